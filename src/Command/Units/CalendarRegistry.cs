using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Units;

/// <summary>The working calendar as the database has it, kept until something changed.</summary>
public sealed class CalendarRegistry(IDbContextFactory<CommandDb> databases, WorkingHours hours, TimeProvider time)
{
    /// <summary>Another node may have changed the holidays; a limit a few seconds behind moves nothing.</summary>
    private static readonly TimeSpan keptFor = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private Task<WorkingCalendar>? reading;
    private long readAt;

    public Task<WorkingCalendar> CalendarAsync(CancellationToken cancellation)
    {
        lock (gate)
        {
            if (reading is null or { IsFaulted: true } || time.GetElapsedTime(readAt) > keptFor)
            {
                readAt = time.GetTimestamp();
                reading = Task.Run(ReadAsync, CancellationToken.None);
            }

            return reading.WaitAsync(cancellation);
        }
    }

    /// <summary>Whoever changed holidays says so after the commit. A reading under way is not kept.</summary>
    public void Changed()
    {
        lock (gate)
            reading = null;
    }

    private async Task<WorkingCalendar> ReadAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return new WorkingCalendar(await db.Holidays.AsNoTracking().ToListAsync(), hours);
    }
}
