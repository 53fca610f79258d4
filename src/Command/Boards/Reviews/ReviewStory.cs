using Command.Boards.Shell;
using Command.Reviews;
using Command.Reviews.Slides;
using Microsoft.Extensions.Localization;
using BigNumber = Command.Reviews.Slides.Figure;
using Grid = Command.Reviews.Slides.Table;

namespace Command.Boards.Reviews;

/// <summary>One review in the telling: its figures and words with what every slide needs.</summary>
/// <param name="Texts">Of the language that is spoken.</param>
public sealed record ReviewStory(ReviewFigures Figures, ReviewWords Words, string Title, ReviewPhrases Say, Figures Write, IStringLocalizer<Texts> Texts)
{
    /// <summary>Charts are to fill a template's: one for each that it may hold, however little there is to draw.</summary>
    public bool IsForTemplate { get; init; }

    /// <summary>One bar or one point makes no slide worth its time.</summary>
    public int FewestMarks => IsForTemplate ? 1 : 2;

    /// <summary>So many names stand one by one, on two slides at most.</summary>
    public const int MostUnits = 24;

    /// <summary>Of more than those: as many as one slide takes beside some numbers.</summary>
    public const int UnitsDrawn = 12;

    public string Period => Say.Name(Figures.Period);

    /// <summary>Definition, n, data time: what stands small under every slide.</summary>
    /// <param name="parts">Empty ones are left out.</param>
    public string Footnote(params string?[] parts) => string.Join(" · ", [.. parts.Where(p => !string.IsNullOrEmpty(p)), Texts["review.dataAt", Say.Time(Figures.DataAt)].Value]);

    /// <summary>"Đơn vị: n = 18": how much of what a slide stands on.</summary>
    public string N(string what, double count) => Texts["review.n.of", what, Write.Count(count)];

    public string Units(int count) => N(Texts["review.column.unit"], count);

    public string Metrics(int count) => N(Texts["review.column.metric"], count);

    public string Definition(ReviewMetric metric) => Say.Definition(metric) is { Length: > 0 } said ? $"{Say.Name(metric.Name)}: {said}" : "";

    /// <summary>A big number with what it stands on and how it changed.</summary>
    public BigNumber Big(ReviewMetric metric)
    {
        var total = Figures.Total(metric);
        string?[] below =
        [
            Say.Basis(metric, total?.Now),
            total is null ? null : Say.Change(total),
            total?.Now is { Basis: ReviewBasis.Declared } ? Texts["review.source.declared"].Value : null,
        ];
        return new BigNumber(Say.Name(metric.Name), Say.Value(metric, total?.Now), string.Join(" · ", below.Where(b => b is not null)) is { Length: > 0 } said ? said : null);
    }

    /// <summary>"Đã nhận 1.230 tin báo, tăng 12 % so với tháng 1/2026": a title, as far as a finding is safe.</summary>
    public string Told(ReviewMetric metric) => Say.Told(metric, Figures.Total(metric), Figures.Before, Figures.Tipoffs.Pending);

    /// <summary>What is told of several, each as a sentence of its own line, to be said aloud.</summary>
    public string Aloud(IEnumerable<ReviewMetric> metrics) => Aloud(Sentences(metrics));

    /// <summary>Where all of several are declared that is said once.</summary>
    public IEnumerable<string> Sentences(IEnumerable<ReviewMetric> metrics)
    {
        var all = metrics.ToList();
        // The ratio names how many are valuable.
        if (all.Contains(ReviewMetric.ValuableRatio))
            all.Remove(ReviewMetric.TipoffsValuable);
        return all.Count < 2 || all.Exists(m => Figures.Total(m)?.Now is not { Basis: ReviewBasis.Declared })
            ? all.Select(Told)
            : all.Select(m => Say.Told(m, Figures.Total(m), Figures.Before, Figures.Tipoffs.Pending, names: false)).Prepend(Texts["review.aloud.declared"]);
    }

    /// <summary>Those to draw, in their order: more bars nobody in a hall reads, and the workbook has all.</summary>
    /// <param name="rank">The lowest come first.</param>
    public IReadOnlyList<ReviewUnit> Drawn<T>(IReadOnlyList<ReviewUnit> units, Func<ReviewUnit, T> rank) =>
        IsForTemplate || units.Count <= MostUnits ? units : [.. units.Where(units.OrderBy(rank).Take(UnitsDrawn).ToHashSet().Contains)];

    /// <summary>What is said above a chart, with which units it leaves out; null: nothing.</summary>
    /// <param name="which">Part of the key of the sentence.</param>
    public string? Lead(string? said, string which, int drawn, int all)
    {
        var leftOut = drawn < all ? Texts[$"review.units.drawn.{which}", drawn, all].Value : null;
        return said is null || leftOut is null ? said ?? leftOut : $"{said} {leftOut}";
    }

    public static string Aloud(IEnumerable<string> clauses) => string.Join("\n", clauses.Select(c => c.EndsWith('.') ? c : $"{c}."));

    public bool Knows(ReviewMetric metric) => Figures.Total(metric)?.Now is not null;

    public static Grid Rows(string alt, IReadOnlyList<TableColumn> columns, IEnumerable<TableRow> rows) => new(alt, columns, [.. rows]);

    public static TableRow Row(params string[] cells) => new([.. cells.Select(c => new TableCell(c))]);

    public static Prose Bullets(IEnumerable<string> lines) => new([.. lines.Select(l => new Line(l, IsBullet: true))]);
}
