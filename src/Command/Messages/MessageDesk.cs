using System.Security.Cryptography;
using Command.Data;
using Command.People;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>
/// What people do with a conversation. Every act takes the version that the actor saw: whoever comes second is told who
/// was first, and nothing is overwritten. Null means done.
/// </summary>
public sealed class MessageDesk(Desk desk, MessageSettings settings)
{
    private const int LongestNote = 300;

    public Task<DeskRefusal?> TakeAsync(Asker asker, long conversationId, int version, CancellationToken cancellation) =>
        desk.ActAsync(asker, conversationId, version, scene => Waiting(scene, since => Give(scene, since, DeskAct.Took, asker)), cancellation);

    /// <summary>From who has it to a colleague.</summary>
    public Task<DeskRefusal?> HandOverAsync(Asker asker, long conversationId, int version, Asker colleague, CancellationToken cancellation) =>
        desk.ActAsync(
            asker,
            conversationId,
            version,
            scene => Waiting(scene, since => scene.Handling?.HandlerId != asker.PersonId
                ? new DeskRefusal(DeskFault.NotYours, scene.Handling?.HandlerName)
                : Give(scene, since, DeskAct.HandedOver, colleague)),
            cancellation);

    /// <summary>By a chief or a commander, whoever has it.</summary>
    public Task<DeskRefusal?> AssignAsync(Asker asker, long conversationId, int version, Asker colleague, CancellationToken cancellation) =>
        desk.ActAsync(
            asker,
            conversationId,
            version,
            scene => Waiting(scene, since => asker.Role is Role.Chief or Role.Commander
                ? Give(scene, since, DeskAct.Assigned, colleague)
                : new DeskRefusal(DeskFault.NotAssigner)),
            cancellation);

    /// <summary>Ends the wait without an answer. A share of these, drawn by lot, goes to a second person.</summary>
    public Task<DeskRefusal?> CloseAsync(Asker asker, long conversationId, int version, CloseReason reason, string? note, CancellationToken cancellation)
    {
        note = string.IsNullOrWhiteSpace(note) ? null : note.Trim();
        return desk.ActAsync(
            asker,
            conversationId,
            version,
            async scene =>
            {
                if (!Enum.IsDefined(reason) || (reason == CloseReason.Other && note is null))
                    return new DeskRefusal(DeskFault.NeedsNote);
                if (note?.Length > LongestNote)
                    return new DeskRefusal(DeskFault.NoteTooLong);
                if (scene.Conversation.WaitingSince is not { } since)
                    return new DeskRefusal(DeskFault.NobodyWaits);
                var closing = await CloseAsync(scene);
                scene.Db.Closings.Add(new Closing
                {
                    EventId = closing.Id,
                    ConversationId = scene.Conversation.Id,
                    PageId = scene.Conversation.PageId,
                    Reason = reason,
                    Note = note,
                    ClosedAt = scene.Now,
                    ClosedById = asker.PersonId,
                    ClosedBy = asker.Name,
                    IsDrawn = settings.IsDrawn(RandomNumberGenerator.GetInt32(MessageSettings.Lots)),
                });
                scene.Next(DeskAct.ClosedWithoutReply, since);
                scene.Log("message.closed", after: AuditFacts.Write((AuditFact.CloseReason, reason)));
                return null;
            },
            cancellation);
    }

    /// <summary>Withdraws the last closing: the resident waits again, since when he did.</summary>
    public Task<DeskRefusal?> ReopenAsync(Asker asker, long conversationId, int version, CancellationToken cancellation) =>
        desk.ActAsync(asker, conversationId, version, ReopenAsync, cancellation);

    /// <summary>A second person agrees with a closing or not; if not, the resident waits again.</summary>
    public Task<DeskRefusal?> RecheckAsync(Asker asker, long conversationId, int version, bool agrees, CancellationToken cancellation) => desk.ActAsync(
        asker,
        conversationId,
        version,
        async scene =>
        {
            var closing = await scene.Db.Closings.Where(c => c.ConversationId == conversationId && c.Agreed == null)
                .OrderByDescending(c => c.ClosedAt).FirstOrDefaultAsync(scene.Cancellation);
            if (closing is null)
                return new DeskRefusal(DeskFault.NotClosed);
            if (closing.ClosedById == asker.PersonId)
                return new DeskRefusal(DeskFault.OwnClosing);
            (closing.RecheckedAt, closing.RecheckedBy, closing.Agreed) = (scene.Now, asker.Name, agrees);
            scene.Log("message.rechecked", after: AuditFacts.Write((AuditFact.Agreed, agrees)));
            return agrees ? null : await ReopenAsync(scene);
        },
        cancellation);

    /// <summary>
    /// What the conversation is about, as a person sees it. Of the messages of the matter those move that counted as
    /// something; when none did, the first: one matter never counts more often than it did.
    /// </summary>
    public Task<DeskRefusal?> ClassifyAsync(Asker asker, long conversationId, int version, MessageKind kind, CancellationToken cancellation) =>
        desk.ActAsync(asker, conversationId, version, scene => ClassifyAsync(scene, kind, DeskAct.Classified), cancellation);

