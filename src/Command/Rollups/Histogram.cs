namespace Command.Rollups;

/// <summary>
/// Durations in fixed buckets whose edges grow by a tenth, from one second to beyond 90 days. A quantile is answered
/// with the geometric middle of its bucket, so it is off by less than √1.1 − 1 = 4.9 %.
/// </summary>
public sealed class Histogram
{
    private const double Growth = 1.1;
    private static readonly double logGrowth = Math.Log(Growth);
    private readonly SortedList<short, long> buckets = [];

    /// <summary>Number of durations.</summary>
    public long Count { get; private set; }

    /// <summary>Non-empty buckets in ascending order.</summary>
    public IReadOnlyDictionary<short, long> Buckets => buckets;

    /// <summary>Bucket 0 holds less than a second; bucket k ≥ 1 holds [1.1^(k−1), 1.1^k) seconds.</summary>
    public static short BucketOf(TimeSpan duration)
    {
        var seconds = duration.TotalSeconds;
        return seconds < 1 ? (short)0 : (short)(1 + (int)Math.Floor(Math.Log(seconds) / logGrowth));
    }

    /// <summary>The middle of a bucket, in seconds.</summary>
    public static double MiddleSeconds(short bucket) => bucket == 0 ? 0.5 : Math.Pow(Growth, bucket - 0.5);

    public void Add(short bucket, long count)
    {
        var sum = buckets.GetValueOrDefault(bucket) + count;
        if (sum == 0)
            buckets.Remove(bucket);
        else
            buckets[bucket] = sum;
        Count += count;
    }

    public void Add(Histogram other)
    {
        foreach (var (bucket, count) in other.buckets)
            Add(bucket, count);
    }

    /// <summary>The median in seconds; null without a duration.</summary>
    public double? MedianSeconds()
    {
        var rank = (Count + 1) / 2;
        long seen = 0;
        foreach (var (bucket, count) in buckets)
        {
            seen += count;
            if (seen >= rank && Count > 0)
                return MiddleSeconds(bucket);
        }

        return null;
    }
}
