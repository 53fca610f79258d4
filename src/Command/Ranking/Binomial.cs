namespace Command.Ranking;

/// <summary>The binomial distribution.</summary>
public static class Binomial
{
    /// <summary>
    /// From this variance on, the normal approximation with continuity correction is off by less than half a percent
    /// whatever the skewness: its error is at most about 1 / (6 √(2π) √variance).
    /// </summary>
    private const double NormalFromVariance = 200;

    /// <summary>Beyond the mean, terms this much smaller than the sum add nothing to it.</summary>
    private const double Negligible = 1e-17;

    /// <summary>P(X ≥ k) for X ~ Bin(n, p).</summary>
    public static double AtLeast(long k, long n, double p)
    {
        if (k <= 0 || p >= 1)
            return 1;
        if (p <= 0 || k > n)
            return 0;
        var variance = n * p * (1 - p);
        if (variance >= NormalFromVariance)
            return 1 - Normal.Cumulative((k - 0.5 - n * p) / Math.Sqrt(variance));
        return p <= 0.5 ? 1 - Below(k, n, p) : Below(n - k + 1, n, 1 - p);
    }

    /// <summary>P(X &lt; k), summed term by term from the first: p ≤ ½ keeps that one from vanishing.</summary>
    private static double Below(long k, long n, double p)
    {
        var term = Math.Exp(n * Math.Log(1 - p));
        var sum = 0.0;
        for (long x = 0; x < k && (x < n * p || term > Negligible * sum); x++)
        {
            sum += term;
            term *= (n - x) * p / ((x + 1) * (1 - p));
        }

        return Math.Clamp(sum, 0, 1);
    }
}
