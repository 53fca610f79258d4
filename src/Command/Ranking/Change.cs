using Command.Rollups;

namespace Command.Ranking;

/// <summary>How much a difference means, beyond the noise of counting.</summary>
public enum ChangeMark
{
    /// <summary>Too few cases, or nothing to compare with.</summary>
    Unknown,

    /// <summary>|z| under 2: "trong mức dao động".</summary>
    Within,
    Up,
    FarUp,
    Down,
    FarDown,
}

/// <summary>
/// Noise-aware marks between two numbers over equal lengths of time. Counts: variance-stabilised difference of
/// Poisson counts (Anscombe): √count has variance ¼, the difference of two ½, so z = √2(√now − √before)/√φ.
/// </summary>
public static class Change
{
    private const int FewestCases = 5;
    private const int FewestForPercent = 30;
    private const double ThinFrom = 2;
    private const double BoldFrom = 3;

    /// <summary>Beyond so many cases any tiny change is significant: then it must also be a twentieth.</summary>
    private const int ManyCases = 10_000;
    private const double LeastShareOfMany = 0.05;

    /// <summary>The E-test walks over pairs of counts: beyond this it takes long and tells nothing new.</summary>
    private const int MostForETest = 500;

    /// <param name="phi">Dispersion, at least 1.</param>
    public static double Z(double now, double before, double phi = 1) =>
        Math.Sqrt(2 / phi) * (Math.Sqrt(now) - Math.Sqrt(before));

    public static ChangeMark OfCounts(long now, long before, double phi = 1)
    {
        if (Math.Max(now, before) < FewestCases)
            return ChangeMark.Unknown;
        if (Math.Max(now, before) > ManyCases && Math.Abs(now - before) < LeastShareOfMany * before)
            return ChangeMark.Within;
        return Of(Z(now, before, phi));
    }

    /// <summary>Two counts over different lengths, in one measure: the E-test while the counts are small, else the normal law that it nears.</summary>
    public static ChangeMark OfRates(long now, double nowLength, long before, double beforeLength, double phi = 1)
    {
        var most = Math.Max(now, before);
        if (most < FewestCases)
            return ChangeMark.Unknown;
        var (rate, other) = (now / nowLength, before / beforeLength);
        if (most > ManyCases && Math.Abs(rate - other) < LeastShareOfMany * other)
            return ChangeMark.Within;
        var size = most <= MostForETest
            ? Normal.Quantile(1 - Math.Clamp(ETest.P(now, nowLength, before, beforeLength), 1e-12, 1) / 2)
            : Math.Abs(rate - other) / Math.Sqrt(now / (nowLength * nowLength) + before / (beforeLength * beforeLength));
        return Of(Math.Sign(rate - other) * size / Math.Sqrt(phi));
    }

    /// <summary>Two shares, s of n each: two-proportion z with pooled variance.</summary>
    public static ChangeMark OfShares(long now, long nowOf, long before, long beforeOf)
    {
        if (Math.Min(nowOf, beforeOf) < FewestCases)
            return ChangeMark.Unknown;
        var pooled = (double)(now + before) / (nowOf + beforeOf);
        var deviation = Math.Sqrt(pooled * (1 - pooled) * (1.0 / nowOf + 1.0 / beforeOf));
        return deviation == 0 ? ChangeMark.Within : Of(((double)now / nowOf - (double)before / beforeOf) / deviation);
    }

    /// <summary>
    /// Two medians, by the bootstrap. Its distribution needs no drawing: the median of n draws lies at or below a
    /// bucket when at least half of them do, which is a binomial tail (Efron 1979, Annals of Statistics 7:1).
    /// </summary>
    public static ChangeMark OfMedians(Histogram now, Histogram before)
    {
        if (Math.Min(now.Count, before.Count) < FewestCases)
            return ChangeMark.Unknown;
        var beforeMedian = MedianDistribution(before);
        double above = 0, same = 0;
        foreach (var (bucket, probability) in MedianDistribution(now))
        {
            above += probability * beforeMedian.Where(b => b.Bucket < bucket).Sum(b => b.Probability);
            same += probability * beforeMedian.Where(b => b.Bucket == bucket).Sum(b => b.Probability);
        }

        return Of(Normal.Quantile(above + same / 2));
    }

    /// <summary>Change in percent; null when the base is too small for a percentage to mean anything.</summary>
    public static double? Percent(double now, double before) =>
        before >= FewestForPercent ? 100 * (now - before) / before : null;

    /// <summary>
    /// Variance over mean of counts of comparable spans, at least 1; 1 when fewer than three are known.
    /// </summary>
    public static double Dispersion(IReadOnlyCollection<long> counts)
    {
        if (counts.Count < 3)
            return 1;
        var mean = counts.Average();
        if (mean == 0)
            return 1;
        var variance = counts.Sum(c => (c - mean) * (c - mean)) / (counts.Count - 1);
        return Math.Max(1, variance / mean);
    }

    private static ChangeMark Of(double z) => z switch
    {
        >= BoldFrom => ChangeMark.FarUp,
        >= ThinFrom => ChangeMark.Up,
        <= -BoldFrom => ChangeMark.FarDown,
        <= -ThinFrom => ChangeMark.Down,
        _ => ChangeMark.Within,
    };

    private static List<(short Bucket, double Probability)> MedianDistribution(Histogram histogram)
    {
        var n = histogram.Count;
        var rank = (n + 1) / 2;
        var distribution = new List<(short, double)>();
        long seen = 0;
        double below = 0;
        foreach (var (bucket, count) in histogram.Buckets)
        {
            seen += count;
            var atOrBelow = Binomial.AtLeast(rank, n, (double)seen / n);
            distribution.Add((bucket, atOrBelow - below));
            below = atOrBelow;
        }

        return distribution;
    }
}
