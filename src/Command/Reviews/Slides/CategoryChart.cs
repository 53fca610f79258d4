namespace Command.Reviews.Slides;

/// <param name="Categories">Months, kinds or units: at least one, each formatted; under columns and lines best short: "T1", not "01/2026".</param>
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
