using Command.Boards.Tipoffs;
using Command.Ranking;
using Command.Reviews;
using Command.Reviews.Slides;
using BigNumbers = Command.Reviews.Slides.Figures;

namespace Command.Boards.Reviews;

/// <summary>Messages and tip-offs by month, tip-offs by category and outcome, and the valuable ratio by unit.</summary>
internal static class TipoffSlides
{
    private const int PointsOfLimits = 40;
    private const int LabelledBeyond = 12;

    /// <summary>Above so many months "10/25" finds no room under half a slide and some programs break it; 9/25 and 1/26 beside 10 to 12 tell the year.</summary>
    private const int MonthsWithYears = 8;

    public static IEnumerable<Slide> Months(ReviewStory story)
    {
        var (texts, months) = (story.Texts, story.Figures.Course.Months);
        var charts = MonthCharts(story).Where(c => c.Series[0].Values.Count(v => v is not null) >= story.FewestMarks).ToList();
        if (charts.Count > 0)
        {
            var told = new[] { ReviewMetric.TipoffsReceived, ReviewMetric.Messages }.Where(m => story.Knows(m) && Shows(m)).ToList();
            yield return new Slide(told.Count > 0 ? story.Told(told[0]) : texts["review.months.title"], [new Columns([.. charts.Select(c => new Column([c]))])])
            {
                Lead = told.Count > 1 ? story.Told(told[1]) : null,
                Footnote = story.Footnote(texts["review.months.rule"], Shows(ReviewMetric.TipoffsReceived) ? story.Definition(ReviewMetric.TipoffsReceived) : null, months.Any(m => m.IsPart) ? texts["review.months.part"].Value : null, MonthsRule(story), Sum(ReviewMetric.Messages, m => m.Messages), Sum(ReviewMetric.TipoffsReceived, m => m.Received)),
                Notes = told.Count > 0 ? story.Aloud(told) : ReviewStory.Aloud([texts["review.months.title"]]),
            };
        }

        if (story.Figures.Course.Declared is { Count: > 0 } declared)
        {
            Figure[] ratio = RatioStandsWithDeclared(story) ? [story.Big(ReviewMetric.ValuableRatio)] : [];
            var said = declared.Select(d => texts["review.declared.told", story.Say.Name(d.Metric), story.Say.Precise(d.Precision, story.Write.Count(d.Value)), story.Write.Day(d.From), story.Write.Day(d.To)].Value).ToList();
            yield return new Slide(Title(),
            [
                new Columns(
                [
                    // The ratio's own line names both of its totals.
                    new Column([new BigNumbers([.. declared.Where(d => ratio.Length == 0 || d.Metric != ReviewMetric.TipoffsValuable.Name).Select(d => new Figure(story.Say.Name(d.Metric), story.Say.Precise(d.Precision, story.Write.Count(d.Value)), Days(d))), .. ratio])]),
                    .. DeclaredCharts(story).Select(c => new Column([c])),
                ]),
            ])
            {
                Lead = string.Join(" ", RatioLines(story).Take(ratio.Length).Prepend(texts["review.declared.lead"])),
                Footnote = story.Footnote(texts["review.documents", string.Join("; ", declared.Select(d => d.Document).OfType<string>().Distinct())], story.Metrics(declared.Count)),
                Notes = ReviewStory.Aloud(ratio.Length > 0 ? [.. said, story.Told(ReviewMetric.ValuableRatio), .. RatioLines(story)] : said),
            };

            string Title() => declared.Select(d => ReviewMetric.Find(d.Metric)!).OrderBy(m => m != ReviewMetric.TipoffsReceived).FirstOrDefault(m => story.Figures.Total(m)?.Now?.Basis == ReviewBasis.Declared) is { } first
                ? story.Told(first)
                : texts["review.declared.title"];
        }

        bool Shows(ReviewMetric metric) => charts.Exists(c => c.Name == NameOf(metric));

        string? Sum(ReviewMetric metric, Func<ReviewMonth, long?> value) => Shows(metric) && months.Sum(value) is > 0 and var sum ? story.N(story.Say.Name(metric.Name), sum) : null;

        string Days(ReviewDeclared d) => texts["period.Custom", story.Write.Day(d.From), story.Write.Day(d.To)];
    }

