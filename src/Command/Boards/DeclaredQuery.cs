using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Boards;

/// <summary>Reads what documents say of a unit: readings wholly inside a range of local days. Who may see is judged by the caller.</summary>
public sealed class DeclaredQuery(IDbContextFactory<CommandDb> databases)
{
    public async Task<DeclaredFigures> ReadAsync(UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var range = new TotalsRange(db, new PageCoverage(tree.PagesUnder(unitId, from, to)), from, to);
        var own = await range.DeclaredByUnitAsync(unitId, cancellation);
        var pages = await range.DeclaredByPagesAsync(cancellation);
        var residents = await db.UnitResidents.Where(r => r.UnitId == unitId && r.From <= to).OrderByDescending(r => r.From).Select(r => (long?)r.Count).FirstOrDefaultAsync(cancellation);
        return new DeclaredFigures(
            [
                .. from metric in Metric.All
                   from reading in own[metric.Id].Concat(pages[metric.Id]).OrderBy(r => r.PageId).ThenBy(Declared.Instant).ThenBy(r => r.Id)
                   select new DeclaredFigure(metric, reading, reading.PageId is { } page ? tree.Pages[page].Name : null),
            ],
            residents);
    }

    /// <summary>From the first to the last day that documents speak of, of the unit or of pages that it owned; null: of none.</summary>
    public async Task<(DateOnly From, DateOnly To)?> DaysAsync(int unitId, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var owned = db.PageOwners.Where(o => o.UnitId == unitId).Select(o => o.PageId);
        var told = db.Readings.Where(r => r.Source == ReadingSource.Declared && (r.UnitId == unitId || (r.PageId != null && owned.Contains(r.PageId.Value))));
        var days = await told.GroupBy(_ => 1)
            .Select(g => new { FromDay = g.Min(r => r.FromDay), ToDay = g.Max(r => r.ToDay), First = g.Min(r => r.At), Last = g.Max(r => r.At) })
            .SingleOrDefaultAsync(cancellation);
        if (days is null)
            return null;
        DateOnly? first = days.First is { } begun ? LocalTime.DayOf(begun) : null;
        DateOnly? last = days.Last is { } ended ? LocalTime.DayOf(ended) : null;
        return (Earlier(days.FromDay, first), Later(days.ToDay, last));
    }

    /// <summary>The figure that holds, by metric.</summary>
    public async Task<Func<Metric, DeclaredTotal?>> TotalsAsync(UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        (await ReadAsync(tree, unitId, from, to, cancellation)).Total;

    private static DateOnly Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b!.Value : a.Value;

    private static DateOnly Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b!.Value : a.Value;
}
