using Command.Boards.Tipoffs;
using Command.Data;
using Command.Reviews;
using Command.Reviews.Slides;
using BigNumbers = Command.Reviews.Slides.Figures;

namespace Command.Boards.Reviews;

/// <summary>Units: the bands of each peer group, what is worth telling, who needs attention, who is commended, what is to be reached.</summary>
internal static class UnitSlides
{
    /// <summary>Outcomes that documents count.</summary>
    private static readonly string[] declared = ["persons_found", "persons_surrendered"];

    /// <summary>More names would fill the lines under the title; the table below and the notes have them.</summary>
    private const int MostNamed = 4;

    public static IEnumerable<Slide> Boards(ReviewStory story, Command.Boards.Leaderboards.LeaderboardPhrases ranks)
    {
        var (texts, say) = (story.Texts, story.Say);
        foreach (var board in story.Figures.Boards.Where(b => b.Ranks.Count > 0))
        {
            var blocks = new List<Block>();
            blocks.Add(ReviewStory.Rows(
                texts["review.boards.title", say.Group(board)],
                [new(texts["review.column.band"], IsNumber: true), new(texts["review.column.unit"]), new(texts["review.column.range"], IsNumber: true), new(say.Metric(board), IsNumber: true)],
                board.Ranks.Select(r => ReviewStory.Row(story.Write.Count(r.Band), r.IsHatched ? texts["review.boards.few", r.Name] : r.Name, texts["review.boards.range", ranks.Rank(r.Median), r.Low, r.High], say.Value(board, r)))));
            if (board.Apart.Count > 0)
                blocks.Add(new Prose([new Line(texts["review.boards.apart", string.Join("; ", board.Apart.GroupBy(a => a.Reason).Select(g => $"{say.Why(g.First())}: {say.Evidence.Names(g.Select(a => a.Name), g.Count())}"))], Tone: Tone.Quiet)]));
            var first = board.Ranks.Where(r => r.Band == 1).Select(r => r.Name).ToList();
            yield return new Slide(texts["review.boards.title", say.Group(board)], blocks)
            {
                Lead = first.Count > MostNamed ? texts["review.boards.leadMany", first.Count] : Leading(first),
                Footnote = story.Footnote(
                    texts["review.boards.rule", say.Metric(board), texts["period.Custom", story.Write.Day(board.From), story.Write.Day(board.To)].Value, texts[$"lb.status.{board.Status}"].Value],
                    board.Elsewhere > 0 ? texts["review.boards.elsewhere", board.Elsewhere].Value : null,
                    story.Units(board.Ranks.Count)),
                Notes = Leading(first),
            };
        }

        if (story.Figures.Boards.Where(b => b.Ranks.Count == 0).ToList() is { Count: > 0 } without)
        {
            yield return new Slide(texts["review.boards.without"],
            [
                ReviewStory.Rows(
                    texts["review.boards.without"],
                    [new(texts["lb.group"], Weight: 2), new(texts["review.units.count"], IsNumber: true, Weight: 1), new(texts["review.column.why"], Weight: 5)],
                    without.Select(b => ReviewStory.Row(say.Group(b), story.Write.Count(b.Apart.Count), string.Join("; ", b.Apart.GroupBy(a => a.Reason).Select(g => texts["review.boards.reason", say.Why(g.First()), story.Write.Count(g.Count())].Value))))),
            ])
            {
                Lead = texts["review.boards.none"],
                Footnote = story.Footnote(texts["review.boards.rule", say.Metric(without[0]), texts["period.Custom", story.Write.Day(without[0].From), story.Write.Day(without[0].To)].Value, texts[$"lb.status.{without[0].Status}"].Value], story.Units(without.Sum(b => b.Apart.Count))),
                Notes = string.Join("\n", without.Select(b => $"{say.Group(b)}: {texts["review.boards.none"].Value}")),
            };
        }

        string Leading(IReadOnlyList<string> first) => first switch
        {
            [] => texts["review.boards.none"],
            [var one] => texts["review.boards.leadOne", one],
            _ => texts["review.boards.lead", string.Join(", ", first)],
        };
    }

