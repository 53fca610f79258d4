using System.Globalization;
using System.Text;

namespace Command.Boards;

/// <summary>
/// The hours of a day as curves in a box of 240 × 100 that the page stretches: an hour is 10 wide and stands at its
/// middle, the box begins at zero.
/// </summary>
/// <param name="Top">What the upper edge stands for: a round even number, so that its half can be read too.</param>
public sealed record HourCurves(double Top)
{
    public const int Hours = 24;

    /// <summary>Tenths of a power of ten.</summary>
    private static readonly double[] steps = [10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100];

    /// <summary>Less apart than this share of the height, two labels would cover each other.</summary>
    private const double LeastLabelDistance = 0.09;

    public static HourCurves Of(params IEnumerable<IEnumerable<long?>> curves)
    {
        var greatest = Math.Max(curves.SelectMany(c => c).Max() ?? 0, 4);
        var power = Math.Pow(10, Math.Floor(Math.Log10(greatest)));
        var top = steps.Select(step => step * power / 10).First(t => t >= greatest && t % 2 == 0);
        return new HourCurves(top);
    }

    /// <summary>0 at the upper edge, 1 at zero.</summary>
    public double Depth(double value) => 1 - value / Top;

    /// <summary>The line through all known hours; a gap where an hour is unknown.</summary>
    public string Line(IReadOnlyList<long?> values, int from = 0)
    {
        var path = new StringBuilder();
        var pen = 'M';
        for (var hour = from; hour < values.Count; hour++)
        {
            if (values[hour] is not { } value)
            {
                pen = 'M';
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{pen}{10 * hour + 5} {100 * Depth(value):0.##}");
            pen = 'L';
        }

        return path.ToString();
    }

    /// <summary>What lies under the line of the hours before <paramref name="end"/>.</summary>
    public string Area(IReadOnlyList<long?> values, int end)
    {
        var known = Enumerable.Range(0, end).TakeWhile(h => values[h] is not null).ToList();
        return known.Count < 2 ? "" : $"{Line([.. values.Take(known.Count)])}L{10 * known.Count - 5} 100L5 100Z";
    }

    /// <summary>Moves labels apart that would cover each other, the upper ones first; their order stays.</summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> depths)
    {
        var placed = new double[depths.Count];
        var lowest = double.NegativeInfinity;
        foreach (var i in Enumerable.Range(0, depths.Count).OrderBy(i => depths[i]))
            lowest = placed[i] = Math.Max(depths[i], lowest + LeastLabelDistance);
        var tooLow = Math.Max(0, lowest - 1);
        return [.. placed.Select(depth => depth - tooLow)];
    }
}
