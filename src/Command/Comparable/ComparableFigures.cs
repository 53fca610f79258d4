using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Comparable;

/// <summary>
/// Reads figures of subtrees by local day from daily sums, restated into the order of a day: one grouped query for all
/// pages or units that count alike, and no look at an event or a tip-off.
/// </summary>
public sealed class ComparableFigures(IDbContextFactory<CommandDb> databases)
{
    /// <param name="spans">Whose figures count, as <see cref="RestatedTree.Sources"/> tells.</param>
    public async Task<FigureDays> ReadAsync(Measure measure, UnitTree tree, IReadOnlyList<PlacementSpan> spans, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var days = new Dictionary<DateOnly, Figure>();
        var beside = new Dictionary<int, Dictionary<DateOnly, Figure>>();
        var sources = new List<Bucket>();
        var counted = new HashSet<int>();
        foreach (var part in spans.SelectMany(span => Parts(span, tree, measure)))
        {
            if (part.BesideUnitId is null)
            {
                counted.UnionWith(part.Ids);
                sources.Add(new Bucket(part.From, part.To));
            }

            var into = part.BesideUnitId is not { } predecessor ? days
                : beside.TryGetValue(predecessor, out var standing) ? standing
                : beside[predecessor] = [];
            foreach (var (day, figure) in await SumsAsync(db, measure, part, cancellation))
                into[day] = into.GetValueOrDefault(day) + figure.Part(part.Share, part.IsRestated);
        }

        var first = await FirstDayAsync(db, measure, [.. counted], cancellation);
        return new FigureDays(first, Joined(sources), days, beside.ToDictionary(b => b.Key, b => (IReadOnlyDictionary<DateOnly, Figure>)b.Value));
    }

    /// <summary>The pages or units that count alike, so that they are summed at once.</summary>
    private static IEnumerable<Part> Parts(PlacementSpan span, UnitTree tree, Measure measure)
    {
        var alike = span.Units
            .SelectMany(u => u.Value.Beside.Select(b => (Unit: u.Key, Key: (b.Share, IsRestated: false, Beside: (int?)b.UnitId)))
                .Concat(u.Value.Share > 0 ? [(u.Key, (u.Value.Share, u.Value.IsRestated, (int?)null))] : []))
            .GroupBy(u => u.Key, u => u.Unit);
        foreach (var group in alike)
        {
            var (share, isRestated, beside) = group.Key;
            foreach (var (from, to, ids) in measure.IsOfTipoffs ? [(span.From, span.To, [.. group])] : Owned(tree, [.. group], span.From, span.To))
            {
                if (ids.Length > 0)
                    yield return new Part(from, to, ids, share, isRestated, beside);
            }
        }
    }

    /// <summary>Pages that these units themselves own, cut where that changes.</summary>
    public static IReadOnlyList<(DateOnly From, DateOnly To, int[] Pages)> Owned(UnitTree tree, int[] units, DateOnly from, DateOnly to)
    {
        var spans = new List<(DateOnly From, DateOnly To, int[] Pages)>();
        DateOnly[] cuts = [from, .. tree.ChangesIn(from, to)];
        for (var i = 0; i < cuts.Length; i++)
        {
            int[] pages = [.. units.SelectMany(unit => tree.PagesOf(unit, cuts[i])).Order()];
            var end = i + 1 < cuts.Length ? cuts[i + 1].AddDays(-1) : to;
            if (spans is [.., var last] && last.Pages.SequenceEqual(pages))
                spans[^1] = last with { To = end };
            else
                spans.Add((cuts[i], end, pages));
        }

        return spans;
    }

    private static async Task<IEnumerable<(DateOnly Day, Figure Figure)>> SumsAsync(CommandDb db, Measure measure, Part part, CancellationToken cancellation)
    {
        if (measure.IsOfTipoffs)
        {
            var tipoffs = await db.TipoffDays.AsNoTracking()
                .Where(d => EF.Parameter(part.Ids).Contains(d.UnitId) && d.Day >= part.From && d.Day <= part.To && d.Count != 0)
                .GroupBy(d => new { d.Day, d.Standing })
                .Select(g => new { g.Key.Day, g.Key.Standing, Count = g.Sum(d => d.Count) })
                .ToListAsync(cancellation);
            return tipoffs.Select(t => (t.Day, measure.Take(t.Standing, t.Count)));
        }

        short[] metrics = measure.Of is null ? [measure.Counted!.Id] : [measure.Counted!.Id, measure.Of.Id];
        var sums = await db.RollupDays.AsNoTracking()
            .Where(r => EF.Parameter(part.Ids).Contains(r.PageId) && r.Day >= part.From && r.Day <= part.To && EF.Parameter(metrics).Contains(r.Metric))
            .GroupBy(r => new { r.Day, r.Metric })
            .Select(g => new { g.Key.Day, g.Key.Metric, Count = g.Sum(r => r.Count) })
            .ToListAsync(cancellation);
        return sums.Select(s => (s.Day, measure.Take(s.Metric, s.Count)));
    }

    /// <summary>Unknown is not zero: a page that nobody listened to yet did not keep silent.</summary>
    private static async Task<DateOnly?> FirstDayAsync(CommandDb db, Measure measure, int[] ids, CancellationToken cancellation)
    {
        if (measure.IsOfTipoffs)
            return await db.TipoffDays.Where(d => EF.Parameter(ids).Contains(d.UnitId)).MinAsync(d => (DateOnly?)d.Day, cancellation);
        var firsts = await db.Pages.Where(p => EF.Parameter(ids).Contains(p.Id))
            .Select(p => db.RollupDays.Where(r => r.PageId == p.Id).Min(r => (DateOnly?)r.Day))
            .ToListAsync(cancellation);
        return firsts.Min();
    }

    private static List<Bucket> Joined(IEnumerable<Bucket> spans)
    {
        var joined = new List<Bucket>();
        foreach (var span in spans.OrderBy(s => s.From).ThenBy(s => s.To))
        {
            if (joined is [.., var last] && span.From <= last.To.AddDays(1))
                joined[^1] = last with { To = last.To > span.To ? last.To : span.To };
            else
                joined.Add(span);
        }

        return joined;
    }

    private sealed record Part(DateOnly From, DateOnly To, int[] Ids, double Share, bool IsRestated, int? BesideUnitId);
}
