using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>What was counted from events, by metric.</summary>
internal static class CountedTotals
{
    /// <summary>More than any histogram has.</summary>
    private const int Buckets = 10_000;

    public static async Task<IReadOnlyDictionary<short, MetricTotals>> ReadAsync(TotalsRange range, CancellationToken cancellation)
    {
        var rows = new List<Slot>();
        foreach (var part in await PageSum.OfAsync(range.Db, range.Pages.Always, range.From, range.To, cancellation))
        {
            // Both in one number: SQLite sorts what it groups, and millions of rows by one number in two thirds of the time.
            var sums = await part
                .GroupBy(r => r.Metric * Buckets + r.Bucket)
                .Select(g => new { g.Key, Count = g.Sum(r => r.Count), Sum = g.Sum(r => r.Sum) })
                .ToListAsync(cancellation);
            rows.AddRange(sums.Select(s => new Slot((short)(s.Key / Buckets), (short)(s.Key % Buckets), s.Count, s.Sum)));
        }

        if (range.Pages.Sometimes.Length > 0)
        {
            await foreach (var r in range.Rollups(range.Pages.Sometimes).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                if (range.Pages.Covers(r.PageId, r.Day))
                    rows.Add(new Slot(r.Metric, r.Bucket, r.Count, r.Sum));
            }
        }

        return rows.GroupBy(r => r.Metric).ToDictionary(g => g.Key, Fold);
    }

    private static MetricTotals Fold(IGrouping<short, Slot> slots)
    {
        var totals = new MetricTotals(slots.Sum(s => s.Count), slots.Sum(s => s.Sum), null);
        if (Metric.Of(slots.Key).Form != MetricForm.Duration)
            return totals;
        var histogram = new Histogram();
        foreach (var slot in slots)
            histogram.Add(slot.Bucket, slot.Count);
        return totals with { MedianSeconds = histogram.MedianSeconds() is { } median ? Math.Round(median) : null };
    }

    private sealed record Slot(short Metric, short Bucket, long Count, long Sum);
}
