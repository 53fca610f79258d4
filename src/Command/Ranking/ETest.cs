namespace Command.Ranking;

/// <summary>
/// Two counts over different lengths: the E-test of two Poisson means (Krishnamoorthy and Thomson 2004, Journal of
/// Statistical Planning and Inference 119:23), which keeps its level for small counts.
/// </summary>
public static class ETest
{
    /// <summary>Terms beyond this many deviations add nothing that could be seen.</summary>
    private const double Deviations = 8;

    /// <summary>Two-sided p of "the same rate".</summary>
    /// <param name="length">Of the first count, above 0, in the same measure as <paramref name="otherLength"/>.</param>
    public static double P(long count, double length, long other, double otherLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(otherLength);
        var seen = Statistic(count, length, other, otherLength);
        if (seen == 0)
            return 1;
        var rate = (count + other) / (length + otherLength);
        var seconds = Terms(rate * otherLength).ToList();
        double p = 0;
        foreach (var (x, chance) in Terms(rate * length))
        {
            foreach (var (y, otherChance) in seconds)
            {
                if (Statistic(x, length, y, otherLength) >= seen - 1e-12)
                    p += chance * otherChance;
            }
        }

        return Math.Min(1, p);
    }

    private static double Statistic(double x, double length, double y, double otherLength)
    {
        var difference = Math.Abs(x / length - y / otherLength);
        return difference == 0 ? 0 : difference / Math.Sqrt(x / (length * length) + y / (otherLength * otherLength));
    }

    private static IEnumerable<(long Count, double Chance)> Terms(double mean)
    {
        var reach = Deviations * Math.Sqrt(mean) + Deviations;
        var first = (long)Math.Max(0, Math.Floor(mean - reach));
        var logarithm = -mean + first * Math.Log(mean) - Enumerable.Range(1, (int)first).Sum(k => Math.Log(k));
        var chance = Math.Exp(logarithm);
        for (var k = first; k <= mean + reach; k++)
        {
            yield return (k, chance);
            chance *= mean / (k + 1);
        }
    }
}