    private static IEnumerable<CategoryChart> MonthCharts(ReviewStory story)
    {
        var months = story.Figures.Course.Months;
        string[] names = [.. months.Select(m => Month(story, m))];
        if (months.Any(m => m.Messages > 0))
            yield return Line(ReviewMetric.Messages, [Series("messages", m => m.Messages)]);
        if (months.Any(m => m.Received > 0))
            yield return Line(ReviewMetric.TipoffsReceived, [Series("tipoffs_received", m => m.Received), Series("tipoffs_valuable", m => m.Valuable) with { Role = SeriesRole.Part }]);

        ChartSeries Series(string metric, Func<ReviewMonth, long?> value) => new(story.Say.Name(metric), [.. months.Select(m => (double?)value(m))]);

        CategoryChart Line(ReviewMetric metric, IReadOnlyList<ChartSeries> series) => new(
            NameOf(metric), story.Texts["review.chart.byMonth", story.Say.Name(metric.Name)], Alt(story, story.Say.Name(metric.Name), names.Zip(series[0].Values, (month, value) => $"{month}: {(value is { } known ? story.Write.Count(known) : Boards.Figures.Unknown)}")), ChartKind.Line, names, series);
    }

    private static IEnumerable<CategoryChart> DeclaredCharts(ReviewStory story)
    {
        var declared = story.Figures.Course.Declared;
        var tipoffs = declared.Where(d => d.Metric.StartsWith("tipoffs_", StringComparison.Ordinal)).ToList();
        var others = declared.Except(tipoffs).ToList();
        // A thousand tip-offs beside two hundred thousand questions would be a line; a template has one chart for all.
        return story.IsForTemplate || tipoffs.Count == 0 || others.Count == 0 ? [Declared(story, "declared.totals", declared)] : [Declared(story, "declared.tipoffs", tipoffs), Declared(story, "declared.messages", others)];
    }

    private static CategoryChart Declared(ReviewStory story, string name, IReadOnlyList<ReviewDeclared> declared)
    {
        var bars = declared.Select(d => $"{story.Say.Name(d.Metric)}, {story.Texts["period.Custom", story.Write.Day(d.From), story.Write.Day(d.To)].Value}").ToList();
        return new CategoryChart(name, story.Texts["review.declared.chart"], Alt(story, story.Texts["review.declared.chart"], bars.Zip(declared, (bar, d) => $"{bar}: {story.Say.Precise(d.Precision, story.Write.Count(d.Value))}")), ChartKind.Columns, bars,
            [new ChartSeries(story.Texts["review.source.declared"], [.. declared.Select(d => (double?)d.Value)], SeriesRole.Declared)])
        { HasLabels = true };
    }

    private static string NameOf(ReviewMetric metric) => metric == ReviewMetric.Messages ? "messages.by-month" : "tipoffs.by-month";

