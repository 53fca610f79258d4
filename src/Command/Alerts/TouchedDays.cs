using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>Local days before a day whose sums something has moved since a check: late events, answers to earlier messages, decisions, steps.</summary>
internal sealed class TouchedDays(CommandDb db, DriftCheck last, DateOnly before, ReplyTargets targets)
{
    private static readonly MessageKind[] kinds = Enum.GetValues<MessageKind>();

    private readonly DateTimeOffset start = LocalTime.StartOf(before);

    public async Task<IReadOnlySet<DateOnly>> ReadAsync(CancellationToken cancellation)
    {
        var days = (await db.TipoffSteps.Where(s => s.At >= last.At)
            .Join(db.Tipoffs, s => s.TipoffId, t => t.Id, (_, t) => t.Day)
            .Where(day => day < before).Distinct().ToListAsync(cancellation)).ToHashSet();
        await foreach (var at in LateEvents().Concat(Decided()).AsAsyncEnumerable().WithCancellation(cancellation))
            days.Add(LocalTime.DayOf(at));
        // A wait leaves marks where it began and where it fell due, as the kind that it is now or that it was before.
        await foreach (var wait in AnsweredMessages().Concat(Handled()).AsAsyncEnumerable().WithCancellation(cancellation))
            days.UnionWith(kinds.Select(kind => LocalTime.DayOf(targets.DueAt(wait.PageId, kind, wait.Since))).Prepend(LocalTime.DayOf(wait.Since)));
        days.RemoveWhere(day => day >= before);
        return days;
    }

    private IQueryable<DateTimeOffset> LateEvents() =>
        db.Events.Where(e => e.Id > last.LastEventId && e.OccurredAt < start).Select(e => e.OccurredAt);

    private IQueryable<DateTimeOffset> Decided() => db.MessageDecisions.Where(d => d.DecidedAt >= last.At)
        .Join(db.Events, d => d.EventId, e => e.Id, (_, e) => e.OccurredAt)
        .Where(at => at < start);

    /// <summary>Messages whose wait a new reply or closing ended.</summary>
    private IQueryable<Begun> AnsweredMessages() =>
        from end in db.Events
        where end.Id > last.LastEventId && end.ConversationId != null && (end.Kind == EventKind.Reply || end.Kind == EventKind.ClosedWithoutReply)
        from message in db.Events
        where message.ConversationId == end.ConversationId && message.Kind == EventKind.Message && message.OccurredAt < start && message.OccurredAt <= end.OccurredAt
        where !db.Events.Any(e => e.ConversationId == end.ConversationId && (e.Kind == EventKind.Reply || e.Kind == EventKind.ClosedWithoutReply)
            && e.OccurredAt >= message.OccurredAt && e.OccurredAt < end.OccurredAt)
        select new Begun { PageId = message.PageId, Since = message.OccurredAt };

    /// <summary>A reopened wait has no event any more; a classified one may have another target.</summary>
    private IQueryable<Begun> Handled() => db.Handlings.Where(h => h.LastAt >= last.At && h.Since < start)
        .Join(db.Conversations, h => h.ConversationId, c => c.Id, (h, c) => new Begun { PageId = c.PageId, Since = h.Since });

    private sealed class Begun
    {
        public int PageId { get; init; }

        public DateTimeOffset Since { get; init; }
    }
}