    internal static async Task<DeskRefusal?> ClassifyAsync(DeskScene scene, MessageKind kind, DeskAct act)
    {
        if (!Enum.IsDefined(kind) || kind is MessageKind.Unclassified or MessageKind.Feedback)
            return new DeskRefusal(DeskFault.UnknownKind);
        var turns = await scene.TurnsAsync();
        if (DeskTurn.Waits(turns) is not [.., var matter])
            return new DeskRefusal(DeskFault.NotThere);
        var messages = turns.Where(t => t.Event.Kind == EventKind.Message && t.Event.OccurredAt >= matter.Since).ToList();
        var ids = messages.Select(t => t.Event.Id).ToList();
        var decided = await scene.Db.MessageDecisions.Where(d => ids.Contains(d.EventId)).ToDictionaryAsync(d => d.EventId, scene.Cancellation);

        var carriers = messages.Where(t => t.Kind != MessageKind.Unclassified).DefaultIfEmpty(messages[0]).ToList();
        scene.Log("message.classified", AuditFacts.Write((AuditFact.MessageKind, carriers.Select(t => t.Kind).Distinct())), AuditFacts.Write((AuditFact.MessageKind, kind)));
        foreach (var message in carriers)
        {
            scene.Fold.Reclassify(message.Event.PageId, message.Kind, kind, message.Event.OccurredAt);
            if (!decided.TryGetValue(message.Event.Id, out var decision))
                scene.Db.MessageDecisions.Add(decision = new MessageDecision { EventId = message.Event.Id });
            (decision.Kind, decision.PersonId, decision.DecidedAt) = (kind, scene.Asker.PersonId, scene.Now);
        }

        // Another kind may have another target: whether it was answered in time is judged anew.
        scene.Replace(turns, turns.Select(t => carriers.Contains(t) ? t with { Decided = kind } : t));

        scene.Next(act, matter.Since).Kind = kind;
        return null;
    }

    private static async Task<Event> CloseAsync(DeskScene scene)
    {
        var conversation = scene.Conversation;

        // A platform's clock may run ahead: what has been seen is closed with the rest.
        var turns = await scene.TurnsAsync();
        var last = turns.Where(t => t.Event.Kind == EventKind.Message).Max(t => t.Event.OccurredAt);
        var at = last > scene.Now ? last : scene.Now;
        var closing = new Event
        {
            OnceKey = Guid.NewGuid().ToByteArray(),
            PageId = conversation.PageId,
            Kind = EventKind.ClosedWithoutReply,
            Name = "closed_without_reply",
            OccurredAt = at,
            ReceivedAt = scene.Now,
            ConversationId = conversation.Id,
        };
        scene.Db.Events.Add(closing);
        await scene.Db.SaveChangesAsync(scene.Cancellation);
        scene.Fold.Add(conversation.PageId, closing.Kind, MessageKind.Unclassified, at);
        scene.Replace(turns, turns.Append(new DeskTurn(closing, null)));
        (conversation.WaitingSince, conversation.WaitingKind, conversation.LastReplyAt) = (null, null, at);
        return closing;
    }

    private static async Task<DeskRefusal?> ReopenAsync(DeskScene scene)
    {
        var turns = await scene.TurnsAsync();
        if (turns.FindLast(t => t.Event.Kind == EventKind.ClosedWithoutReply) is not { Event: var closing } ended)
            return new DeskRefusal(DeskFault.NotClosed);
        var left = turns.Where(t => t != ended).ToList();
        var after = DeskTurn.Waits(left);
        scene.Replace(turns, left);
        scene.Fold.Add(closing.PageId, closing.Kind, MessageKind.Unclassified, closing.OccurredAt, -1);
        scene.Db.Events.Remove(closing);
        var why = await scene.Db.Closings.FindAsync([closing.Id], scene.Cancellation);
        if (why is { Agreed: null })
            scene.Db.Closings.Remove(why);

        var conversation = scene.Conversation;
        conversation.WaitingSince = after is [.., { EndedAt: null } open] ? open.Since : null;
        conversation.WaitingKind = conversation.WaitingSince is { } since
            ? Pressing.Most(left.Where(t => t.Event.Kind == EventKind.Message && t.Event.OccurredAt >= since).Select(t => t.Event.Proposed))
            : null;
        conversation.LastReplyAt = left.FindLast(t => t.Event.Kind != EventKind.Message)?.Event.OccurredAt;
        scene.Next(DeskAct.Reopened, conversation.WaitingSince ?? closing.OccurredAt);
        scene.Log("message.reopened");
        return null;
    }

    private static Task<DeskRefusal?> Waiting(DeskScene scene, Func<DateTimeOffset, DeskRefusal?> act) =>
        Task.FromResult(scene.Conversation.WaitingSince is { } since ? act(since) : new DeskRefusal(DeskFault.NobodyWaits));

    private static DeskRefusal? Give(DeskScene scene, DateTimeOffset since, DeskAct act, Asker to)
    {
        if (!Sight.Of(to, scene.Tree, LocalTime.DayOf(scene.Now)).MayWork(scene.UnitId))
            return new DeskRefusal(DeskFault.NotHis);
        var before = scene.Handling?.HandlerName;
        var next = scene.Next(act, since);
        (next.HandlerId, next.HandlerName) = (to.PersonId, to.Name);
        scene.Log($"message.{act}".ToLowerInvariant(), before, to.Name);
        return null;
    }
}
