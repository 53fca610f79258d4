using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Jobs;

/// <summary>Removes what may not be kept any longer: residents' words and ids that expired, five-minute rollups after 15 days, and old events.</summary>
public sealed class Purge(IDbContextFactory<CommandDb> databases, OldEvents oldEvents, TimeProvider time, ILogger<Purge> log)
{
    /// <summary>Rows in one statement: a longer one would keep the doors waiting.</summary>
    private const int AtOnce = 2_000;
    private const int FilesAtOnce = 20;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var minutesFrom = now - Rebuild.FiveMinutesKept;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var words = await RepeatAsync(() => db.Words.Where(w => db.Words.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(AtOnce).Select(x => x.EventId).Contains(w.EventId)).ExecuteDeleteAsync(cancellation));
        var asides = await RepeatAsync(() => db.SetAsides.Where(a => db.SetAsides.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(AtOnce).Select(x => x.Id).Contains(a.Id)).ExecuteDeleteAsync(cancellation));
        // A file weighs megabytes: few of them at once.
        var files = await RepeatAsync(() => db.TipoffAttachments.Where(a => db.TipoffAttachments.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(FilesAtOnce).Select(x => x.Id).Contains(a.Id)).ExecuteDeleteAsync(cancellation));
        words += await RepeatAsync(() => db.TipoffWords.Where(w => db.TipoffWords.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(AtOnce).Select(x => x.TipoffId).Contains(w.TipoffId)).ExecuteDeleteAsync(cancellation));
        files += await RepeatAsync(() => db.TipoffCopies.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancellation));
        var ids = await RepeatAsync(() => db.ResidentIds.Where(r => db.ResidentIds.Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt).Take(AtOnce).Select(x => x.ConversationId).Contains(r.ConversationId)).ExecuteDeleteAsync(cancellation));
        var minutes = 0;
        var slots = await db.RollupFiveMinutes.Where(r => r.SlotUtc < minutesFrom).Select(r => r.SlotUtc).Distinct().ToListAsync(cancellation);
        foreach (var slot in slots)
            minutes += await db.RollupFiveMinutes.Where(r => r.SlotUtc == slot).ExecuteDeleteAsync(cancellation);
        var events = await oldEvents.PurgeAsync(cancellation);
        if (words + files + asides + ids + minutes + events > 0)
            log.LogInformation("Purged {Words} expired words, {Files} expired attachments, {Asides} expired elements set aside, {Ids} expired ids of residents, {Minutes} five-minute rollups and {Events} old events.", words, files, asides, ids, minutes, events);
    }

    private static async Task<int> RepeatAsync(Func<Task<int>> delete)
    {
        var all = 0;
        for (int some; (some = await delete()) > 0;)
            all += some;
        return all;
    }
}
