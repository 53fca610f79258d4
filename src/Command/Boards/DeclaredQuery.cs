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

    /// <summary>The figure that holds, by metric.</summary>
    public async Task<Func<Metric, DeclaredTotal?>> TotalsAsync(UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        (await ReadAsync(tree, unitId, from, to, cancellation)).Total;
}
