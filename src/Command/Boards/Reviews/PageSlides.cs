using Command.Reviews;
using Command.Reviews.Slides;
using BigNumbers = Command.Reviews.Slides.Figures;

namespace Command.Boards.Reviews;

/// <summary>What pages did: first replies, followers of residents, content, platforms.</summary>
internal static class PageSlides
{
    private const double SecondsOfMinute = 60;

    private const int MostSaid = 6;

    /// <summary>Fewer numbers than these stand among the totals and need no slide of their own, but for a remark or a chart.</summary>
    private const int FewestTold = 4;

    /// <summary>So many units find room in a chart of half a slide.</summary>
    private const int MostBeside = 8;

    /// <summary>Who answers so many in time needs no attention.</summary>
    private const double MostInTime = 0.8;

    public static IEnumerable<Slide> Replies(ReviewStory story)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        if (!story.Knows(ReviewMetric.FirstReply) && !story.Knows(ReviewMetric.AnsweredInTime))
            yield break;
        var months = figures.Course.Months;
        string[] names = [.. months.Select(m => TipoffSlides.Month(story, m))];
        List<CategoryChart> charts =
        [
            new CategoryChart("replies.in-time-by-month", texts["review.chart.inTimeByMonth"], TipoffSlides.Alt(story, texts["review.chart.inTimeByMonth"], names.Zip(months, (n, m) => $"{n}: {story.Write.Count(m.InTime ?? 0)}/{story.Write.Count(m.FellDue ?? 0)}")), ChartKind.Line, names,
                [new ChartSeries(story.Say.Name("answered_in_time"), [.. months.Select(m => m.FellDue > 0 ? (double?)m.InTime!.Value / m.FellDue : null)])]) { Format = NumberFormat.Percent, Maximum = 1 },
            new CategoryChart("replies.median-by-month", texts["review.chart.medianByMonth"], TipoffSlides.Alt(story, texts["review.chart.medianByMonth"], names.Zip(months, (n, m) => $"{n}: {(m.MedianSeconds is { } s ? story.Write.Duration(s) : Boards.Figures.Unknown)}")), ChartKind.Line, names,
                [new ChartSeries(texts["review.minutes"], [.. months.Select(m => m.MedianSeconds / SecondsOfMinute)])]),
        ];
        charts.RemoveAll(c => c.Series.All(s => s.Values.Count(v => v is not null) < story.FewestMarks));
        ReviewMetric[] told = [.. new[] { ReviewMetric.AnsweredInTime, ReviewMetric.FirstReply }.Where(story.Knows)];
        // A review that was frozen before months kept what fell due knows the sum and no course.
        var isWithoutMonths = story.Knows(ReviewMetric.AnsweredInTime) && months.All(m => m.FellDue is null);
        // Two numbers alone: what units did stands under them.
        var isAlone = charts.Count == 0 && !isWithoutMonths && !story.IsForTemplate;
        var byUnit = RepliesByUnit(story, isAlone ? MostBeside : ReviewStory.UnitsDrawn).ToList();
        var below = isAlone ? byUnit.FirstOrDefault() : null;
        yield return new Slide(story.Told(told[0]),
        [
            new BigNumbers([story.Big(ReviewMetric.FirstReply), story.Big(ReviewMetric.AnsweredInTime)]),
            .. charts.Count > 0 ? [new Columns([.. charts.Select(c => new Column([c]))])] : Array.Empty<Block>(),
            .. isWithoutMonths ? [new Prose([new Line(texts["review.replies.noMonths"], Tone: Tone.Quiet)])] : Array.Empty<Block>(),
            .. below?.Blocks ?? [],
        ])
        {
            Lead = below is { Blocks: [CategoryChart], Lead: { } lead } ? $"{below.Title}; {ReviewPhrases.Inside(lead)}" : below?.Title ?? (told.Length > 1 ? story.Told(told[1]) : null),
            Footnote = story.Footnote(story.Definition(ReviewMetric.FirstReply), story.Definition(ReviewMetric.AnsweredInTime), charts.Count > 0 ? TipoffSlides.MonthsRule(story) : null, N(story, ReviewMetric.FirstReply), N(story, ReviewMetric.AnsweredInTime)),
            Notes = string.Join("\n", new[] { story.Aloud(told), below?.Notes }.OfType<string>()),
        };
        foreach (var slide in byUnit.Where(s => s != below))
            yield return slide;
    }

    /// <summary>In time and how fast, side by side where both are short.</summary>
    /// <param name="mostTimed">As many of the slowest.</param>
    private static IEnumerable<Slide> RepliesByUnit(ReviewStory story, int mostTimed)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        var due = figures.Units.Where(u => u.FellDue > 0).OrderByDescending(u => u.FellDue).ToList();
        var timed = figures.Units.Where(u => u.MedianSeconds is not null).OrderByDescending(u => u.MedianSeconds).ToList();
        var all = timed.Sum(u => u.Durations);
        var areAll = timed.Count <= mostTimed;
        timed = [.. timed.Take(mostTimed)];
        var shown = story.Drawn(due, u => (double)u.InTime / u.FellDue);
        Slide? inTime = due.Count < story.FewestMarks ? null : new Slide(texts["review.replies.units.most", due.Count(u => u.InTime >= MostInTime * u.FellDue), due.Count, story.Write.Share(MostInTime)],
        [
            new CategoryChart("replies.in-time-by-unit", texts["review.chart.inTimeByUnit"], TipoffSlides.Alt(story, texts["review.chart.inTimeByUnit"], shown.Select(u => $"{u.Name}: {story.Write.Count(u.InTime)}/{story.Write.Count(u.FellDue)}")), ChartKind.Bars,
                [.. shown.Select(u => $"{u.Name} ({story.Write.Count(u.InTime)}/{story.Write.Count(u.FellDue)})")],
                [new ChartSeries(story.Say.Name("answered_in_time"), [.. shown.Select(u => (double?)u.InTime / u.FellDue)]) { Intervals = [.. shown.Select(u => Ranking.Wilson.Interval95(u.InTime, u.FellDue)).Select(i => new ChartInterval(i.Low, i.High))] }])
            { Format = NumberFormat.Percent, Maximum = 1 },
        ])
        {
            Lead = story.Lead(null, "inTime", shown.Count, due.Count),
            Footnote = story.Footnote(story.Definition(ReviewMetric.AnsweredInTime), texts["review.interval95"], N(story, ReviewMetric.AnsweredInTime)),
        };
        Slide? fast = timed.Count < story.FewestMarks ? null : new Slide(texts["review.replies.slowest.title", timed[0].Name, story.Write.Duration(timed[0].MedianSeconds!.Value)],
        [
            new CategoryChart("replies.median-by-unit", texts["review.chart.medianByUnit"], TipoffSlides.Alt(story, texts["review.chart.medianByUnit"], timed.Select(u => $"{u.Name}: {story.Write.Duration(u.MedianSeconds!.Value)} (n = {story.Write.Count(u.Durations)})")), ChartKind.Bars,
                [.. timed.Select(u => $"{u.Name} ({texts["review.n", story.Write.Count(u.Durations)].Value})")],
                [new ChartSeries(texts["review.minutes"], [.. timed.Select(u => u.MedianSeconds / SecondsOfMinute)])])
            { HasLabels = true },
        ])
        {
            Lead = areAll ? texts["review.replies.medians"] : texts["review.replies.medians.slowest", mostTimed],
            Footnote = story.Footnote(story.Definition(ReviewMetric.FirstReply), texts["review.n", story.Write.Count(all)]),
        };
        var slow = timed.Take(MostSaid).Select(u => texts["review.replies.unit", u.Name, story.Write.Duration(u.MedianSeconds!.Value)].Value).ToList();
        if (inTime is not null && fast is not null && Math.Max(due.Count, timed.Count) <= MostBeside)
        {
            yield return inTime with
            {
                Blocks = [new Columns([new Column(inTime.Blocks), new Column(fast.Blocks)])],
                Lead = fast.Title,
                Footnote = story.Footnote(story.Definition(ReviewMetric.AnsweredInTime), story.Definition(ReviewMetric.FirstReply), texts["review.interval95"], N(story, ReviewMetric.AnsweredInTime), N(story, ReviewMetric.FirstReply)),
                Notes = ReviewStory.Aloud(slow.Prepend(inTime.Title)),
            };
            yield break;
        }

        if (fast is not null)
            yield return fast with { Notes = ReviewStory.Aloud(slow.Skip(1).Prepend(fast.Title)) };
        if (inTime is not null)
            yield return inTime with { Notes = ReviewStory.Aloud([inTime.Title]) };
    }

    private static string? N(ReviewStory story, ReviewMetric metric) => story.Figures.Total(metric)?.Now?.Of is { } of ? story.N(story.Say.Name(metric.Name), of) : null;

    public static IEnumerable<Slide> Followers(ReviewStory story)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        if (!HasCoverage(story))
            yield break;
        var units = figures.Units.Where(u => u is { Followers: not null, Residents: > 0 }).OrderByDescending(u => u.Followers / u.Residents).ToList();
        var drawn = story.Drawn(units, u => u.Followers / u.Residents);
        var target = figures.Total(ReviewMetric.Coverage)?.Target;
        List<Block> blocks =
        [
            new BigNumbers([story.Big(ReviewMetric.Followers), .. story.Knows(ReviewMetric.Coverage) ? [story.Big(ReviewMetric.Coverage)] : Array.Empty<Figure>(), .. target is { } aim ? [new Figure(texts["review.column.target"], story.Say.Number(ReviewMetric.Coverage, aim))] : Array.Empty<Figure>()]),
        ];
        if (units.Count >= story.FewestMarks)
        {
            blocks.Add(new CategoryChart("followers.coverage-by-unit", texts["review.chart.coverage"], TipoffSlides.Alt(story, texts["review.chart.coverage"], drawn.Select(u => $"{u.Name}: {story.Write.Count(u.Followers!.Value)}/{story.Write.Count(u.Residents!.Value)}")), ChartKind.Bars,
                [.. drawn.Select(u => $"{u.Name} ({story.Write.Count(u.Followers!.Value)}/{story.Write.Count(u.Residents!.Value)})")], [new ChartSeries(story.Say.Name("coverage"), [.. drawn.Select(u => u.Followers / u.Residents)])])
            { Format = NumberFormat.Percent });
        }

        ReviewMetric[] told = [.. new[] { ReviewMetric.Coverage, ReviewMetric.Followers }.Where(story.Knows)];
        List<ReviewMetric> content = ContentStandsWithFollowers(story) ? [.. ReviewMetric.Content.Where(story.Knows)] : [];
        if (content.Count > 0)
            blocks.Add(new BigNumbers([.. content.Select(story.Big)]));
        yield return new Slide(story.Told(told[0]), blocks)
        {
            Lead = story.Lead(story.Knows(ReviewMetric.Coverage) ? $"{story.Told(ReviewMetric.Followers)}." : texts["review.followers.noResidents"].Value, "coverage", drawn.Count, units.Count),
            Footnote = story.Footnote(story.Definition(ReviewMetric.Followers), story.Definition(ReviewMetric.Coverage), figures.Residents is { } n ? texts["review.residents", story.Write.Count(n)].Value : null, Documents(story, content), story.Units(Math.Max(1, units.Count))),
            Notes = story.Aloud(told.Concat(content)),
        };
    }

    public static IEnumerable<Slide> Content(ReviewStory story)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        // Followers alone make no slide of their own.
        var known = (HasCoverage(story) ? [] : new[] { ReviewMetric.Followers }).Concat(ReviewMetric.Content).Where(story.Knows).ToList();
        var months = figures.Course.Months;
        var hasCourse = HasPostsByMonth(story);
        List<ReviewMetric> beside = known.Count > 1 && !hasCourse && figures.Posts.Count > 0 && !ContentStandsWithFollowers(story) ? known : [];
        if ((known.Count >= FewestTold || hasCourse || (known.Count > 0 && story.Words.Remark(ReviewSection.Content).Length > 0)) && beside.Count == 0 && !ContentStandsWithFollowers(story))
        {
            List<Block> blocks = [new BigNumbers([.. known.Select(story.Big)])];
            if (hasCourse)
            {
                string[] names = [.. months.Select(m => TipoffSlides.Month(story, m))];
                blocks.Add(new CategoryChart("content.posts-by-month", texts["review.chart.byMonth", story.Say.Name("posts")], TipoffSlides.Alt(story, story.Say.Name("posts"), names.Zip(months, (n, m) => $"{n}: {(m.Posts is { } p ? story.Write.Count(p) : Boards.Figures.Unknown)}")), ChartKind.Columns, names,
                    [new ChartSeries(story.Say.Name("posts"), [.. months.Select(m => (double?)m.Posts)])]));
            }

            yield return new Slide(known.Count > 0 ? story.Told(known[0]) : texts["review.content.title"], blocks)
            {
                Lead = known.Count > 1 ? story.Told(known[1]) : null,
                Footnote = story.Footnote(texts["review.content.rule"], hasCourse ? TipoffSlides.MonthsRule(story) : null, Documents(story, known), story.Metrics(known.Count)),
                Notes = known.Count > 0 ? story.Aloud(known) : ReviewStory.Aloud([texts["review.content.title"]]),
            };
        }

        if (figures.Posts.Count > 0)
        {
            var times = figures.Posts.Select(p => p.At).Distinct().Order().ToList();
            string[] names = [.. times.Select(story.Say.Time)];
            var series = figures.Posts.GroupBy(p => p.Metric).Select((g, i) => new ChartSeries(texts[$"review.post.{g.Key}"], [.. times.Select(t => g.FirstOrDefault(p => p.At == t)?.Value)], i == 0 ? SeriesRole.Period : SeriesRole.Part)).ToList();
            var most = figures.Posts.MaxBy(p => p.Value)!;
            string told = texts["review.post.most", story.Say.Precise(most.Precision, story.Write.Count(most.Value)), ReviewPhrases.Inside(texts[$"review.post.{most.Metric}"]), story.Say.Time(most.At)];
            yield return new Slide(told,
                [.. beside.Count > 0 ? [new BigNumbers([.. beside.Select(story.Big)])] : Array.Empty<Block>(), new CategoryChart("content.post", texts["review.post.title"], TipoffSlides.Alt(story, texts["review.post.title"], figures.Posts.Select(p => $"{story.Say.Time(p.At)}: {story.Say.Precise(p.Precision, story.Write.Count(p.Value))}")), ChartKind.Line, names, series)])
            {
                Lead = string.Join("; ", figures.Posts.GroupBy(p => p.Metric).Select((g, i) => $"{(i == 0 ? story.Say.Name(g.Key) : ReviewPhrases.Inside(story.Say.Name(g.Key)))}: {story.Say.Precise(g.Last().Precision, story.Write.Count(g.Last().Value))}")),
                Footnote = story.Footnote(texts["review.documents", string.Join("; ", figures.Posts.Select(p => p.Document).Where(d => d.Length > 0).Distinct())], story.N(texts["review.n.readings"], figures.Posts.Count)),
                Notes = ReviewStory.Aloud(beside.Select(story.Told).Append(told)),
            };
        }
    }

    public static IEnumerable<Slide> Platforms(ReviewStory story, Phrases phrases)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        var rows = figures.Platforms.Select(p => new[]
        {
            phrases.Name(p.Platform),
            story.Write.Count(p.Pages),
            Said(p, "messages", Known(p.Messages)),
            p.Tipoffs.Received > 0 ? story.Write.Count(p.Tipoffs.Received) : Boards.Figures.Unknown,
            Said(p, "followers", p.Followers is not { } f ? null : p.WithFollowers < p.Pages ? texts["review.platforms.of", story.Write.Count(f), p.WithFollowers, p.Pages] : story.Write.Count(f)),
            Said(p, "posts", Known(p.Posts)),
            Said(p, "interactions", Known(p.Interactions)),
            Said(p, "groups", null),
            Said(p, "group_members", null),
        }).ToList();
        List<TableColumn> all = [new(texts["review.column.platform"]), .. ReviewPlatform.Metrics.Select(m => new TableColumn(story.Say.Name(m), IsNumber: true))];
        // A column of dashes says once, under the table, what nobody knows.
        var known = Enumerable.Range(0, all.Count).Where(i => rows.Exists(r => r[i] != Boards.Figures.Unknown)).ToList();
        var unknown = Enumerable.Range(0, all.Count).Except(known).Select(i => all[i].Heading).ToList();
        // One platform, or no more than its pages, is named with the sources.
        if (figures.Partners.Count == 0 && (rows.Count < 2 || known.Count <= 2))
            yield break;
        var partners = figures.Partners.Select(p => texts["review.partners.told", p.Name, string.Join(", ", p.Declared.Select(q => $"{story.Say.Precise(q.Precision, story.Say.Counted(q.Metric, story.Write.Count(q.Value)))}"))].Value).ToList();
        var documents = figures.Platforms.SelectMany(p => p.Declared).Concat(figures.Partners.SelectMany(p => p.Declared)).SelectMany(q => q.Documents).Distinct().ToList();
        string finding = PlatformsLead(story, phrases) ?? texts["review.platforms.title"];
        yield return new Slide(finding,
        [
            .. rows.Count > 0 ? [ReviewStory.Rows(texts["review.platforms.title"], [.. known.Select(i => all[i])], rows.Select(r => ReviewStory.Row([.. known.Select(i => r[i])])))] : Array.Empty<Block>(),
            .. partners.Count > 0 ? [new Prose([new Line(texts["review.partners.title"], Tone: Tone.Strong), .. partners.Select(p => new Line(p, IsBullet: true))])] : Array.Empty<Block>(),
        ])
        {
            Footnote = story.Footnote(
                texts["review.platforms.rule"],
                unknown.Count > 0 ? texts["review.platforms.unknown", string.Join(", ", unknown)].Value : null,
                documents.Count > 0 ? texts["review.documents", string.Join("; ", documents)].Value : null,
                story.N(texts["metric.pages"], figures.Platforms.Sum(p => p.Pages))),
            Notes = ReviewStory.Aloud(
            [
                finding,
                .. rows.Select(r => $"{r[0]}: {string.Join(", ", known.Skip(1).Where(i => r[i] != Boards.Figures.Unknown).Select(i => story.Say.Counted(ReviewPlatform.Metrics[i - 1], r[i])))}"),
                .. partners.Count > 0 ? partners.Prepend(texts["review.partners.title"]) : [],
            ]),
        };

        // What was collected, else what a document says.
        string Said(ReviewPlatform platform, string metric, string? collected) => collected
            ?? (platform.Declared.FirstOrDefault(q => q.Metric == metric) is { } quote ? texts["review.platforms.declared", story.Say.Precise(quote.Precision, story.Write.Count(quote.Value))] : Boards.Figures.Unknown);

        string? Known(long? number) => number is { } known ? story.Write.Count(known) : null;
    }

    /// <summary>"12 trang trên Zalo, Facebook"; null where there is no page.</summary>
    public static string? PlatformsLead(ReviewStory story, Phrases phrases) => story.Figures.Platforms is { Count: > 0 } platforms
        ? story.Texts["review.platforms.lead", story.Write.Count(platforms.Sum(p => p.Pages)), string.Join(", ", platforms.Select(p => phrases.Name(p.Platform)))].Value
        : null;

    private static bool HasPostsByMonth(ReviewStory story) => story.Figures.Course.Months.Count(m => m.Posts is not null) >= story.FewestMarks;

    /// <summary>Neither has more than numbers; a remark gives content a slide of its own.</summary>
    private static bool ContentStandsWithFollowers(ReviewStory story) => HasCoverage(story) && !HasPostsByMonth(story) && story.Words.Remark(ReviewSection.Content).Length == 0
        && ReviewMetric.Content.Any(story.Knows) && story.Figures.Units.Count(u => u is { Followers: not null, Residents: > 0 }) < story.FewestMarks;

    private static bool HasCoverage(ReviewStory story) => story.Knows(ReviewMetric.Followers)
        && (story.Knows(ReviewMetric.Coverage) || story.Figures.Total(ReviewMetric.Coverage)?.Target is not null || story.Figures.Units.Any(u => u is { Followers: not null, Residents: > 0 }));

    private static string? Documents(ReviewStory story, IEnumerable<ReviewMetric> metrics) =>
        metrics.Select(m => story.Figures.Total(m)!.Now!).Where(v => v.Basis == ReviewBasis.Declared).SelectMany(v => v.Documents).Distinct().ToList() is { Count: > 0 } documents
            ? story.Texts["review.documents", string.Join("; ", documents)].Value
            : null;
}