    public static IEnumerable<Slide> Outcomes(ReviewStory story, TipoffPhrases tipoffs)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        List<(string Name, string Number)> told =
        [
            .. figures.Outcomes.Where(o => o.Outcome is not (Outcome.NoResult or Outcome.Referred)).Select(o => (tipoffs.Name(o.Outcome), story.Write.Count(o.Count))),
            .. declared.Select(name => ReviewMetric.Find(name)!).Where(story.Knows).Select(m => (story.Say.Name(m.Name), story.Say.Value(m, figures.Total(m)!.Now))),
        ];
        // One number alone stands among the totals, or in the chart of outcomes.
        if (told.Count < 2)
            yield break;
        yield return new Slide(texts["review.outcomes.title"], [new BigNumbers([.. told.Select(t => new Figure(t.Name, t.Number))])])
        {
            Lead = $"{told[0].Name}: {told[0].Number}",
            Footnote = story.Footnote(texts["review.outcomes.rule"], figures.Total(ReviewMetric.TipoffsReceived)?.Now is { } received ? story.N(story.Say.Name("tipoffs_received"), received.Number) : story.Metrics(told.Count)),
            Notes = string.Join("\n", told.Select(t => $"{t.Name}: {t.Number}.")),
        };
    }

    public static IEnumerable<Slide> Attention(ReviewStory story)
    {
        var (texts, found) = (story.Texts, story.Figures.Attention);
        if (found.Count == 0)
            yield break;
        yield return new Slide(texts["review.attention.title"],
        [
            ReviewStory.Rows(
                texts["review.attention.title"],
                [new(texts["review.column.unit"], Weight: 2), new(texts["review.column.matter"], Weight: 2), new(texts["review.column.figure"], Weight: 3)],
                found.Select(a => new TableRow([a.UnitName, new TableCell(story.Say.Name(a.Kind), a.Kind == AttentionKind.OverdueTipoffs ? Tone.Overdue : a.Kind == AttentionKind.Waiting ? Tone.Waits : Tone.Normal), story.Say.Say(a)]))),
        ])
        {
            Lead = texts["review.summary.attention", found.Select(a => a.UnitKey).Distinct().Count()],
            Footnote = story.Footnote(texts["review.attention.rule"], story.Units(found.Select(a => a.UnitKey).Distinct().Count())),
            Notes = string.Join("\n", found.Take(8).Select(a => $"{a.UnitName}: {story.Say.Say(a)}.")),
        };
    }

    public static IEnumerable<Slide> Commendations(ReviewStory story)
    {
        if (story.Words.Commendations.Count == 0)
            yield break;
        yield return new Slide(story.Texts["review.commendations.title"], [new Prose([.. story.Words.Commendations.SelectMany(c => c.Why.Length > 0 ? new[] { new Line(c.For, IsBullet: true, Tone.Strong), new Line(c.Why, Tone: Tone.Quiet) } : [new Line(c.For, IsBullet: true, Tone.Strong)])])])
        {
            Footnote = story.Footnote(story.Texts["review.commendations.rule"], story.N(story.Say.Name(ReviewSection.Commendations), story.Words.Commendations.Count)),
            Notes = string.Join("\n", story.Words.Commendations.Select(c => c.Why.Length > 0 ? $"{c.For}: {c.Why}" : c.For)),
        };
    }

    public static IEnumerable<Slide> Targets(ReviewStory story)
    {
        var (texts, set) = (story.Texts, story.Words.Targets);
        if (set.Count == 0)
            yield break;
        yield return new Slide(texts["review.targets.title", story.Say.Within(story.Figures.Next)],
        [
            ReviewStory.Rows(
                texts["review.targets.title", story.Say.Within(story.Figures.Next)],
                [new(texts["review.column.metric"]), new(texts["review.column.now"], IsNumber: true), new(texts["review.column.target"], IsNumber: true)],
                set.Select(t => (Target: t, Metric: ReviewMetric.Find(t.Metric)!)).Select(t => ReviewStory.Row(story.Say.Name(t.Target.Metric), story.Say.Full(t.Metric, story.Figures.Total(t.Metric)?.Now), story.Say.Number(t.Metric, t.Target.Value)))),
        ])
        {
            Footnote = story.Footnote(texts["review.targets.rule", story.Say.Days(story.Figures.Next)], story.Metrics(set.Count)),
            Notes = string.Join("\n", set.Select(t => $"{story.Say.Name(t.Metric)}: {story.Say.Number(ReviewMetric.Find(t.Metric)!, t.Value)}.")),
        };
    }
}
