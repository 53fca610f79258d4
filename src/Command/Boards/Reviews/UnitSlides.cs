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

    private const int MostSaid = 8;
    private const int FewGroups = 2;

    /// <summary>As many targets stand as big numbers, and beside as many commendations.</summary>
    private const int MostTiles = 4;

    public static IEnumerable<Slide> Boards(ReviewStory story, Command.Boards.Leaderboards.LeaderboardPhrases ranks)
    {
        var (texts, say) = (story.Texts, story.Say);
        foreach (var board in story.Figures.Boards.Where(b => b.Ranks.Count > 0))
        {
            var blocks = new List<Block> { board.Ranks.Count > ReviewStory.MostUnits ? Bands(board) : Ranks(board) };
            if (board.Apart.Count > 0)
                blocks.Add(new Prose([new Line(texts["review.boards.apart", string.Join("; ", board.Apart.GroupBy(a => a.Reason).Select(g => $"{say.Why(g.First())}: {say.Evidence.Names(g.Select(a => a.Name), g.Count())}"))], Tone: Tone.Quiet)]));
            var first = board.Ranks.Where(r => r.Band == 1).Select(r => r.Name).ToList();
            yield return new Slide(Finding(board, first), blocks)
            {
                Lead = board.Ranks.Count > ReviewStory.MostUnits ? texts["review.boards.many", board.Ranks.Count] : first.Count is > 1 and <= MostNamed ? Leading(first) : null,
                Footnote = story.Footnote(
                    texts["review.boards.rule", say.Metric(board), texts["period.Custom", story.Write.Day(board.From), story.Write.Day(board.To)].Value, texts[$"lb.status.{board.Status}"].Value],
                    board.Elsewhere > 0 ? texts["review.boards.elsewhere", board.Elsewhere].Value : null,
                    story.Units(board.Ranks.Count)),
                Notes = ReviewStory.Aloud(first.Count > 1 ? [Finding(board, first), Leading(first)] : [Finding(board, first)]),
            };
        }

        if (Without(story) is { Count: > 0 } without && !StandWithSources(story))
        {
            yield return new Slide(texts["review.boards.without.count", without.Count],
            [
                ReviewStory.Rows(
                    texts["review.boards.without"],
                    [new(texts["lb.group"], Weight: 2), new(texts["review.units.count"], IsNumber: true, Weight: 1), new(texts["review.column.why"], Weight: 5)],
                    without.Select(b => ReviewStory.Row(say.Group(b), story.Write.Count(b.Apart.Count), string.Join("; ", b.Apart.GroupBy(a => a.Reason).Select(g => texts["review.boards.reason", say.Why(g.First()), story.Write.Count(g.Count())].Value))))),
            ])
            {
                Lead = texts["review.boards.none"],
                Footnote = story.Footnote(texts["review.boards.rule", say.Metric(without[0]), texts["period.Custom", story.Write.Day(without[0].From), story.Write.Day(without[0].To)].Value, texts[$"lb.status.{without[0].Status}"].Value], story.Units(without.Sum(b => b.Apart.Count))),
                Notes = ReviewStory.Aloud([texts["review.boards.without.count", without.Count], string.Join(", ", without.Select(say.Group))]),
            };
        }

        Table Ranks(ReviewBoard board) => ReviewStory.Rows(
            texts["review.boards.title", say.Group(board)],
            [new(texts["review.column.band"], IsNumber: true), new(texts["review.column.unit"]), new(texts["review.column.range"], IsNumber: true), new(say.Metric(board), IsNumber: true)],
            board.Ranks.Select(r => ReviewStory.Row(story.Write.Count(r.Band), Named(r), texts["review.boards.range", ranks.Rank(r.Median), r.Low, r.High], say.Value(board, r))));

        // Units of one band cannot be told apart: what each has reached stands in the workbook.
        Table Bands(ReviewBoard board) => ReviewStory.Rows(
            texts["review.boards.title", say.Group(board)],
            [new(texts["review.column.band"], IsNumber: true, Weight: 1), new(texts["review.units.count"], IsNumber: true, Weight: 1), new(texts["review.column.unit"], Weight: 10)],
            board.Ranks.GroupBy(r => r.Band).OrderBy(g => g.Key).Select(g => ReviewStory.Row(story.Write.Count(g.Key), story.Write.Count(g.Count()), string.Join(", ", g.Select(Named)))));

        string Named(ReviewRank rank) => rank.IsHatched ? texts["review.boards.few", rank.Name] : rank.Name;

        string Finding(ReviewBoard board, IReadOnlyList<string> first) => first switch
        {
            [] => texts["review.boards.title", say.Group(board)],
            [var one] => texts["review.boards.first", say.Group(board), one],
            _ => texts["review.boards.band", say.Group(board), first.Count],
        };

        string Leading(IReadOnlyList<string> first) => texts["review.boards.lead", string.Join(", ", first)];
    }

    /// <summary>Groups that have no ranks.</summary>
    private static List<ReviewBoard> Without(ReviewStory story) => [.. story.Figures.Boards.Where(b => b.Ranks.Count == 0)];

    private static bool StandWithSources(ReviewStory story) => Without(story).Count is > 0 and <= FewGroups && story.Words.Remark(ReviewSection.Boards).Length == 0;

    /// <summary>Few groups without ranks are a line among the sources; null: they have a slide, or there are none.</summary>
    public static string? Unranked(ReviewStory story) => StandWithSources(story)
        ? story.Texts["review.boards.unranked", string.Join("; ", Without(story).Select(b => $"{story.Say.Group(b)} ({string.Join(", ", b.Apart.Select(story.Say.Why).Distinct())})"))].Value
        : null;

    public static IEnumerable<Slide> Outcomes(ReviewStory story, TipoffPhrases tipoffs)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        List<(string Name, string Number, double Count)> told =
        [
            .. figures.Outcomes.Where(o => o.Outcome is not (Outcome.NoResult or Outcome.Referred)).Select(o => (tipoffs.Name(o.Outcome), story.Write.Count(o.Count), (double)o.Count)),
            .. declared.Select(name => ReviewMetric.Find(name)!).Where(story.Knows).Select(m => (story.Say.Name(m.Name), story.Say.Value(m, figures.Total(m)!.Now), figures.Total(m)!.Now!.Number)),
        ];
        // One number alone stands among the totals, or in the chart of outcomes.
        if (told.Count < 2)
            yield break;
        told = [.. told.OrderByDescending(t => t.Count)];
        var isClear = told[0].Count > told[1].Count;
        yield return new Slide(isClear ? texts["review.outcomes.most", ReviewPhrases.Inside(told[0].Name), told[0].Number] : texts["review.outcomes.title"], [new BigNumbers([.. told.Select(t => new Figure(t.Name, t.Number))])])
        {
            Lead = isClear ? texts["review.outcomes.title"].Value : null,
            Footnote = story.Footnote(texts["review.outcomes.rule"], figures.Total(ReviewMetric.TipoffsReceived)?.Now is { } received ? story.N(story.Say.Name("tipoffs_received"), received.Number) : story.Metrics(told.Count)),
            Notes = ReviewStory.Aloud(told.Select(t => texts["review.outcomes.told", ReviewPhrases.Inside(t.Name), t.Number].Value)),
        };
    }

    public static IEnumerable<Slide> Attention(ReviewStory story)
    {
        var (texts, found) = (story.Texts, story.Figures.Attention);
        if (found.Count == 0)
            yield break;
        var units = ByUnit(story.Figures).ToList();
        var (kind, many) = found.GroupBy(a => a.Kind).Select(g => (g.Key, g.Count())).MaxBy(g => g.Item2);
        string finding = units.Count == 1 ? texts["review.attention.one", units[0].Name] : texts["review.attention.most", units.Count, ReviewPhrases.Inside(story.Say.Name(kind)), many];
        yield return new Slide(finding,
        [
            units.Count <= ReviewStory.MostUnits
                ? ReviewStory.Rows(
                    texts["review.attention.title"],
                    [new(texts["review.column.unit"], Weight: 3), new(texts["review.column.matter"], Weight: 5)],
                    units.Select(u => new TableRow([u.Name, new TableCell(Matters(story, u.Matters), ToneOf(u.Matters))])))
                // Each is named still; how much of what stands in the workbook.
                : ReviewStory.Rows(
                    texts["review.attention.title"],
                    [new(texts["review.column.matter"], Weight: 2), new(texts["review.units.count"], IsNumber: true, Weight: 1), new(texts["review.column.unit"], Weight: 9)],
                    found.GroupBy(a => a.Kind).OrderBy(g => g.Key == AttentionKind.OverdueTipoffs ? 0 : 1).ThenBy(g => g.Key)
                        .Select(g => new TableRow([new TableCell(story.Say.Name(g.Key), ToneOf([.. g])), story.Write.Count(g.Count()), string.Join(", ", g.Select(a => a.UnitName))]))),
        ])
        {
            Lead = units.Count > ReviewStory.MostUnits ? texts["review.attention.many"].Value : null,
            Footnote = story.Footnote(texts["review.attention.rule"], story.Units(units.Count)),
            Notes = ReviewStory.Aloud(units.Take(MostSaid).Select(u => $"{u.Name}: {Matters(story, u.Matters)}").Prepend(finding)),
        };
    }

    /// <summary>A unit once, with all its matters.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<ReviewAttention> Matters)> ByUnit(ReviewFigures figures) =>
        figures.Attention.GroupBy(a => a.UnitKey).Select(g => (g.First().UnitName, (IReadOnlyList<ReviewAttention>)[.. g]));

    public static string Matters(ReviewStory story, IEnumerable<ReviewAttention> matters) => string.Join("; ", matters.Select(story.Say.Say));

    private static Tone ToneOf(IReadOnlyList<ReviewAttention> matters) => matters.Any(a => a.Kind == AttentionKind.OverdueTipoffs) ? Tone.Overdue
        : matters.Any(a => a.Kind == AttentionKind.Waiting) ? Tone.Waits
        : Tone.Normal;

    /// <summary>With few targets beside them where both are few.</summary>
    public static IEnumerable<Slide> Commendations(ReviewStory story)
    {
        var commended = story.Words.Commendations;
        if (commended.Count == 0)
            yield break;
        var said = new Prose([.. commended.SelectMany(c => c.Why.Length > 0 ? new[] { new Line(c.For, IsBullet: true, Tone.Strong), new Line(c.Why, Tone: Tone.Quiet) } : [new Line(c.For, IsBullet: true, Tone.Strong)])]);
        var areTogether = AreTogether(story);
        string finding = story.Texts["review.commendations.count", commended.Count];
        yield return new Slide(areTogether ? $"{finding}; {ReviewPhrases.Inside(TargetsFinding(story))}" : finding, areTogether ? [new Columns([new Column([said]), new Column([TargetsTable(story)])])] : [said])
        {
            Footnote = story.Footnote(story.Texts["review.commendations.rule"], areTogether ? story.Texts["review.targets.rule", story.Say.Days(story.Figures.Next)].Value : null, story.N(story.Say.Name(ReviewSection.Commendations), commended.Count)),
            Notes = ReviewStory.Aloud([.. commended.Select(c => story.Texts["review.commendations.told", c.Why.Length > 0 ? $"{c.For}: {ReviewPhrases.Inside(c.Why)}" : c.For].Value), .. areTogether ? TargetsAloud(story) : []]),
        };
    }

    public static IEnumerable<Slide> Targets(ReviewStory story)
    {
        if (story.Words.Targets.Count == 0 || AreTogether(story))
            yield break;
        yield return new Slide(TargetsFinding(story),
        [
            story.Words.Targets.Count > MostTiles ? TargetsTable(story)
                : new BigNumbers([.. Set(story).Select(t => new Figure(story.Say.Name(t.Metric.Name), story.Say.Number(t.Metric, t.Value), $"{story.Texts["review.column.now"].Value}: {story.Say.Full(t.Metric, story.Figures.Total(t.Metric)?.Now)}"))]),
        ])
        {
            Footnote = story.Footnote(story.Texts["review.targets.rule", story.Say.Days(story.Figures.Next)], story.Metrics(story.Words.Targets.Count)),
            Notes = ReviewStory.Aloud(TargetsAloud(story)),
        };
    }

    /// <summary>Each alone would leave its slide empty; a remark gives targets a slide of their own.</summary>
    private static bool AreTogether(ReviewStory story) =>
        story.Words.Commendations.Count is > 0 and <= MostTiles && story.Words.Targets.Count is > 0 and <= MostTiles && story.Words.Remark(ReviewSection.Targets).Length == 0;

    private static IEnumerable<(ReviewMetric Metric, double Value)> Set(ReviewStory story) => story.Words.Targets.Select(t => (ReviewMetric.Find(t.Metric)!, t.Value));

    private static string TargetsFinding(ReviewStory story)
    {
        var (first, value) = Set(story).First();
        string[] told = [story.Say.Within(story.Figures.Next), ReviewPhrases.Inside(story.Say.Name(first.Name)), story.Say.Number(first, value)];
        return story.Words.Targets.Count == 1 ? story.Texts["review.targets.first", told[0], told[1], told[2]] : story.Texts["review.targets.more", told[0], told[1], told[2], story.Words.Targets.Count - 1];
    }

    private static IEnumerable<string> TargetsAloud(ReviewStory story) =>
        Set(story).Select(t => story.Texts["review.targets.told", story.Say.Within(story.Figures.Next), ReviewPhrases.Inside(story.Say.Name(t.Metric.Name)), story.Say.Number(t.Metric, t.Value)].Value);

    private static Table TargetsTable(ReviewStory story) => ReviewStory.Rows(
        story.Texts["review.targets.title", story.Say.Within(story.Figures.Next)],
        [new(story.Texts["review.column.metric"]), new(story.Texts["review.column.now"], IsNumber: true), new(story.Texts["review.column.target"], IsNumber: true)],
        Set(story).Select(t => ReviewStory.Row(story.Say.Name(t.Metric.Name), story.Say.Full(t.Metric, story.Figures.Total(t.Metric)?.Now), story.Say.Number(t.Metric, t.Value))));
}
