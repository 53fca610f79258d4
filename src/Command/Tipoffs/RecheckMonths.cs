using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>
/// Closes months: of what each unit found not valuable or false in one, at least the set share is looked at again. What
/// chance has not chosen at once is chosen now, unit by unit, so that a small unit is not passed over.
/// </summary>
public sealed class RecheckMonths(IDbContextFactory<CommandDb> databases, RecheckLots lots, AuditLog audit, TimeProvider time)
{
    /// <summary>A month is closed again and again for so long: a server that stood still makes up for it.</summary>
    private const int MonthsBack = 3;

    /// <summary>Closes the months before this one; those that are closed stay as they are.</summary>
    /// <returns>How many were chosen.</returns>
    public async Task<int> CloseAsync(CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var chosen = 0;
        for (var back = MonthsBack; back > 0; back--)
            chosen += await CloseAsync(thisMonth.AddMonths(-back), cancellation);
        return chosen;
    }

    private async Task<int> CloseAsync(DateOnly month, CancellationToken cancellation)
    {
        var (begin, end) = (LocalTime.StartOf(month), LocalTime.StartOf(month.AddMonths(1)));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        var assessed = await db.Tipoffs.AsNoTracking()
            .Where(t => t.AssessedAt >= begin && t.AssessedAt < end && (t.Verdict == Verdict.NotValuable || t.Verdict == Verdict.False))
            .Select(t => new Assessed(t.Id, t.Number, t.CreditedUnitId, t.Recheck))
            .ToListAsync(cancellation);
        var chosen = assessed.GroupBy(t => t.UnitId).SelectMany(Missing).ToList();
        foreach (var one in chosen)
        {
            await db.Tipoffs.Where(t => t.Id == one.Id).ExecuteUpdateAsync(t => t.SetProperty(x => x.Recheck, Recheck.Due), cancellation);
            await audit.AppendAsync(db, new AuditEntry(AuditLog.System, "tipoff.drawn", one.Number), cancellation);
        }

        if (chosen.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
            await db.CountChangeAsync(cancellation);
        }

        await turn.CommitAsync(cancellation);
        return chosen.Count;
    }

    /// <summary>What a second look sent back has left the month on both sides, which can only make the share larger.</summary>
    private IEnumerable<Assessed> Missing(IGrouping<int, Assessed> ofUnit)
    {
        var looked = ofUnit.Count(t => t.Recheck != Recheck.None);
        return ofUnit.Where(t => t.Recheck == Recheck.None).OrderBy(t => lots.Lot(t.Number)).Take(Math.Max(0, lots.Needed(ofUnit.Count()) - looked));
    }

    private sealed record Assessed(long Id, string Number, int UnitId, Recheck Recheck);
}
