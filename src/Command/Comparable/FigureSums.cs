using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Comparable;

/// <summary>Daily sums of what counts alike.</summary>
internal static class FigureSums
{
    /// <summary>Of all together, by day; a day may stand several times. By month, the sum of a whole one stands on its first day.</summary>
    public static async Task<IReadOnlyList<(DateOnly Day, Figure Figure)>> ReadAsync(CommandDb db, Measure measure, FigurePart part, Step step, CancellationToken cancellation)
    {
        if (measure.IsOfTipoffs)
        {
            var tipoffs = await Tipoffs(db, part).GroupBy(d => new { d.Day, d.Standing })
                .Select(g => new { g.Key.Day, g.Key.Standing, Count = g.Sum(d => d.Count) })
                .ToListAsync(cancellation);
            return [.. tipoffs.Select(t => (t.Day, measure.Take(t.Standing, t.Count)))];
        }

        var spans = SumSpans.Of(part.From, part.To, step == Step.Month ? await MonthSums.ThroughAsync(db, cancellation) : null);
        var read = new List<(DateOnly, Figure)>();
        foreach (var days in spans.Days)
        {
            var sums = await Rollups(db, measure, part with { From = days.From, To = days.To }).GroupBy(r => new { r.Day, r.Metric, r.Bucket })
                .Select(g => new { g.Key.Day, g.Key.Metric, g.Key.Bucket, Count = g.Sum(r => r.Count) })
                .ToListAsync(cancellation);
            read.AddRange(sums.Select(s => (s.Day, measure.Take(s.Metric, s.Bucket, s.Count))));
        }

        short[] metrics = MetricsOf(measure);
        // One after the other: what is sorted to be summed is a month of a nation's pages then, not a year.
        foreach (var month in spans.Months)
        {
            var sums = await db.RollupMonths.AsNoTracking()
                .Where(r => EF.Parameter(part.Ids).Contains(r.PageId) && r.Month == month && EF.Parameter(metrics).Contains(r.Metric))
                .GroupBy(r => new { r.Metric, r.Bucket })
                .Select(g => new { g.Key.Metric, g.Key.Bucket, Count = g.Sum(r => r.Count) })
                .ToListAsync(cancellation);
            read.AddRange(sums.Select(s => (month, measure.Take(s.Metric, s.Bucket, s.Count))));
        }

        return read;
    }

    /// <summary>Of all days together, by page or unit; without those of which nothing was counted.</summary>
    public static async Task<IReadOnlyDictionary<int, Figure>> EachAsync(CommandDb db, Measure measure, FigurePart part, CancellationToken cancellation)
    {
        if (measure.IsOfTipoffs)
        {
            var tipoffs = await Tipoffs(db, part).GroupBy(d => new { d.UnitId, d.Standing })
                .Select(g => new { g.Key.UnitId, g.Key.Standing, Count = g.Sum(d => d.Count) })
                .ToListAsync(cancellation);
            return Sum(tipoffs.Select(t => (t.UnitId, measure.Take(t.Standing, t.Count))));
        }

        var sums = await Rollups(db, measure, part).GroupBy(r => new { r.PageId, r.Metric, r.Bucket })
            .Select(g => new { g.Key.PageId, g.Key.Metric, g.Key.Bucket, Count = g.Sum(r => r.Count) })
            .ToListAsync(cancellation);
        return Sum(sums.Select(s => (s.PageId, measure.Take(s.Metric, s.Bucket, s.Count))));
    }

    /// <summary>By page, or of tip-offs by unit: the first day of which anything was counted; null or absent: none.</summary>
    public static Task<Dictionary<int, DateOnly?>> FirstDaysAsync(CommandDb db, Measure measure, int[] ids, CancellationToken cancellation) => measure.IsOfTipoffs
        ? db.TipoffDays.Where(d => EF.Parameter(ids).Contains(d.UnitId))
            .GroupBy(d => d.UnitId)
            .Select(g => new { g.Key, First = g.Min(d => (DateOnly?)d.Day) })
            .ToDictionaryAsync(u => u.Key, u => u.First, cancellation)
        : db.Pages.Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => new { p.Id, First = db.RollupDays.Where(r => r.PageId == p.Id).Min(r => (DateOnly?)r.Day) })
            .ToDictionaryAsync(p => p.Id, p => p.First, cancellation);

    private static IQueryable<TipoffDay> Tipoffs(CommandDb db, FigurePart part) => db.TipoffDays.AsNoTracking()
        .Where(d => EF.Parameter(part.Ids).Contains(d.UnitId) && d.Day >= part.From && d.Day <= part.To && d.Count != 0);

    private static IQueryable<RollupDay> Rollups(CommandDb db, Measure measure, FigurePart part)
    {
        short[] metrics = MetricsOf(measure);
        return db.RollupDays.AsNoTracking()
            .Where(r => EF.Parameter(part.Ids).Contains(r.PageId) && r.Day >= part.From && r.Day <= part.To && EF.Parameter(metrics).Contains(r.Metric));
    }

    private static short[] MetricsOf(Measure measure) => measure.Of is null ? [measure.Counted!.Id] : [measure.Counted!.Id, measure.Of.Id];

    private static Dictionary<int, Figure> Sum(IEnumerable<(int Id, Figure Figure)> figures) =>
        figures.GroupBy(f => f.Id, f => f.Figure).ToDictionary(g => g.Key, g => g.Aggregate(Figure.Add));
}
