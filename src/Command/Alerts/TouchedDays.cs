using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>Local days before a day whose sums something has moved since a check: late events, answers to earlier messages, decisions, steps.</summary>
internal sealed class TouchedDays(CommandDb db, DriftCheck last, DateOnly before, TimeSpan target)
{
    private readonly DateTimeOffset start = LocalTime.StartOf(before);

    public async Task<IReadOnlySet<DateOnly>> ReadAsync(CancellationToken cancellation)
    {
        var days = (await db.TipoffSteps.Where(s => s.At >= last.At)
            .Join(db.Tipoffs, s => s.TipoffId, t => t.Id, (_, t) => t.Day)
            .Where(day => day < before).Distinct().ToListAsync(cancellation)).ToHashSet();
        await foreach (var at in LateEvents().Concat(Decided()).AsAsyncEnumerable().WithCancellation(cancellation))
            days.Add(LocalTime.DayOf(at));
        // A wait leaves marks where it began and where it fell due.
        await foreach (var since in AnsweredMessages().Concat(Handled()).AsAsyncEnumerable().WithCancellation(cancellation))
            days.UnionWith([LocalTime.DayOf(since), LocalTime.DayOf(since + target)]);
        days.RemoveWhere(day => day >= before);
        return days;
    }

    private IQueryable<DateTimeOffset> LateEvents() =>
        db.Events.Where(e => e.Id > last.LastEventId && e.OccurredAt < start).Select(e => e.OccurredAt);

    private IQueryable<DateTimeOffset> Decided() => db.MessageDecisions.Where(d => d.DecidedAt >= last.At)
        .Join(db.Events, d => d.EventId, e => e.Id, (_, e) => e.OccurredAt)
        .Where(at => at < start);

    /// <summary>Messages whose wait a new reply or closing ended.</summary>
    private IQueryable<DateTimeOffset> AnsweredMessages() =>
        from end in db.Events
        where end.Id > last.LastEventId && end.ConversationId != null && (end.Kind == EventKind.Reply || end.Kind == EventKind.ClosedWithoutReply)
        from message in db.Events
        where message.ConversationId == end.ConversationId && message.Kind == EventKind.Message && message.OccurredAt < start && message.OccurredAt <= end.OccurredAt
        where !db.Events.Any(e => e.ConversationId == end.ConversationId && (e.Kind == EventKind.Reply || e.Kind == EventKind.ClosedWithoutReply)
            && e.OccurredAt >= message.OccurredAt && e.OccurredAt < end.OccurredAt)
        select message.OccurredAt;

    /// <summary>A reopened wait has no event any more.</summary>
    private IQueryable<DateTimeOffset> Handled() => db.Handlings.Where(h => h.LastAt >= last.At && h.Since < start).Select(h => h.Since);
}
