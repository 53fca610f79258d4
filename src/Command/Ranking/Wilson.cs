namespace Command.Ranking;

/// <summary>The Wilson score interval of a ratio: honest for small numbers, never below 0 or above 1.</summary>
public static class Wilson
{
    /// <summary>Standard normal quantile of 97.5 %.</summary>
    private const double Z = 1.959964;

    /// <exception cref="ArgumentOutOfRangeException">Not 0 ≤ successes ≤ cases, or no cases.</exception>
    public static (double Low, double High) Interval95(double successes, double cases)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cases);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, cases);
        var ratio = successes / cases;
        var scale = 1 + Z * Z / cases;
        var middle = (ratio + Z * Z / (2 * cases)) / scale;
        var half = Z * Math.Sqrt(ratio * (1 - ratio) / cases + Z * Z / (4 * cases * cases)) / scale;
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}
