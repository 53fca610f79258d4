using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>Levels that platforms told, by metric: followers and the like.</summary>
internal static class LevelTotals
{
    private static readonly short[] levels = [.. Metric.All.Where(m => m is { Form: MetricForm.Level, IsQuoted: false }).Select(m => m.Id)];

    public static async Task<IReadOnlyDictionary<short, MetricTotals>> ReadAsync(TotalsRange range, CancellationToken cancellation)
    {
        var inRange = await CountAsync(range, cancellation);
        var last = await LastAsync(range, cancellation);
        return levels.Where(m => inRange.ContainsKey(m) || last.ContainsKey(m))
            .ToDictionary(m => m, m => new MetricTotals(inRange.GetValueOrDefault(m), null, last.TryGetValue(m, out var sum) ? sum : null));
    }

    private static async Task<Dictionary<short, long>> CountAsync(TotalsRange range, CancellationToken cancellation)
    {
        var counts = await Told(range.ReadingsAt(range.Pages.Always)).GroupBy(r => r.Metric)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellation);
        if (range.Pages.Sometimes.Length == 0)
            return counts;
        await foreach (var reading in Told(range.ReadingsAt(range.Pages.Sometimes)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (range.Covers(reading))
                counts[reading.Metric] = counts.GetValueOrDefault(reading.Metric) + 1;
        }

        return counts;
    }

    /// <summary>The last reading of each page that belongs to the subtree on the last day, however old it is.</summary>
    private static async Task<Dictionary<short, double>> LastAsync(TotalsRange range, CancellationToken cancellation)
    {
        var (pageIds, readings, end) = (range.Pages.Last, range.Db.Readings, range.End);
        var sums = new Dictionary<short, double>();
        foreach (var metric in levels)
        {
            // One seek a page in the index of page, metric and instant; grouping would read all of the past.
            var last = await range.Db.Pages.Where(p => EF.Parameter(pageIds).Contains(p.Id))
                .Select(p => readings
                    .Where(r => r.PageId == p.Id && r.Metric == metric && r.At < end && r.Source != ReadingSource.Declared)
                    .OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
                    .Select(r => (double?)r.Value).FirstOrDefault())
                .ToListAsync(cancellation);
            if (last.Exists(value => value is not null))
                sums.Add(metric, last.Sum(value => value ?? 0));
        }

        return sums;
    }

    private static IQueryable<Reading> Told(IQueryable<Reading> readings) =>
        readings.Where(r => r.Source != ReadingSource.Declared && EF.Parameter(levels).Contains(r.Metric));
}
