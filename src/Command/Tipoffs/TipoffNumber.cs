using System.Globalization;
using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>
/// TB-2026-000123: a series for each year and root of the tree. Where several roots stand, the root's id tells their
/// series apart: TB7-2026-000123.
/// </summary>
public static class TipoffNumber
{
    public static string Series(UnitTree tree, int unitId, DateOnly day)
    {
        var mark = tree.ChildrenOn(null, day).Count > 1 ? tree.LineOf(unitId, day).Last().ToString(CultureInfo.InvariantCulture) : "";
        return string.Create(CultureInfo.InvariantCulture, $"TB{mark}-{day.Year:0000}");
    }

    public static string Write(string series, int number) => string.Create(CultureInfo.InvariantCulture, $"{series}-{number:000000}");

    /// <summary>Takes so many numbers within the caller's transaction, which nobody else can do until it ends. Returns the first.</summary>
    public static async Task<int> TakeAsync(CommandDb db, string series, int count, CancellationToken cancellation)
    {
        var changed = await db.TipoffSeries.Where(s => s.Series == series).ExecuteUpdateAsync(s => s.SetProperty(x => x.Last, x => x.Last + count), cancellation);
        if (changed == 0)
        {
            db.TipoffSeries.Add(new TipoffSeries { Series = series, Last = count });
            await db.SaveChangesAsync(cancellation);
            return 1;
        }

        return await db.TipoffSeries.Where(s => s.Series == series).Select(s => s.Last).SingleAsync(cancellation) - count + 1;
    }
}