    public static IEnumerable<Slide> Kinds(ReviewStory story, TipoffPhrases tipoffs)
    {
        var (texts, figures) = (story.Texts, story.Figures);
        var charts = new List<Chart>();
        var categories = figures.Categories.Where(c => c.Ratio.Received > 0).OrderByDescending(c => c.Ratio.Received).ToList();
        var areValuable = story.IsForTemplate || categories.Exists(c => c.Ratio.Valuable > 0);
        if (categories.Count > 0)
        {
            charts.Add(new CategoryChart(
                "tipoffs.by-category", texts["review.chart.byCategory"], Alt(story, texts["review.chart.byCategory"], categories.Select(c => $"{tipoffs.Name(c.Category)}: {story.Write.Count(c.Ratio.Received)}")), ChartKind.Bars,
                [.. categories.Select(c => tipoffs.Name(c.Category))],
                [
                    new ChartSeries(story.Say.Name("tipoffs_received"), [.. categories.Select(c => (double?)c.Ratio.Received)]),
                    // Bars of nothing would only thin the others.
                    .. areValuable ? [new ChartSeries(story.Say.Name("tipoffs_valuable"), [.. categories.Select(c => (double?)c.Ratio.Valuable)], SeriesRole.Part)] : Array.Empty<ChartSeries>(),
                ])
            { HasLabels = !areValuable });
        }

        if (figures.Outcomes.Count > 0)
        {
            charts.Add(new CategoryChart(
                "tipoffs.by-outcome", texts["review.chart.byOutcome"], Alt(story, texts["review.chart.byOutcome"], figures.Outcomes.Select(o => $"{tipoffs.Name(o.Outcome)}: {story.Write.Count(o.Count)}")), ChartKind.Bars,
                [.. figures.Outcomes.Select(o => tipoffs.Name(o.Outcome))],
                [new ChartSeries(texts["review.outcomes.count"], [.. figures.Outcomes.Select(o => (double?)o.Count)])])
            { HasLabels = true });
        }

        if (charts.Count == 0 || charts.Max(c => ((CategoryChart)c).Categories.Count) < story.FewestMarks)
            yield break;
        // What others equal is not the most.
        var outcomes = figures.Outcomes.OrderByDescending(o => o.Count).ToList();
        var led = outcomes switch
        {
            [] => null,
            [var only] => texts["review.kinds.outcome.only", ReviewPhrases.Inside(tipoffs.Name(only.Outcome)), story.Write.Count(only.Count)].Value,
            [var first, var second, ..] when first.Count > second.Count => texts["review.kinds.outcome", ReviewPhrases.Inside(tipoffs.Name(first.Outcome)), story.Write.Count(first.Count)].Value,
            _ => texts["review.kinds.outcomes", story.Write.Count(outcomes.Sum(o => o.Count)), outcomes.Count].Value,
        };
        var alike = categories.Count(c => c.Ratio.Received == categories[0].Ratio.Received);
        var largest = categories.Count == 0 ? null
            : alike > 1 ? texts["review.kinds.alike", alike, story.Write.Count(categories[0].Ratio.Received), story.Write.Count(figures.Tipoffs.Received)].Value
            : texts[categories.Count == 1 ? "review.kinds.one" : "review.kinds.most", ReviewPhrases.Inside(tipoffs.Name(categories[0].Category)), story.Write.Count(categories[0].Ratio.Received), story.Write.Count(figures.Tipoffs.Received)].Value;
        yield return new Slide(largest ?? led!, [new Columns([.. charts.Select(c => new Column([c]))])])
        {
            Lead = largest is null ? null : led,
            Footnote = story.Footnote(story.Definition(ReviewMetric.TipoffsReceived), texts["review.n", story.Write.Count(figures.Tipoffs.Received)]),
            Notes = ReviewStory.Aloud(new[] { largest, led }.OfType<string>()),
        };
    }

