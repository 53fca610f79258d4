using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>The limits as the tables have them now.</summary>
internal static class DeadlineReader
{
    public static async Task<Deadlines> ReadAsync(CommandDb db, TipoffSettings settings, CancellationToken cancellation) => new(
        await db.DeadlineRules.AsNoTracking().ToListAsync(cancellation),
        new WorkingCalendar(await db.Holidays.AsNoTracking().ToListAsync(cancellation), settings.WorkingHours));
}
