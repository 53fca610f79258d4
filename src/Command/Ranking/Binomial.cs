namespace Command.Ranking;

/// <summary>The binomial distribution.</summary>
public static class Binomial
{
    /// <summary>From this variance on, the normal approximation with continuity correction is off by less than half a percent.</summary>
    private const double NormalFromVariance = 25;

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

        // Exact sum of the lower tail, term by term from the last: x → x + 1 multiplies by (n − x)p / ((x + 1)(1 − p)).
        var term = Math.Exp(n * Math.Log(1 - p));
        var sum = 0.0;
        for (long x = 0; x < k; x++)
        {
            sum += term;
            term *= (n - x) * p / ((x + 1) * (1 - p));
        }

        return Math.Clamp(1 - sum, 0, 1);
    }
}