    public static IEnumerable<Slide> Ratio(ReviewStory story)
    {
        var (texts, say, figures) = (story.Texts, story.Say, story.Figures);
        if (figures.Total(ReviewMetric.ValuableRatio)?.Now is not { } ratio || RatioStandsWithDeclared(story))
            yield break;
        var lines = RatioLines(story);
        var units = figures.Units.Where(u => u.Tipoffs.Received > 0).OrderByDescending(u => u.Tipoffs.Received).ToList();
        var footnote = story.Footnote(story.Definition(ReviewMetric.ValuableRatio), texts["review.n", say.Basis(ReviewMetric.ValuableRatio, ratio)!]);
        yield return new Slide(story.Told(ReviewMetric.ValuableRatio),
            figures.Funnel is { } funnel ? [new Columns([new Column([new BigNumbers([story.Big(ReviewMetric.ValuableRatio)]), ReviewStory.Bullets(lines)]), new Column([Plot(story, funnel, units)], 2)])]
            : [new BigNumbers([story.Big(ReviewMetric.ValuableRatio)]), ReviewStory.Bullets(lines)])
        {
            Footnote = footnote,
            Notes = ReviewStory.Aloud(lines.Prepend(story.Told(ReviewMetric.ValuableRatio))),
        };
        if (units.Count < story.FewestMarks)
            yield break;
        var provisional = units.Count(u => u.Tipoffs.IsProvisional);
        var (above, below) = (units.Count(u => u.Zone is FunnelZone.High or FunnelZone.FarHigh), units.Count(u => u.Zone is FunnelZone.Low or FunnelZone.FarLow));
        string finding = figures.Funnel is not { } limits ? provisional > 0 ? texts["review.ratio.units.open", provisional, units.Count] : texts["review.ratio.units.title"]
            : above + below == 0 ? texts["review.ratio.units.alike", say.Percent(100 * limits.Target)]
            : texts["review.ratio.units.apart", above, below];
        var drawn = story.Drawn(units, u => (u.Zone is null or FunnelZone.Within, -u.Tipoffs.Received));
        yield return new Slide(finding, [Bars(story, drawn)])
        {
            Lead = story.Lead(texts["review.ratio.units.lead"], "ratio", drawn.Count, units.Count),
            Footnote = story.Footnote(texts["review.ratio.units.rule"], provisional > 0 ? texts["review.ratio.units.provisional", provisional].Value : null, texts["review.n", say.Basis(ReviewMetric.ValuableRatio, ratio)!]),
            Notes = ReviewStory.Aloud(units.Take(6).Select(u => texts["review.ratio.unit", u.Name, say.Percent(100 * u.Tipoffs.Ratio!.Value), story.Write.Count(u.Tipoffs.Valuable), story.Write.Count(u.Tipoffs.Received)].Value).Prepend(finding)),
        };
    }

    /// <summary>What is known only from documents stands with the totals that make it; a remark gives it a slide.</summary>
    private static bool RatioStandsWithDeclared(ReviewStory story) =>
        story.Figures.Total(ReviewMetric.ValuableRatio)?.Now is { Basis: ReviewBasis.Declared } && story.Figures.Course.Declared.Count > 0 && story.Words.Remark(ReviewSection.Ratio).Length == 0;

    private static List<string> RatioLines(ReviewStory story)
    {
        var (texts, say, figures) = (story.Texts, story.Say, story.Figures);
        if (figures.Total(ReviewMetric.ValuableRatio)?.Now is not { } ratio)
            return [];
        return
        [
            .. ratio.Interval is { } interval ? [texts["review.ratio.interval", say.Between(interval)].Value] : Array.Empty<string>(),
            .. ratio.Bounds is { } bounds ? [texts["review.ratio.provisional", say.Between(bounds), story.Write.Count(figures.Tipoffs.Pending)].Value] : Array.Empty<string>(),
            .. ratio.Basis == ReviewBasis.Declared ? [texts["review.ratio.declared", string.Join("; ", ratio.Documents)].Value] : Array.Empty<string>(),
            .. figures.Tipoffs is { Received: > 0 } own ? [texts["review.ratio.parts", story.Write.Count(own.Pending), story.Write.Count(own.Awaiting), story.Write.Count(own.Candidates)].Value] : Array.Empty<string>(),
        ];
    }

    internal static string Alt(ReviewStory story, string what, IEnumerable<string> parts)
    {
        const int most = 24;
        var all = parts.ToList();
        return $"{what}. {story.Figures.UnitName}, {story.Period}: {string.Join("; ", all.Take(most))}{(all.Count > most ? "; …" : "")}.";
    }

