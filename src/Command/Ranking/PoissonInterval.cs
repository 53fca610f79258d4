namespace Command.Ranking;

/// <summary>The 95 % interval of a count.</summary>
public static class PoissonInterval
{
    private const double Z = 1.959964;
    private const double Tail = 0.025;

    /// <summary>Exact intervals (Garwood 1936, Biometrika 28:437) are used below it, Byar's approximation from there.</summary>
    private const long ByarFrom = 10;

    public static (double Low, double High) Of95(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count < ByarFrom)
            return (count == 0 ? 0 : Solve(mean => 1 - AtMost(count - 1, mean) - Tail), Solve(mean => Tail - AtMost(count, mean)));
        return (Byar(count, -Z), Byar(count + 1, Z));
    }

    /// <summary>P(X ≤ count) for X ~ Poisson(mean).</summary>
    internal static double AtMost(long count, double mean)
    {
        var term = Math.Exp(-mean);
        var sum = term;
        for (long k = 1; k <= count; k++)
        {
            term *= mean / k;
            sum += term;
        }

        return Math.Min(1, sum);
    }

    /// <summary>Breslow and Day 1987, Statistical Methods in Cancer Research II, page 69.</summary>
    private static double Byar(double x, double z)
    {
        var root = 1 - 1 / (9 * x) + z / (3 * Math.Sqrt(x));
        return x * root * root * root;
    }

    /// <summary>Where a rising function of the mean is 0, by halving.</summary>
    private static double Solve(Func<double, double> rising)
    {
        double low = 0, high = 100;
        for (var step = 0; step < 60; step++)
        {
            var middle = (low + high) / 2;
            if (rising(middle) < 0)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }
}
