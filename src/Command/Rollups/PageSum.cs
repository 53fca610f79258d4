using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>What a page counted of a metric in a part of a range of local days; several parts make the range.</summary>
public sealed class PageSum
{
    public int PageId { get; init; }

    public short Metric { get; init; }

    public short Bucket { get; init; }

    public long Count { get; init; }

    public long Sum { get; init; }

    /// <summary>
    /// What adds up to a range, to be summed further: whole months, and the days at its edges. The caller reads under one
    /// consistent picture, or a day that is closed meanwhile would count twice.
    /// </summary>
    /// <param name="pageIds">Named even when they are all: sums stand by page first. They travel as one JSON parameter, since a nation has ten thousand.</param>
    /// <param name="metricFirst">The caller names metrics that have an index of their own: months stand in a row in it, as days do.</param>
    public static async Task<IReadOnlyList<IQueryable<PageSum>>> OfAsync(CommandDb db, int[] pageIds, DateOnly from, DateOnly to, CancellationToken cancellation, bool metricFirst = false)
    {
        if (pageIds.Length == 0)
            return [];
        var spans = SumSpans.Of(from, to, await MonthSums.ThroughAsync(db, cancellation));
        var parts = spans.Days.Select(days => Of(db.RollupDays.AsNoTracking().Where(r => EF.Parameter(pageIds).Contains(r.PageId) && r.Day >= days.From && r.Day <= days.To)));
        if (spans.FirstMonth is not { } first || spans.LastMonth is not { } last)
            return [.. parts];
        var sums = db.RollupMonths.AsNoTracking().Where(r => EF.Parameter(pageIds).Contains(r.PageId));
        if (metricFirst)
            return [Of(sums.Where(r => r.Month >= first && r.Month <= last)), .. parts];
        // By name, not from one to another, since the month stands before the metric: whoever wants some metrics only then seeks them, and reads no others.
        DateOnly[] months = [.. spans.Months];
        return [Of(sums.Where(r => EF.Parameter(months).Contains(r.Month))), .. parts];
    }

    private static IQueryable<PageSum> Of<TRow>(IQueryable<TRow> rows)
        where TRow : Rollup => rows.Select(r => new PageSum { PageId = r.PageId, Metric = r.Metric, Bucket = r.Bucket, Count = r.Count, Sum = r.Sum });
}