    /// <summary>"3/26"; a month that begins in the one before has the name of the one in which it ends.</summary>
    internal static string Month(ReviewStory story, ReviewMonth month)
    {
        var named = FirstDay(story) is { } first && month.From.Day >= first ? month.From.AddMonths(1) : month.From;
        return named.ToString(named.Month >= 10 && story.Figures.Course.Months.Count > MonthsWithYears ? "%M" : "M/yy", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What a reader of their names must know of months that are not the calendar's.</summary>
    internal static string? MonthsRule(ReviewStory story) => FirstDay(story) is { } first ? story.Texts["review.months.from", first, first - 1].Value : null;

    private static int? FirstDay(ReviewStory story) => story.Figures.Course.Months.Where(m => m.From.Month != m.To.Month).Min(m => (int?)m.From.Day);

    private static ScatterChart Plot(ReviewStory story, Funnel funnel, IReadOnlyList<ReviewUnit> units)
    {
        var texts = story.Texts;
        var placed = units.Where(u => u.Zone is not null).ToList();
        var most = placed.Max(u => (double)u.Tipoffs.Received);
        var steps = Enumerable.Range(0, PointsOfLimits).Select(i => Math.Max(1, most * (i + 0.5) / PointsOfLimits)).Append(most * 1.05).Distinct().ToList();
        return new ScatterChart(
            "tipoffs.ratio-funnel",
            texts["review.chart.funnel"],
            TipoffSlides.Alt(story, texts["review.chart.funnel"], placed.Select(u => $"{u.Name}: {story.Say.Percent(100 * u.Tipoffs.Ratio!.Value)} ({story.Write.Count(u.Tipoffs.Valuable)}/{story.Write.Count(u.Tipoffs.Received)})")),
            texts["review.units"],
            [.. placed.Select(u => new ScatterPoint(u.Name, u.Tipoffs.Received, u.Tipoffs.Ratio!.Value, u.Zone is FunnelZone.Within ? Tone.Quiet : Tone.Accent, u.Zone is not FunnelZone.Within || (placed.Count <= LabelledBeyond && placed.Count(o => IsAt(o, u)) == 1)))],
            [
                new ScatterCurve(texts["review.funnel.mean"], [.. steps.Select(x => new CurvePoint(x, funnel.Target))], SeriesRole.Target),
                Curve(texts["figure.percent", 95], x => funnel.At(x, Funnel.Z95).High),
                Curve(texts["figure.percent", 95], x => funnel.At(x, Funnel.Z95).Low),
                Curve(texts["figure.percent", 99.8], x => funnel.At(x, Funnel.Z998).High, isOuter: true),
                Curve(texts["figure.percent", 99.8], x => funnel.At(x, Funnel.Z998).Low, isOuter: true),
            ])
        {
            XTitle = story.Say.Name("tipoffs_received"),
            YTitle = story.Say.Name("valuable_ratio"),
        };

        // Names over each other nobody reads.
        static bool IsAt(ReviewUnit one, ReviewUnit other) => (one.Tipoffs.Received, one.Tipoffs.Valuable) == (other.Tipoffs.Received, other.Tipoffs.Valuable);

        ScatterCurve Curve(string name, Func<double, double> limit, bool isOuter = false) => new(name, [.. steps.Select(x => new CurvePoint(x, limit(x)))], IsOuter: isOuter);
    }

    private static CategoryChart Bars(ReviewStory story, IReadOnlyList<ReviewUnit> units) => new(
        "tipoffs.ratio-by-unit",
        story.Texts["review.chart.ratioByUnit"],
        Alt(story, story.Texts["review.chart.ratioByUnit"], units.Select(u => $"{u.Name}: {story.Say.Percent(100 * u.Tipoffs.Ratio!.Value)} ({story.Write.Count(u.Tipoffs.Valuable)}/{story.Write.Count(u.Tipoffs.Received)})")),
        ChartKind.Bars,
        [.. units.Select(u => $"{u.Name} ({story.Write.Count(u.Tipoffs.Valuable)}/{story.Write.Count(u.Tipoffs.Received)})")],
        [
            new ChartSeries(story.Say.Name("valuable_ratio"), [.. units.Select(u => u.Tipoffs.Ratio)])
            {
                Intervals = [.. units.Select(u => u.Tipoffs.Interval is { } i ? new ChartInterval(i.Low, i.High) : null)],
                Tones = [.. units.Select(u => u.Zone is null ? Tone.Quiet : Tone.Normal)],
            },
        ])
    {
        Format = NumberFormat.Percent,
    };
}
