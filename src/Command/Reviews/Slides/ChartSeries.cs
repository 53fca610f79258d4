namespace Command.Reviews.Slides;

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

/// <summary>In the unit of the values.</summary>
public sealed record ChartInterval(double Low, double High);
