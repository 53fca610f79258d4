using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Periods;

/// <summary>Where the period calendar is kept: a table that administrators edit.</summary>
public sealed class PeriodBook(IDbContextFactory<CommandDb> databases)
{
    public async Task<PeriodCalendar> CalendarAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return new PeriodCalendar(
            await db.PeriodSeries.AsNoTracking().OrderBy(s => s.Id).ToListAsync(cancellation),
            await db.NamedPeriods.AsNoTracking().OrderByDescending(p => p.From).ToListAsync(cancellation));
    }
}
