using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Comparable;

/// <summary>Daily sums of what counts alike.</summary>
internal static class FigureSums
{
    /// <summary>Of all together, by day; a day may stand several times.</summary>
    public static async Task<IReadOnlyList<(DateOnly Day, Figure Figure)>> ReadAsync(CommandDb db, Measure measure, FigurePart part, CancellationToken cancellation)
    {
        if (measure.IsOfTipoffs)
        {
            var tipoffs = await Tipoffs(db, part).GroupBy(d => new { d.Day, d.Standing })
                .Select(g => new { g.Key.Day, g.Key.Standing, Count = g.Sum(d => d.Count) })
                .ToListAsync(cancellation);
            return [.. tipoffs.Select(t => (t.Day, measure.Take(t.Standing, t.Count)))];
        }

        var sums = await Rollups(db, measure, part).GroupBy(r => new { r.Day, r.Metric, r.Bucket })
            .Select(g => new { g.Key.Day, g.Key.Metric, g.Key.Bucket, Count = g.Sum(r => r.Count) })
            .ToListAsync(cancellation);
        return [.. sums.Select(s => (s.Day, measure.Take(s.Metric, s.Bucket, s.Count)))];
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
        short[] metrics = measure.Of is null ? [measure.Counted!.Id] : [measure.Counted!.Id, measure.Of.Id];
        return db.RollupDays.AsNoTracking()
            .Where(r => EF.Parameter(part.Ids).Contains(r.PageId) && r.Day >= part.From && r.Day <= part.To && EF.Parameter(metrics).Contains(r.Metric));
    }

    private static Dictionary<int, Figure> Sum(IEnumerable<(int Id, Figure Figure)> figures) =>
        figures.GroupBy(f => f.Id, f => f.Figure).ToDictionary(g => g.Key, g => g.Aggregate(Figure.Add));
}
