using System.Globalization;
using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>By what the ratio is told apart.</summary>
public enum TipoffDimension
{
    Unit,
    Page,
    Platform,
    Category,
    Month,
}

/// <summary>One line of a breakdown.</summary>
/// <param name="Key">The unit's or page's key, the name of platform or category, or 2026-03; empty: no page.</param>
public sealed record TipoffBreakdown(string Key, TipoffRatio Ratio);

/// <summary>Reads ratios from the counted days, never from the tip-offs; the subtree is judged on each day.</summary>
public sealed class TipoffRatios(IDbContextFactory<CommandDb> databases, UnitRegistry registry)
{
    /// <param name="unitId">Null: all units.</param>
    public async Task<TipoffRatio> ReadAsync(int? unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        var counts = new List<StandingCount>();
        var candidates = 0L;
        foreach (var span in tree.UnitsUnder(unitId, from, to))
        {
            counts.AddRange(await Days(db, span, unitId)
                .GroupBy(d => new { d.Standing, d.Internally })
                .Select(g => new StandingCount(g.Key.Standing, g.Key.Internally, g.Sum(d => d.Count)))
                .ToListAsync(cancellation));
        }

        foreach (var span in tree.PagesUnder(unitId, from, to))
            candidates += await CandidatesAsync(db, span, cancellation);
        return TipoffRatio.Of(counts) with { Candidates = Math.Max(0, candidates) };
    }

    /// <summary>Of several units at once, each with all under it; without candidates.</summary>
    public async Task<IReadOnlyDictionary<int, TipoffRatio>> OfEachAsync(IReadOnlyCollection<int> unitIds, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var counts = unitIds.ToDictionary(id => id, _ => new List<StandingCount>());
        if (counts.Count == 0)
            return new Dictionary<int, TipoffRatio>();
        var tree = await registry.TreeAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        foreach (var (begin, end) in tree.Parts(from, to))
        {
            var rows = await Days(db, new UnitSpan(begin, end, new HashSet<int>()), null)
                .GroupBy(d => new { d.UnitId, d.Standing, d.Internally })
                .Select(g => new { g.Key, Count = g.Sum(d => d.Count) })
                .ToListAsync(cancellation);
            foreach (var row in rows)
            {
                foreach (var id in tree.LineOf(row.Key.UnitId, end))
                {
                    if (counts.TryGetValue(id, out var own))
                        own.Add(new StandingCount(row.Key.Standing, row.Key.Internally, row.Count));
                }
            }
        }

        return counts.ToDictionary(c => c.Key, c => TipoffRatio.Of(c.Value));
    }

    /// <summary>The same told apart, the largest first; months in order.</summary>
    public async Task<IReadOnlyList<TipoffBreakdown>> ByAsync(TipoffDimension dimension, int? unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = new List<(string Key, StandingCount Count)>();
        foreach (var span in tree.UnitsUnder(unitId, from, to))
            rows.AddRange(await RowsAsync(Days(db, span, unitId), dimension, tree, cancellation));
        var lines = rows.GroupBy(r => r.Key, r => r.Count, StringComparer.Ordinal)
            .Select(g => new TipoffBreakdown(g.Key, TipoffRatio.Of(g)))
            .Where(b => b.Ratio.Received + b.Ratio.Dropped > 0);
        return dimension == TipoffDimension.Month
            ? [.. lines.OrderBy(l => l.Key, StringComparer.Ordinal)]
            : [.. lines.OrderByDescending(l => l.Ratio.Received).ThenBy(l => l.Key, StringComparer.Ordinal)];
    }

    private static IQueryable<TipoffDay> Days(CommandDb db, UnitSpan span, int? unitId)
    {
        var days = db.TipoffDays.AsNoTracking().Where(d => d.Day >= span.From && d.Day <= span.To && d.Count != 0);
        int[] ids = [.. span.Units];
        return unitId is null ? days : days.Where(d => EF.Parameter(ids).Contains(d.UnitId));
    }

    private static async Task<IEnumerable<(string Key, StandingCount Count)>> RowsAsync(
        IQueryable<TipoffDay> days, TipoffDimension dimension, UnitTree tree, CancellationToken cancellation)
    {
        switch (dimension)
        {
            case TipoffDimension.Unit:
                var byUnit = await days.GroupBy(d => new { d.UnitId, d.Standing, d.Internally }).Select(g => new { g.Key, Count = g.Sum(d => d.Count) }).ToListAsync(cancellation);
                return byUnit.Select(r => (tree.Units[r.Key.UnitId].Key, new StandingCount(r.Key.Standing, r.Key.Internally, r.Count)));
            case TipoffDimension.Category:
                var byCategory = await days.GroupBy(d => new { d.Category, d.Standing, d.Internally }).Select(g => new { g.Key, Count = g.Sum(d => d.Count) }).ToListAsync(cancellation);
                return byCategory.Select(r => (r.Key.Category.ToString(), new StandingCount(r.Key.Standing, r.Key.Internally, r.Count)));
            case TipoffDimension.Month:
                var byDay = await days.GroupBy(d => new { d.Day, d.Standing, d.Internally }).Select(g => new { g.Key, Count = g.Sum(d => d.Count) }).ToListAsync(cancellation);
                return byDay.Select(r => (r.Key.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture), new StandingCount(r.Key.Standing, r.Key.Internally, r.Count)));
            default:
                var byPage = await days.GroupBy(d => new { d.PageId, d.Standing, d.Internally }).Select(g => new { g.Key, Count = g.Sum(d => d.Count) }).ToListAsync(cancellation);
                return byPage.Select(r => (PageKey(r.Key.PageId), new StandingCount(r.Key.Standing, r.Key.Internally, r.Count)));
        }

        string PageKey(int pageId) => tree.Pages.GetValueOrDefault(pageId) is not { } page ? ""
            : dimension == TipoffDimension.Platform ? page.Platform.ToString()
            : page.Key ?? page.ExternalId;
    }

    /// <summary>Messages that were taken for tip-offs, less the tip-offs that were made of messages.</summary>
    private static async Task<long> CandidatesAsync(CommandDb db, PageSpan span, CancellationToken cancellation)
    {
        int[] pages = [.. span.Pages];
        var metric = Metric.TipoffCandidates.Id;
        var proposed = 0L;
        foreach (var part in await PageSum.OfAsync(db, pages, span.From, span.To, cancellation))
            proposed += await part.Where(r => r.Metric == metric).SumAsync(r => r.Count, cancellation);
        var made = await db.Tipoffs.LongCountAsync(
            t => t.ConversationId != null && t.Day >= span.From && t.Day <= span.To && EF.Parameter(pages).Contains(t.PageId!.Value), cancellation);
        return proposed - made;
    }
}
