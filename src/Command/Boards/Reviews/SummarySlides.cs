using Command.Ranking;
using Command.Reviews;
using Command.Reviews.Slides;
using BigNumbers = Command.Reviews.Slides.Figures;

namespace Command.Boards.Reviews;

/// <summary>The cover, what changed in one page, and all totals beside the period before and the target.</summary>
internal static class SummarySlides
{
    private const int MostChanges = 5;
    private const int MostLeading = 4;

    /// <summary>Where so few lines stand under them, a second row of numbers has room.</summary>
    private const int FewLines = 2;

    public static Slide Cover(ReviewStory story)
    {
        var (figures, texts) = (story.Figures, story.Texts);
        var compared = figures.Before is { } before ? texts["review.cover.compared", story.Say.Within(before)].Value : "";
        // The name of a period of one's own is its days.
        Line[] lines = [.. story.Say.Days(figures.Period) is var days && days != story.Period ? [new Line(texts["review.cover.days", days])] : Array.Empty<Line>(), .. compared.Length > 0 ? [new Line(compared, Tone: Tone.Quiet)] : Array.Empty<Line>()];
        return new Slide(story.Title, lines.Length > 0 ? [new Prose(lines)] : [])
        {
            IsCover = true,
            Lead = $"{figures.UnitName} · {story.Period}",
            Footnote = story.Footnote(),
            Notes = texts["review.cover.notes", figures.UnitName, story.Say.Within(figures.Period)],
        };
    }

    public static Slide Summary(ReviewStory story)
    {
        var texts = story.Texts;
        ReviewMetric[] leading = [.. new[] { ReviewMetric.Messages, ReviewMetric.Find("procedure_questions")!, ReviewMetric.TipoffsReceived, ReviewMetric.ValuableRatio, ReviewMetric.Followers, ReviewMetric.AnsweredInTime }.Concat(ReviewMetric.Content).Concat(ReviewMetric.All).Distinct().Where(story.Knows)];
        var changed = story.Figures.Totals
            .Where(t => t.IsChanged).OrderBy(t => t.Mark is ChangeMark.Up or ChangeMark.Down)
            .Select(t => story.Told(ReviewMetric.Find(t.Metric)!)).ToList();
        var unchanged = story.Figures.Totals.Count == 0 ? "review.summary.nothing"
            : story.Figures.Before is null ? "review.summary.alone"
            : story.Figures.Restatement is { IsComparable: false } ? "review.change.incomparable.period"
            : story.Figures.Totals.Any(t => t is { IsProvisional: false, Now: { } now, Before: { } then } && now.Basis == then.Basis) ? "review.summary.steady"
            : "review.summary.incomparable";
        List<string> lines =
        [
            .. changed.Count > 0 ? changed.Take(MostChanges) : [texts[unchanged].Value],
            .. story.Say.Say(story.Figures.Restatement) is { } restated ? [restated] : Array.Empty<string>(),
            .. story.Figures.Attention.Count > 0 ? [texts["review.summary.attention", story.Figures.Attention.Select(a => a.UnitKey).Distinct().Count()].Value] : Array.Empty<string>(),
            .. story.Figures.Evidence.Contradictions.Count > 0 ? [texts["review.summary.contradictions", story.Figures.Evidence.Contradictions.Count].Value] : Array.Empty<string>(),
        ];
        leading = [.. leading.Take(lines.Count > FewLines ? MostLeading : 2 * MostLeading)];
        // Five stand as three and two.
        var rows = leading.Chunk(leading.Length > MostLeading ? (leading.Length + 1) / 2 : MostLeading);
        return new Slide(Finding(), [.. rows.Select(row => new BigNumbers([.. row.Select(story.Big)])), ReviewStory.Bullets(lines)])
        {
            Lead = story.Figures.Before is { } before ? texts["review.summary.lead", story.Period, story.Say.Within(before)] : story.Period,
            Footnote = story.Footnote(story.Figures.Before is null ? null : texts["review.summary.rule"].Value, leading.Contains(ReviewMetric.ValuableRatio) ? story.Definition(ReviewMetric.ValuableRatio) : null, story.Metrics(story.Figures.Totals.Count)),
            Notes = ReviewStory.Aloud(story.Sentences(leading).Concat(lines).Distinct()),
        };

        string Finding() => (changed.Count, unchanged) switch
        {
            (1, _) => texts["review.summary.changed.one", story.Say.Within(story.Figures.Before!)],
            ( > 1, _) => texts["review.summary.changed", changed.Count, story.Say.Within(story.Figures.Before!)],
            (_, "review.summary.steady") => texts["review.summary.steady.title", story.Say.Within(story.Figures.Before!)],
            _ when leading.Length > 0 => story.Told(leading[0]),
            _ => texts["review.summary.title"],
        };
    }

