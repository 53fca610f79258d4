using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>The reply targets as the database has them, kept until something changed.</summary>
public sealed class ReplyTargetBook(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, CalendarRegistry calendars, ReplyTarget otherwise, TimeProvider time)
{
    /// <summary>Another node may have set one; none begins before tomorrow, so some seconds move nothing.</summary>
    private static readonly TimeSpan keptFor = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private Task<IReadOnlyCollection<ReplyTargetRule>>? reading;
    private long readAt;

    public async Task<ReplyTargets> ReadAsync(CancellationToken cancellation) => new(
        await RulesAsync().WaitAsync(cancellation), otherwise.Value, await units.TreeAsync(cancellation), await calendars.CalendarAsync(cancellation));

    /// <summary>Whoever changed targets says so after the commit. A reading under way is not kept.</summary>
    public void Changed()
    {
        lock (gate)
            reading = null;
    }

    private Task<IReadOnlyCollection<ReplyTargetRule>> RulesAsync()
    {
        lock (gate)
        {
            if (reading is null or { IsFaulted: true } || time.GetElapsedTime(readAt) > keptFor)
            {
                readAt = time.GetTimestamp();
                reading = Task.Run(FromDatabaseAsync, CancellationToken.None);
            }

            return reading;
        }
    }

    private async Task<IReadOnlyCollection<ReplyTargetRule>> FromDatabaseAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.ReplyTargetRules.AsNoTracking().ToListAsync();
    }
}
