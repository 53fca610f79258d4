namespace Command.Reviews.Slides;

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

/// <summary>A limit or a mean: thin, without marks, straight between its points.</summary>
/// <param name="Name">The upper and the lower limit may share one: the legend shows it once.</param>
/// <param name="Role">Target: the mean; Comparison: a limit, dashed.</param>
/// <param name="IsOuter">The wider of two limits, dotted.</param>
public sealed record ScatterCurve(string Name, IReadOnlyList<CurvePoint> Points, SeriesRole Role = SeriesRole.Comparison, bool IsOuter = false);

public sealed record CurvePoint(double X, double Y);
