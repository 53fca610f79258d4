using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>
/// A range of local days, both inclusive, the pages that count in it, and the rows that lie in it. Sets of pages
/// travel as one JSON parameter, since a nation has ten thousand.
/// </summary>
internal sealed record TotalsRange(CommandDb Db, PageCoverage Pages, DateOnly From, DateOnly To)
{
    /// <summary>First instant after the range.</summary>
    public DateTimeOffset End { get; } = LocalTime.StartOf(To.AddDays(1));

    private DateTimeOffset Begin { get; } = LocalTime.StartOf(From);

    public IQueryable<RollupDay> Rollups(int[] pageIds) => Db.RollupDays.AsNoTracking()
        .Where(r => EF.Parameter(pageIds).Contains(r.PageId) && r.Day >= From && r.Day <= To);

    /// <summary>Readings of these pages at an instant in the range.</summary>
    public IQueryable<Reading> ReadingsAt(int[] pageIds) => Db.Readings.AsNoTracking()
        .Where(r => EF.Parameter(pageIds).Contains(r.PageId!.Value) && r.At >= Begin && r.At < End);

    /// <summary>Readings of these pages over days that lie wholly in the range.</summary>
    public IQueryable<Reading> ReadingsOver(int[] pageIds) => Db.Readings.AsNoTracking()
        .Where(r => EF.Parameter(pageIds).Contains(r.PageId!.Value) && r.FromDay >= From && r.ToDay <= To);

    private IQueryable<Reading> DeclaredWithin => Db.Readings.AsNoTracking()
        .Where(r => r.Source == ReadingSource.Declared)
        .Where(r => (r.At >= Begin && r.At < End) || (r.FromDay >= From && r.ToDay <= To));

    /// <summary>By metric.</summary>
    public async Task<ILookup<short, Reading>> DeclaredByUnitAsync(int unitId, CancellationToken cancellation) =>
        (await DeclaredWithin.Where(r => r.UnitId == unitId).ToListAsync(cancellation)).ToLookup(r => r.Metric);

    /// <summary>By unit and metric.</summary>
    public async Task<ILookup<(int UnitId, short Metric), Reading>> DeclaredByUnitsAsync(int[] unitIds, CancellationToken cancellation) =>
        (await DeclaredWithin.Where(r => EF.Parameter(unitIds).Contains(r.UnitId!.Value)).ToListAsync(cancellation)).ToLookup(r => (r.UnitId!.Value, r.Metric));

    /// <summary>By metric.</summary>
    public async Task<ILookup<short, Reading>> DeclaredByPagesAsync(CancellationToken cancellation)
    {
        int[] pages = Pages.Ever;
        return (await DeclaredWithin.Where(r => EF.Parameter(pages).Contains(r.PageId!.Value)).ToListAsync(cancellation)).Where(Covers).ToLookup(r => r.Metric);
    }

    public bool Covers(Reading reading)
    {
        var last = LocalTime.DayOf(Declared.Instant(reading));
        return Pages.Covers(reading.PageId!.Value, reading.FromDay ?? last, last);
    }
}
