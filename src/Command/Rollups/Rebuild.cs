using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>A row of a rollup that does not say what its events say.</summary>
public sealed record Drift(RollupKey Key, Gain Stands, Gain Should);

/// <summary>
/// Recomputes the rollups of a range of local days from the events and what people decided of them; words are not needed. It reads one consistent
/// picture, so events may go on arriving; what it finds is corrected by what is missing, never by overwriting, so an
/// event folded meanwhile is not undone.
/// </summary>
public sealed class Rebuild(IDbContextFactory<CommandDb> databases, ReplyTargetBook book, TimeProvider time)
{
    /// <summary>Five-minute rollups are purged after this; older ones are not compared.</summary>
    public static readonly TimeSpan FiveMinutesKept = TimeSpan.FromDays(15);

    /// <summary>Conversations whose turns are held in memory at once.</summary>
    private const int ConversationsAtOnce = 500;

    private static readonly EventKind[] turnKinds = [EventKind.Message, EventKind.Reply, EventKind.ClosedWithoutReply];

    /// <returns>Every row that differs; none when all is well.</returns>
    /// <exception cref="EventsPurgedException">The range begins before the first day whose events are all kept.</exception>
    public async Task<IReadOnlyList<Drift>> VerifyAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var start = LocalTime.StartOf(from);
        var end = LocalTime.StartOf(to.AddDays(1));
        var targets = await book.ReadAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        if (await OldestDayAsync(db, cancellation) is { } oldest && from < oldest)
            throw new EventsPurgedException(from, oldest);
        var should = new Fold(targets);
        await FoldEventsAsync(db, start, end, should, cancellation);
        await FoldWaitsAsync(db, targets.EarliestDueFrom(start), end, should, cancellation);
        return await CompareAsync(db, start, end, should, cancellation);
    }

    /// <summary>Corrects what <see cref="VerifyAsync"/> finds. Returns what was corrected.</summary>
    public async Task<IReadOnlyList<Drift>> CorrectAsync(DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var drifts = await VerifyAsync(from, to, cancellation);
        if (drifts.Count == 0)
            return drifts;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var turn = await ExclusiveWriting.BeginAsync(db, cancellation);
        await RollupRows.AddAsync(
            db, [.. drifts.Select(d => KeyValuePair.Create(d.Key, new Gain(d.Should.Count - d.Stands.Count, d.Should.Sum - d.Stands.Sum)))], cancellation);
        await db.CountChangeAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return drifts;
    }

    /// <summary>The first day that can be recomputed; null: no event was ever purged.</summary>
    internal static async Task<DateOnly?> OldestDayAsync(CommandDb db, CancellationToken cancellation) =>
        await db.DayMarks.Where(m => m.Name == DayMark.EventsFrom).Select(m => (DateOnly?)m.Day).SingleOrDefaultAsync(cancellation);

    private static async Task FoldEventsAsync(CommandDb db, DateTimeOffset start, DateTimeOffset end, Fold fold, CancellationToken cancellation)
    {
        var events =
            from e in db.Events
            join d in db.MessageDecisions on e.Id equals d.EventId into decided
            from decision in decided.DefaultIfEmpty()
            where e.OccurredAt >= start && e.OccurredAt < end
            select new { e.PageId, e.Kind, e.Proposed, Decided = (MessageKind?)decision!.Kind, e.OccurredAt };
        await foreach (var e in events.AsAsyncEnumerable().WithCancellation(cancellation))
            fold.Add(e.PageId, e.Kind, e.Decided ?? e.Proposed, e.OccurredAt);
    }

    /// <summary>
    /// A wait leaves marks where it began, fell due and was answered. So every conversation with a turn in the range,
    /// or in the longest target's length before it, is reckoned from its last reply before to its first reply after.
    /// </summary>
    private static async Task FoldWaitsAsync(CommandDb db, DateTimeOffset early, DateTimeOffset end, Fold fold, CancellationToken cancellation)
    {
        var ids = await db.Events
            .Where(e => e.OccurredAt >= early && e.OccurredAt < end && e.ConversationId != null && turnKinds.Contains(e.Kind))
            .Select(e => e.ConversationId!.Value)
            .Distinct()
            .ToListAsync(cancellation);
        foreach (var chunk in ids.Chunk(ConversationsAtOnce))
        {
            var turns = await TurnsAsync(db, chunk, early, end, cancellation);
            foreach (var conversation in turns.GroupBy(t => (t.ConversationId, t.PageId)))
            {
                foreach (var wait in ReplyClock.Waits(conversation.Select(t => Turn.Of(t.Kind, t.At, t.Proposed, t.Decided)!.Value)))
                    fold.Add(conversation.Key.PageId, wait);
            }
        }
    }

    private static async Task<List<ConversationTurn>> TurnsAsync(CommandDb db, long[] ids, DateTimeOffset early, DateTimeOffset end, CancellationToken cancellation)
    {
        var turns = db.Events.Where(e => e.ConversationId != null && turnKinds.Contains(e.Kind));
        var ends = turns.Where(t => t.Kind != EventKind.Message);
        var bounds = await db.Conversations
            .Where(c => ids.Contains(c.Id))
            .Select(c => new
            {
                c.Id,
                After = ends.Where(t => t.ConversationId == c.Id && t.OccurredAt < early).Max(t => (DateTimeOffset?)t.OccurredAt),
                Until = ends.Where(t => t.ConversationId == c.Id && t.OccurredAt >= end).Min(t => (DateTimeOffset?)t.OccurredAt),
            })
            .ToDictionaryAsync(b => b.Id, cancellation);
        var first = bounds.Values.Any(b => b.After is null) ? null : bounds.Values.Min(b => b.After);
        var last = bounds.Values.Any(b => b.Until is null) ? null : bounds.Values.Max(b => b.Until);
        var rows = await (
            from t in turns
            where ids.Contains(t.ConversationId!.Value) && (first == null || t.OccurredAt > first) && (last == null || t.OccurredAt <= last)
            join d in db.MessageDecisions on t.Id equals d.EventId into decided
            from decision in decided.DefaultIfEmpty()
            select new ConversationTurn(t.ConversationId!.Value, t.PageId, t.OccurredAt, t.Kind, t.Proposed, (MessageKind?)decision!.Kind)).ToListAsync(cancellation);
        return rows.FindAll(t => !(t.At <= bounds[t.ConversationId].After) && !(t.At > bounds[t.ConversationId].Until));
    }

    private async Task<IReadOnlyList<Drift>> CompareAsync(CommandDb db, DateTimeOffset start, DateTimeOffset end, Fold fold, CancellationToken cancellation)
    {
        var minutesFrom = time.GetUtcNow() - FiveMinutesKept;
        bool InRange(RollupKey key) => key.Grain == Grain.Day
            ? key.Slot >= LocalTime.DayOf(start).DayNumber && key.Slot < LocalTime.DayOf(end).DayNumber
            : key.Slot >= start.ToUnixTimeMilliseconds() && key.Slot < end.ToUnixTimeMilliseconds()
                && (key.Grain == Grain.Hour || key.Slot >= minutesFrom.ToUnixTimeMilliseconds());

        var should = fold.Gains.Where(g => InRange(g.Key)).ToDictionary();
        var drifts = new List<Drift>();
        await foreach (var (key, stands) in RollupRows.ReadAsync(db, start, end, cancellation))
        {
            if (!InRange(key))
                continue;
            should.Remove(key, out var right);
            if (right != stands)
                drifts.Add(new Drift(key, stands, right));
        }

        drifts.AddRange(should.Select(missing => new Drift(missing.Key, default, missing.Value)));
        return drifts;
    }

    private readonly record struct ConversationTurn(long ConversationId, int PageId, DateTimeOffset At, EventKind Kind, MessageKind Proposed, MessageKind? Decided);
}
