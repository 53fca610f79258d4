using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>What no counted day holds of tip-offs: outcomes, and what is beyond its limit. Sums only.</summary>
internal static class ReviewTipoffsReader
{
    public static async Task<IReadOnlyList<ReviewOutcome>> OutcomesAsync(CommandDb db, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var sums = new Dictionary<Outcome, long>();
        foreach (var span in tree.UnitsUnder(unitId, from, to))
        {
            int[] units = [.. span.Units];
            var counts = await db.TipoffOutcomes.AsNoTracking()
                .Join(db.Tipoffs.Where(t => EF.Parameter(units).Contains(t.CreditedUnitId) && t.Day >= span.From && t.Day <= span.To), o => o.TipoffId, t => t.Id, (o, _) => o)
                .GroupBy(o => o.Outcome)
                .Select(g => new { g.Key, Count = g.Sum(o => (long)o.Count) })
                .ToListAsync(cancellation);
            foreach (var count in counts)
                sums[count.Key] = sums.GetValueOrDefault(count.Key) + count.Count;
        }

        return [.. sums.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => new ReviewOutcome(s.Key, s.Value))];
    }

    /// <summary>Received in these days and beyond their limit now, by the unit directly below the root.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> OverdueAsync(CommandDb db, UnitTree tree, int root, DateOnly from, DateOnly to, DateTimeOffset now, CancellationToken cancellation)
    {
        var overdue = new Dictionary<int, int>();
        foreach (var span in tree.UnitsUnder(root, from, to))
        {
            int[] units = [.. span.Units];
            var counts = await db.Tipoffs.AsNoTracking()
                .Where(t => t.DueAt != null && t.DueAt < now && t.Day >= span.From && t.Day <= span.To && EF.Parameter(units).Contains(t.CreditedUnitId))
                .GroupBy(t => t.CreditedUnitId)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToListAsync(cancellation);
            foreach (var count in counts)
            {
                var part = CountedPages.PartOf(tree, root, count.Key, span.To);
                overdue[part] = overdue.GetValueOrDefault(part) + count.Count;
            }
        }

        return overdue;
    }
}
