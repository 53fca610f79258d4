using Command.Rollups;

namespace Command.Comparable;

/// <summary>How long something took, by bucket of <see cref="Histogram"/>. Restated the counts are fractional, and so they stay until the median is told.</summary>
public sealed class Durations
{
    private readonly SortedDictionary<short, double> counts = [];

    public static Durations Of(short bucket, double count) => new() { counts = { [bucket] = count } };

    /// <summary>The middle one, as <see cref="Histogram.MedianSeconds"/> has it of whole counts.</summary>
    public double? MedianSeconds
    {
        get
        {
            var half = counts.Values.Sum() / 2;
            var seen = 0.0;
            foreach (var (bucket, count) in counts)
            {
                seen += count;
                if (seen > 0 && seen >= half - 1e-9)
                    return Histogram.MiddleSeconds(bucket);
            }

            return null;
        }
    }

    /// <summary>What is left without these, which are among them.</summary>
    public Durations Without(Durations? part) => part is null ? this : Together(this, part.Part(-1))!;

    /// <summary>Whole counts.</summary>
    public Histogram Whole()
    {
        var histogram = new Histogram();
        foreach (var (bucket, count) in counts)
            histogram.Add(bucket, (long)Math.Round(count));
        return histogram;
    }

    public Durations Part(double share)
    {
        var part = new Durations();
        foreach (var (bucket, count) in counts)
            part.counts[bucket] = count * share;
        return part;
    }

    /// <summary>Both together; null: of neither anything is known.</summary>
    public static Durations? Together(Durations? a, Durations? b)
    {
        if (a is null || b is null)
            return a ?? b;
        var both = a.Part(1);
        foreach (var (bucket, count) in b.counts)
            both.counts[bucket] = both.counts.GetValueOrDefault(bucket) + count;
        return both;
    }
}
