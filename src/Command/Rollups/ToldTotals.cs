using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <param name="Readings">Number of readings that were summed.</param>
internal sealed record ToldTotal(long Readings, double Sum);

/// <summary>
/// Totals over ranges of days that platforms told, by metric: views and the like. Of a metric that is counted from
/// events too they stand in only for pages where no event of it was counted, so that nothing counts twice.
/// </summary>
internal static class ToldTotals
{
    private static readonly short[] counters = [.. Metric.All.Where(m => m.Form == MetricForm.Counter).Select(m => m.Id)];
    private static readonly short[] totals = [.. Metric.All.Where(m => m.Form is MetricForm.Total or MetricForm.Counter).Select(m => m.Id)];

    public static async Task<IReadOnlyDictionary<short, ToldTotal>> ReadAsync(TotalsRange range, CancellationToken cancellation)
    {
        var counted = await CountedPagesAsync(range, cancellation);
        var sums = new Dictionary<short, ToldTotal>();
        var page = new List<Reading>();
        await foreach (var reading in Told(range).OrderBy(r => r.PageId).ThenBy(r => r.Metric).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (page is [var first, ..] && (first.PageId, first.Metric) != (reading.PageId, reading.Metric))
                Fold(page, sums);
            if (!counted.Contains((reading.PageId!.Value, reading.Metric)) && range.Covers(reading))
                page.Add(reading);
        }

        Fold(page, sums);
        return sums;
    }

    /// <summary>With what events counted of a metric: they come from some platforms, sums from others; null: nothing from any.</summary>
    public static long? With(this IReadOnlyDictionary<short, ToldTotal> told, Metric of, long counted) =>
        counted + (long)(told.GetValueOrDefault(of.Id)?.Sum ?? 0) is > 0 and var sum ? sum : null;

    private static IQueryable<Reading> Told(TotalsRange range) => range.ReadingsOver(range.Pages.Ever)
        .Where(r => r.Source != ReadingSource.Declared && EF.Parameter(totals).Contains(r.Metric));

    /// <summary>Pages whose events count a metric that a platform tells as well.</summary>
    private static async Task<HashSet<(int PageId, short Metric)>> CountedPagesAsync(TotalsRange range, CancellationToken cancellation)
    {
        var told = await Told(range).Where(r => EF.Parameter(counters).Contains(r.Metric)).Select(r => r.Metric).Distinct().ToArrayAsync(cancellation);
        if (told.Length == 0)
            return [];
        var counted = await range.Rollups(range.Pages.Ever).Where(r => EF.Parameter(told).Contains(r.Metric) && r.Count != 0)
            .Select(r => new { r.PageId, r.Metric }).Distinct().ToListAsync(cancellation);
        return [.. counted.Select(c => (c.PageId, c.Metric))];
    }

    private static void Fold(List<Reading> page, Dictionary<short, ToldTotal> sums)
    {
        var summed = Declared.WithoutOverlap(page);
        if (summed.Count > 0)
        {
            var (readings, sum) = sums.GetValueOrDefault(summed[0].Metric) ?? new ToldTotal(0, 0);
            sums[summed[0].Metric] = new ToldTotal(readings + summed.Count, sum + summed.Sum(r => r.Value));
        }

        page.Clear();
    }
}