    /// <summary>A few totals that nothing is set against stand on the summary, all of them; a remark gives them a slide.</summary>
    public static bool TellsAll(ReviewStory story) => story.Figures.Totals.Count <= MostLeading && story.Words.Remark(ReviewSection.Totals).Length == 0
        && story.Figures.Totals.All(t => t is { Now: not null, Before: null, IsIncomparable: false, Target: null });

    public static Slide Totals(ReviewStory story)
    {
        var (say, texts, figures) = (story.Say, story.Texts, story.Figures);
        var hasBefore = figures.Totals.Any(t => t.Before is not null || t.IsIncomparable);
        var hasTarget = figures.Totals.Any(t => t.Target is not null);
        List<TableColumn> columns =
        [
            new(texts["review.column.metric"]),
            new(texts["review.column.now"], IsNumber: true),
            .. hasBefore ? [new TableColumn(texts[figures.Restatement is { IsComparable: true } ? "review.column.before.restated" : "review.column.before"], IsNumber: true), new TableColumn(texts["review.column.change"])] : Array.Empty<TableColumn>(),
            .. hasTarget ? [new TableColumn(texts["review.column.target"], IsNumber: true)] : Array.Empty<TableColumn>(),
            new(texts["review.column.source"]),
        ];
        var rows = figures.Totals.Select(total =>
        {
            var metric = ReviewMetric.Find(total.Metric)!;
            string[] cells =
            [
                say.Name(total.Metric),
                say.Full(metric, total.Now),
                .. hasBefore ? [say.Full(metric, total.Before), say.Change(total) ?? Boards.Figures.Unknown] : Array.Empty<string>(),
                .. hasTarget ? [total.Target is { } target ? say.Number(metric, target) : Boards.Figures.Unknown] : Array.Empty<string>(),
                say.Source(total.Now ?? total.Before),
            ];
            return ReviewStory.Row(cells);
        });
        return new Slide(Finding(), [ReviewStory.Rows(texts["review.totals.title"], columns, rows)])
        {
            Lead = hasBefore ? texts["review.totals.lead", story.Period, say.Within(figures.Before!)] : figures.Before is { } unknown ? texts["review.totals.alone", story.Period, say.Within(unknown)] : story.Period,
            Footnote = story.Footnote(say.Say(figures.Restatement), texts["review.totals.rule"], story.Knows(ReviewMetric.ValuableRatio) ? story.Definition(ReviewMetric.ValuableRatio) : null, story.Metrics(figures.Totals.Count)),
            Notes = story.Aloud(figures.Totals.Where(t => t.Now is not null).Take(6).Select(t => ReviewMetric.Find(t.Metric)!)),
        };

        string Finding()
        {
            // More is better of all that a review may set; what may still change is not judged.
            var judged = figures.Totals.Where(t => t is { Target: not null, Now: { Bounds: null } } && ReviewMetric.Settable.Contains(ReviewMetric.Find(t.Metric)!)).ToList();
            var compared = figures.Totals.Where(t => t.Mark is not ChangeMark.Unknown && !t.IsProvisional).ToList();
            return judged.Count == 1 && ReviewMetric.Find(judged[0].Metric) is { } only ? texts["review.totals.target", say.Name(only.Name), say.Value(only, judged[0].Now), say.Number(only, judged[0].Target!.Value)]
                : judged.Count > 1 ? texts["review.totals.reached", judged.Count(t => t.Now!.Number >= t.Target), judged.Count]
                : compared.Count > 0 ? texts["review.totals.compared", compared.Count, string.Join(", ", compared.GroupBy(Direction).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => texts[$"review.totals.{g.Key}", g.Count()].Value))]
                : (figures.Totals.Count(t => t.Now?.Basis == ReviewBasis.Collected), figures.Totals.Count(t => t.Now?.Basis == ReviewBasis.Declared)) switch
                {
                    (0, 0) => texts["review.section.Totals"],
                    (var collected, 0) => texts["review.totals.collected", collected],
                    (0, var declared) => texts["review.totals.declared", declared],
                    var (collected, declared) => texts["review.totals.both", collected + declared, collected, declared],
                };
        }

        string Direction(ReviewTotal total) => total.Mark switch
        {
            ChangeMark.Within => "within",
            ChangeMark.Up or ChangeMark.FarUp => "higher",
            _ => "lower",
        };
    }
}
