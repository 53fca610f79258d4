using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>Moves tip-offs between the rows that count them, within the caller's transaction.</summary>
internal static class TipoffDayRows
{
    public static async Task MoveAsync(CommandDb db, TipoffCell from, TipoffCell to, CancellationToken cancellation)
    {
        if (from == to)
            return;
        await AddAsync(db, from, -1, cancellation);
        await AddAsync(db, to, 1, cancellation);
    }

    public static async Task AddAsync(CommandDb db, TipoffCell cell, long count, CancellationToken cancellation)
    {
        var changed = await db.TipoffDays
            .Where(d => d.Day == cell.Day && d.UnitId == cell.UnitId && d.PageId == cell.PageId && d.Category == cell.Category
                && d.Standing == cell.Standing && d.Internally == cell.Internally)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.Count, x => x.Count + count), cancellation);
        if (changed > 0)
            return;
        db.TipoffDays.Add(new TipoffDay
        {
            Day = cell.Day,
            UnitId = cell.UnitId,
            PageId = cell.PageId,
            Category = cell.Category,
            Standing = cell.Standing,
            Internally = cell.Internally,
            Count = count,
        });
        await db.SaveChangesAsync(cancellation);
    }
}
