using System.Globalization;
using System.Text;
using Command.Comparable;

namespace Command.Boards.Compare;

/// <summary>A scale of lines in a box of 100 × 100 that the page stretches.</summary>
/// <param name="Top">What the upper edge stands for: round, so that its half can be read too.</param>
/// <param name="Points">Of the longest line.</param>
/// <param name="Floor">What the lower edge stands for.</param>
public sealed record SharedScale(double Top, int Points, double Floor = 0)
{
    /// <summary>Tenths of a power of ten.</summary>
    private static readonly double[] steps = [10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100];

    private const int LeastTop = 4;

    public static SharedScale Of(Comparison comparison)
    {
        var measure = comparison.Measure;
        var greatest = comparison.Lines
            .SelectMany(l => l.Points.Select(p => p.Figure).Concat(l.Group?.Figures ?? []))
            .Max(f => f?.Number(measure)) ?? 0;
        return Of(greatest, comparison.Length, measure.Form == MeasureForm.Share);
    }

    /// <summary>Of one level, which moves little beside its size: from its least value to its greatest. Whoever draws it writes both down.</summary>
    public static SharedScale OfLevel(IReadOnlyList<double?> values, int points)
    {
        var (least, greatest) = (values.Min() ?? 0, values.Max() ?? 0);
        return least < greatest ? new(greatest, points, least) : new(greatest + 1, points, least - 1);
    }

    /// <param name="greatest">Value of all lines.</param>
    /// <param name="isShare">Of a whole: the scale ends at 1.</param>
    public static SharedScale Of(double greatest, int points, bool isShare) =>
        new(isShare ? Round(Math.Max(greatest, 0.02), 1) : Round(Math.Max(greatest, LeastTop), double.MaxValue), points);

    /// <summary>0 at the left edge, 1 at the right.</summary>
    public double Across(int point) => (point + 0.5) / Math.Max(Points, 1);

    /// <summary>0 at the upper edge, 1 at the lower.</summary>
    public double Depth(double value) => 1 - (value - Floor) / (Top - Floor);

    /// <summary>The line through all known points; a gap where one is unknown, a dot where a point stands alone.</summary>
    public string Line(IReadOnlyList<double?> values)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is not { } value)
                continue;
            var isFirst = i == 0 || values[i - 1] is null;
            path.Append(CultureInfo.InvariantCulture, $"{(isFirst ? 'M' : 'L')}{100 * Across(i):0.##} {100 * Depth(value):0.##}");
            if (isFirst && (i + 1 == values.Count || values[i + 1] is null))
                path.Append("h0");
        }

        return path.ToString();
    }

    private static double Round(double greatest, double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(greatest)));
        return Math.Min(steps.Select(step => step * power / 10).First(top => top >= greatest - 1e-12), most);
    }
}
