using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>The limits as the tables have them now.</summary>
internal static class DeadlineReader
{
    public static async Task<Deadlines> ReadAsync(CommandDb db, CalendarRegistry calendars, CancellationToken cancellation) => new(
        await db.DeadlineRules.AsNoTracking().ToListAsync(cancellation),
        await calendars.CalendarAsync(cancellation));
}
