namespace Command.Reviews.Slides;

/// <summary>
/// A native chart with its own workbook inside the file. Numbers are raw: a ratio is 0.2496, and Office formats it in its
/// reader's way.
/// </summary>
/// <param name="Name">Stable and unlike any other in the deck: `tipoffs.by-month`. A template's chart of this name is filled.</param>
/// <param name="Title">Shown small above the chart; says what is counted.</param>
/// <param name="AltText">What a screen reader says of it: the shape and its two or three numbers.</param>
public abstract record Chart(string Name, string Title, string AltText) : Block
{
    /// <summary>What the graphic is called on its slide.</summary>
    internal virtual string GraphicName => Name;
}

public enum ChartKind
{
    /// <summary>Over time; an unknown value is a gap.</summary>
    Line,

    /// <summary>Upright, side by side, from zero.</summary>
    Columns,

    /// <summary>Upright, on each other, from zero.</summary>
    StackedColumns,

    /// <summary>Lying, from zero, the first category on top; intervals where a series has them. More than fit go on on the next slide.</summary>
    Bars,

    /// <summary>Lying, on each other, from zero.</summary>
    StackedBars,
}

public enum NumberFormat
{
    /// <summary>`#,##0`</summary>
    Count,

    /// <summary>`0.0%` of a share between 0 and 1.</summary>
    Percent,
}

/// <summary>What a series stands for, which is what it looks like.</summary>
public enum SeriesRole
{
    /// <summary>This period: solid blue.</summary>
    Period,

    /// <summary>What it is compared with: grey, dashed where it is a line.</summary>
    Comparison,

    /// <summary>What was set: thin; over columns a line.</summary>
    Target,

    /// <summary>Published by somebody and not collected here: hatched.</summary>
    Declared,

    /// <summary>One of several kinds beside each other: the shades of blue and grey in turn.</summary>
    Part,

    Waits,
    Overdue,
}

/// <param name="Categories">Months, kinds or units: at least one, each formatted.</param>
/// <param name="Series">At least one, each with one value for every category.</param>
public sealed record CategoryChart(string Name, string Title, string AltText, ChartKind Kind, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : Chart(Name, Title, AltText)
{
    public NumberFormat Format { get; init; } = NumberFormat.Count;

    public string? CategoryTitle { get; init; }

    public string? ValueTitle { get; init; }

    /// <summary>Each value written at its mark, which spares the axis. Best with few marks; not where intervals are drawn.</summary>
    public bool HasLabels { get; init; }

    /// <summary>The end of the value axis, where the data should not say it: 1 for shares of a whole.</summary>
    public double? Maximum { get; init; }

    /// <summary>From 1: a chart of bars that goes on on further slides has a name of its own on each.</summary>
    internal int Part { get; init; } = 1;

    /// <summary>Points that the categories take in all parts of a chart; null: what they hold.</summary>
    internal double? LabelWidth { get; init; }

    internal override string GraphicName => Part == 1 ? Name : $"{Name}.{Part}";

    internal CategoryChart Slice(int from, int count) => this with
    {
        Categories = [.. Categories.Skip(from).Take(count)],
        Series = [.. Series.Select(s => s.Slice(from, count))],
    };
}

/// <param name="Values">One for each category; null is unknown and stays empty: never zero.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, SeriesRole Role = SeriesRole.Period)
{
    /// <summary>An interval around each value of <see cref="ChartKind.Bars"/> or columns, low ≤ value ≤ high; null: none is drawn.</summary>
    public IReadOnlyList<ChartInterval?>? Intervals { get; init; }

    /// <summary>What the way down to the low end and up to the high end is called in the workbook's heads.</summary>
    public string LowName { get; init; } = "−95 %";

    public string HighName { get; init; } = "+95 %";

    /// <summary>Single marks that are meant otherwise than the series; null: none.</summary>
    public IReadOnlyList<Tone>? Tones { get; init; }

    internal ChartSeries Slice(int from, int count) => this with
    {
        Values = [.. Values.Skip(from).Take(count)],
        Intervals = Intervals is null ? null : [.. Intervals.Skip(from).Take(count)],
        Tones = Tones is null ? null : [.. Tones.Skip(from).Take(count)],
    };
}

/// <summary>In the unit of the values.</summary>
public sealed record ChartInterval(double Low, double High);

/// <summary>Points over curves: a funnel plot. Both axes carry numbers.</summary>
/// <param name="Points">At least one.</param>
/// <param name="PointsName">What the points are, for the legend and the workbook's head.</param>
public sealed record ScatterChart(string Name, string Title, string AltText, string PointsName, IReadOnlyList<ScatterPoint> Points, IReadOnlyList<ScatterCurve> Curves) : Chart(Name, Title, AltText)
{
    public NumberFormat XFormat { get; init; } = NumberFormat.Count;

    public NumberFormat YFormat { get; init; } = NumberFormat.Percent;

    public string? XTitle { get; init; }

    public string? YTitle { get; init; }
}

/// <param name="Label">The unit; in the workbook always, at the point where <paramref name="IsLabelled"/>.</param>
/// <param name="Tone">Quiet: inside the limits; Accent: noteworthy; Waits, Overdue: as everywhere.</param>
public sealed record ScatterPoint(string Label, double X, double Y, Tone Tone = Tone.Normal, bool IsLabelled = false);

/// <summary>A limit or a mean: smooth, thin, without marks.</summary>
/// <param name="Name">The upper and the lower limit may share one: the legend shows it once.</param>
/// <param name="Role">Target: the mean; Comparison: a limit, dashed.</param>
/// <param name="IsOuter">The wider of two limits, dotted.</param>
public sealed record ScatterCurve(string Name, IReadOnlyList<CurvePoint> Points, SeriesRole Role = SeriesRole.Comparison, bool IsOuter = false);

public sealed record CurvePoint(double X, double Y);
