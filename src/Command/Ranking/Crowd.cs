using System.Buffers;

namespace Command.Ranking;

/// <summary>
/// Places among hundreds of units, computed instead of drawn. How many of so many independent units lie above a value is
/// as good as normal, with mean Σp and variance Σp(1 − p), p being each one's chance to lie above it. So a unit's rank
/// is uncertain by its own value, and a little by that of the others.
/// </summary>
public static class Crowd
{
    /// <summary>From here on its ranks lie nearer to the true ones than 2,000 plain draws do (CrowdTests); drawing takes longer the more units there are.</summary>
    public const int FewestUnits = 300;

    /// <summary>The middle of the first two and of the last two but one is the 5 % and the 95 % point.</summary>
    public const int SlicesOfUnit = 40;

    private const double Z95 = 1.644854;

    /// <summary>With so many on average above it a unit has no chance of the first three places.</summary>
    private const double TooManyAbove = 30;

    /// <param name="slice">Fills in equally likely values of a unit, ascending.</param>
    public static IReadOnlyList<Place> Of(IReadOnlyList<double> scores, Action<int, Span<double>> slice)
    {
        // A megabyte for a nation, and dozens of them one after the other when weights are tried.
        var values = ArrayPool<double>.Shared.Rent(scores.Count * SlicesOfUnit);
        Parallel.For(0, scores.Count, unit => slice(unit, values.AsSpan(unit * SlicesOfUnit, SlicesOfUnit)));
        var above = new CrowdAbove(values.AsSpan(0, scores.Count * SlicesOfUnit), SlicesOfUnit);
        var places = new Place[scores.Count];
        for (var i = 0; i < places.Length; i++)
            places[i] = Of(scores[i], values.AsSpan(i * SlicesOfUnit, SlicesOfUnit), above, places.Length);
        ArrayPool<double>.Shared.Return(values);
        return Ranks.Banded(places);
    }

    private static Place Of(double score, ReadOnlySpan<double> own, CrowdAbove above, int units)
    {
        // The unit itself is no rival of its own: its own share goes off again.
        var (others, theirs) = Rivals(own, SlicesOfUnit / 2, above);
        var best = others - Rivals(own, SlicesOfUnit - 2, above).Mean;
        var worst = Rivals(own, 2, above).Mean - others;
        var noise = Z95 * Z95 * theirs;
        return new Place(
            score,
            Math.Clamp(Math.Round(2 * (1 + others)) / 2, 1, units),
            (int)Math.Clamp(Math.Round(1 + others - Math.Sqrt(best * best + noise)), 1, units),
            (int)Math.Clamp(Math.Round(1 + others + Math.Sqrt(worst * worst + noise)), 1, units),
            TopThree(own, above),
            0);
    }

    /// <summary>Others above the point between two of the unit's slices: mean and variance.</summary>
    private static (double Mean, double Variance) Rivals(ReadOnlySpan<double> own, int slice, CrowdAbove above)
    {
        var (mean, squares) = above.At((own[slice - 1] + own[slice]) / 2);
        var self = (SlicesOfUnit - slice) / (double)SlicesOfUnit;
        return (Math.Max(0, mean - self), Math.Max(0, mean - squares - self * (1 - self)));
    }

    private static double TopThree(ReadOnlySpan<double> own, CrowdAbove above)
    {
        var sum = 0.0;
        for (var slice = SlicesOfUnit - 1; slice >= 0; slice--)
        {
            var (mean, squares) = above.At(own[slice]);
            var self = (SlicesOfUnit - 0.5 - slice) / SlicesOfUnit;
            if (mean - self > TooManyAbove)
                break;
            sum += AtMostTwo(Math.Max(0, mean - self), Math.Max(0, squares - self * self));
        }

        return sum / SlicesOfUnit;
    }

    /// <summary>P(at most two above): the binomial with the same mean Σp and variance Σp − Σp², since so few are not normal.</summary>
    private static double AtMostTwo(double mean, double squares)
    {
        if (mean < 1e-9)
            return 1;
        var p = Math.Clamp(squares / mean, 1e-9, 1 - 1e-9);
        var n = mean / p;
        var none = Math.Exp(n * Math.Log(1 - p));
        var one = n * p / (1 - p) * none;
        var two = Math.Max(0, (n - 1) / 2 * p / (1 - p) * one);
        return Math.Min(1, none + one + two);
    }
}
