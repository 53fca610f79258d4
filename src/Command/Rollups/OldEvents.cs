using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>
/// Removes events that are no longer kept. The sums stand; what cannot be recomputed any more is marked before the first
/// event goes. What the days that are kept cannot be recomputed without stays: the turns of waits that fell due in them,
/// and a message that was not answered before, as long as its answer.
/// </summary>
public sealed class OldEvents(IDbContextFactory<CommandDb> databases, ReplyTargetBook book, Retention retention, TimeProvider time)
{
    /// <summary>Events in one transaction: a longer one would keep the doors waiting.</summary>
    private const int AtOnce = 2_000;

    /// <summary>Longer than a writer of events sleeps between two tries for its turn.</summary>
    private static readonly TimeSpan rest = TimeSpan.FromMilliseconds(150);

    /// <returns>How many were removed.</returns>
    public async Task<int> PurgeAsync(CancellationToken cancellation)
    {
        var from = retention.EventsFrom(LocalTime.DayOf(time.GetUtcNow()));
        var end = (await book.ReadAsync(cancellation)).EarliestDueFrom(LocalTime.StartOf(from));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (!await db.Events.AnyAsync(e => e.OccurredAt < end, cancellation))
            return 0;
        await MarkAsync(db, from, cancellation);
        var removed = 0;
        for (var last = new Seen(DateTimeOffset.MinValue, 0); await NextAsync(db, last, end, cancellation) is { Count: > 0 } old; last = new Seen(old[^1].At, old[^1].Id))
        {
            long[] gone = [.. old.Where(e => !e.IsNeeded).Select(e => e.Id)];
            removed += await RemoveAsync(db, gone, cancellation);
            if (old.Count == AtOnce)
                await Task.Delay(rest, TimeProvider.System, cancellation);
        }

        return removed;
    }

    private static async Task MarkAsync(CommandDb db, DateOnly from, CancellationToken cancellation)
    {
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        if (await db.DayMarks.FindAsync([DayMark.EventsFrom], cancellation) is not { } mark)
            db.Add(new DayMark { Name = DayMark.EventsFrom, Day = from });
        else if (mark.Day < from)
            mark.Day = from;
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
    }

    private static Task<List<OldEvent>> NextAsync(CommandDb db, Seen last, DateTimeOffset end, CancellationToken cancellation) => db.Events
        .Where(e => e.OccurredAt < end && (e.OccurredAt > last.At || (e.OccurredAt == last.At && e.Id > last.Id)))
        .OrderBy(e => e.OccurredAt).ThenBy(e => e.Id)
        .Take(AtOnce)
        .Select(e => new OldEvent(e.Id, e.OccurredAt, e.Kind == EventKind.Message && e.ConversationId != null && !db.Events.Any(answer =>
            answer.ConversationId == e.ConversationId && (answer.Kind == EventKind.Reply || answer.Kind == EventKind.ClosedWithoutReply) && answer.OccurredAt >= e.OccurredAt && answer.OccurredAt < end)))
        .ToListAsync(cancellation);

    private static async Task<int> RemoveAsync(CommandDb db, long[] ids, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Words.Where(w => EF.Parameter(ids).Contains(w.EventId)).ExecuteDeleteAsync(cancellation);
        await db.MessageDecisions.Where(d => EF.Parameter(ids).Contains(d.EventId)).ExecuteDeleteAsync(cancellation);
        await db.Closings.Where(c => EF.Parameter(ids).Contains(c.EventId)).ExecuteDeleteAsync(cancellation);
        var removed = await db.Events.Where(e => EF.Parameter(ids).Contains(e.Id)).ExecuteDeleteAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return removed;
    }

    private readonly record struct Seen(DateTimeOffset At, long Id);

    private sealed record OldEvent(long Id, DateTimeOffset At, bool IsNeeded);
}
