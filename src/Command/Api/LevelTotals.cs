using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Api;

/// <summary>Levels that platforms told, by metric: followers and the like.</summary>
internal static class LevelTotals
{
    private static readonly short[] levels = [.. Metric.All.Where(m => m.Form == MetricForm.Level).Select(m => m.Id)];

    public static async Task<IReadOnlyDictionary<short, MetricTotals>> ReadAsync(TotalsRange range, CancellationToken cancellation)
    {
        var inRange = await CountAsync(range, cancellation);
        var last = await LastAsync(range, cancellation);
        return levels.Where(m => inRange.ContainsKey(m) || last.ContainsKey(m))
            .ToDictionary(m => m, m => new MetricTotals(inRange.GetValueOrDefault(m), null, last.TryGetValue(m, out var sum) ? sum : null));
    }

    private static async Task<Dictionary<short, long>> CountAsync(TotalsRange range, CancellationToken cancellation)
    {
        var counts = await Told(range.Readings(range.Pages.Always)).GroupBy(r => r.Metric)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, cancellation);
        if (range.Pages.Sometimes.Length == 0)
            return counts;
        await foreach (var reading in Told(range.Readings(range.Pages.Sometimes)).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (range.Covers(reading))
                counts[reading.Metric] = counts.GetValueOrDefault(reading.Metric) + 1;
        }

        return counts;
    }

    /// <summary>The last reading of each page that belongs to the subtree on the last day, however old it is.</summary>
    private static async Task<Dictionary<short, double>> LastAsync(TotalsRange range, CancellationToken cancellation)
    {
        var pageIds = range.Pages.Last;
        var told = Told(range.Db.Readings.AsNoTracking()).Where(r => EF.Parameter(pageIds).Contains(r.PageId!.Value) && r.At < range.End);
        var latest = told.GroupBy(r => new { r.PageId, r.Metric }).Select(g => new { g.Key.PageId, g.Key.Metric, At = g.Max(r => r.At) });
        var readings = await told
            .Join(latest, r => new { r.PageId, r.Metric, r.At }, l => new { l.PageId, l.Metric, l.At }, (r, _) => new { r.Id, r.PageId, r.Metric, r.Value })
            .ToListAsync(cancellation);
        return readings.GroupBy(r => (r.PageId, r.Metric)).Select(page => page.MaxBy(r => r.Id)!)
            .GroupBy(r => r.Metric).ToDictionary(g => g.Key, g => g.Sum(r => r.Value));
    }

    private static IQueryable<Reading> Told(IQueryable<Reading> readings) =>
        readings.Where(r => r.Source != ReadingSource.Declared && r.At != null && EF.Parameter(levels).Contains(r.Metric));
}
