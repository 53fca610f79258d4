using Command.Data;
using Command.Rollups;

namespace Command.Ingest;

/// <summary>
/// Advances the reply clock of the conversations that a batch touched, and folds the waits that came and went.
/// </summary>
public static class Conversations
{
    /// <param name="events">The new events of the batch, all of them turns of the conversation and already inserted.</param>
    /// <returns>False when its state stays: one more message of somebody who waits.</returns>
    public static bool Advance(ConversationState conversation, IReadOnlyList<NewEvent> events, Fold fold, EventBatch batch)
    {
        var before = (conversation.WaitingSince, conversation.LastReplyAt, conversation.WaitingKind);
        if (events.All(e => WritesOn(conversation, e)))
        {
            conversation.WaitingKind = Pressing.Most(events.Select(e => e.Sealed.Proposed).Prepend(conversation.WaitingKind ?? MessageKind.Unclassified));
            return before.WaitingKind != conversation.WaitingKind;
        }

        var turns = events.Select(e => e.Turn!.Value).OrderBy(t => t.At).ThenBy(t => t.EndsWait).ToList();
        if (turns.All(turn => FollowsOn(conversation, turn)))
            Append(conversation, events, turns, fold);
        else
            Insert(conversation, events, fold, batch);

        foreach (var reply in turns.Where(t => t.EndsWait))
            conversation.LastReplyAt = Later(conversation.LastReplyAt, reply.At);
        return before != (conversation.WaitingSince, conversation.LastReplyAt, conversation.WaitingKind);
    }

    /// <summary>The usual message, one more of somebody who waits: his wait stays, only how pressing it is may change.</summary>
    private static bool WritesOn(ConversationState c, NewEvent e) => e.Sealed.Kind == EventKind.Message && e.Sealed.OccurredAt >= c.WaitingSince;

    /// <summary>
    /// A turn behind the last reply can be folded by the state alone, but for a reply to somebody who waits: whether he
    /// wrote again after it, only the events tell.
    /// </summary>
    private static bool FollowsOn(ConversationState c, Turn turn) =>
        !(turn.At <= c.LastReplyAt) && !(turn.EndsWait && c.WaitingSince is not null);

    private static void Append(ConversationState c, IReadOnlyList<NewEvent> events, IReadOnlyList<Turn> turns, Fold fold)
    {
        var before = c.WaitingSince;
        var open = before is { } since ? turns.Prepend(new Turn(since, IsReply: false) { Proposed = c.WaitingKind ?? MessageKind.Unclassified }) : turns;
        var after = ReplyClock.Waits(open);
        if (before is { } waited)
            fold.Add(c.PageId, new Wait(waited, null), -1);
        foreach (var wait in after)
            fold.Add(c.PageId, wait);
        c.WaitingSince = OpenSince(after);

        // Whoever waited goes on waiting here: a reply to him would have gone the other way.
        var fresh = events.Where(e => e.Sealed.Kind == EventKind.Message && e.Sealed.OccurredAt >= c.WaitingSince).Select(e => e.Sealed.Proposed);
        c.WaitingKind = c.WaitingSince is null ? null : Pressing.Most(c.WaitingKind is { } known ? fresh.Prepend(known) : fresh);
    }

    /// <summary>A late turn: the waits of its neighbourhood are reckoned without and with it.</summary>
    private static void Insert(ConversationState c, IReadOnlyList<NewEvent> events, Fold fold, EventBatch batch)
    {
        var fresh = events.Select(e => e.Id!.Value).ToHashSet();
        var around = batch.TurnsAround(c.Id, events.Min(e => e.Sealed.OccurredAt), events.Max(e => e.Sealed.OccurredAt), fresh);
        var before = ReplyClock.Waits(around.Where(t => !fresh.Contains(t.EventId)).Select(t => t.Turn));
        var after = ReplyClock.Waits(around.Select(t => t.Turn));
        foreach (var wait in before)
            fold.Add(c.PageId, wait, -1);
        foreach (var wait in after)
            fold.Add(c.PageId, wait);

        // A neighbourhood that an older reply closes says nothing about who waits now.
        if (OpenSince(before) is null && OpenSince(after) is null)
            return;
        c.WaitingSince = OpenSince(after);
        c.WaitingKind = c.WaitingSince is { } since
            ? Pressing.Most(around.Where(t => !t.Turn.EndsWait && t.Turn.At >= since).Select(t => t.Turn.Proposed))
            : null;
    }

    private static DateTimeOffset? OpenSince(IReadOnlyList<Wait> waits) =>
        waits is [.., { EndedAt: null } last] ? last.Since : null;

    private static DateTimeOffset Later(DateTimeOffset? a, DateTimeOffset b) => a > b ? a.Value : b;
}
