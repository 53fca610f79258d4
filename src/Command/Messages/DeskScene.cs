using Command.Data;
using Command.People;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>What an act finds at the desk, and what it leaves there to be written.</summary>
public sealed class DeskScene(
    CommandDb db, Asker asker, Conversation conversation, Handling? handling, int unitId, UnitTree tree, DateTimeOffset now, Fold fold, CancellationToken cancellation)
{
    private readonly List<AuditEntry> entries = [];

    public CommandDb Db => db;

    public Asker Asker => asker;

    public Conversation Conversation => conversation;

    public int UnitId => unitId;

    public UnitTree Tree => tree;

    public DateTimeOffset Now => now;

    public Fold Fold => fold;

    public CancellationToken Cancellation => cancellation;

    /// <summary>The handling of the wait that is; null: nobody has acted on it.</summary>
    public Handling? Handling => handling?.IsOf(conversation.WaitingSince) == true ? handling : null;

    public IReadOnlyList<AuditEntry> Entries => entries;

    /// <summary>The queue looks other than before, whether or not a sum changed.</summary>
    public bool HasMoved { get; private set; }

    public void Log(string action, string? before = null, string? after = null) => entries.Add(AuditEntry.By(
        asker, action, AuditFacts.Write((AuditFact.Conversation, conversation.Id)), before: before, after: after));

    /// <summary>The handling, one act further.</summary>
    /// <param name="since">When the matter began that the act is about.</param>
    public Handling Next(DeskAct act, DateTimeOffset since)
    {
        HasMoved = true;
        if (handling is null)
            db.Handlings.Add(handling = new Handling { ConversationId = conversation.Id, Since = since, LastBy = asker.Name });
        else if (Handling is null)
            (handling.HandlerId, handling.HandlerName, handling.Kind) = (null, null, null);
        handling.Since = since;
        handling.Version++;
        (handling.LastAct, handling.LastBy, handling.LastAt) = (act, asker.Name, now);
        return handling;
    }

    /// <summary>All of the conversation, oldest first, each message with what a person decided of it.</summary>
    public async Task<List<DeskTurn>> TurnsAsync() => await (
        from e in db.Events.AsNoTracking()
        where e.ConversationId == conversation.Id && (e.Kind == EventKind.Message || e.Kind == EventKind.Reply || e.Kind == EventKind.ClosedWithoutReply)
        join d in db.MessageDecisions.AsNoTracking() on e.Id equals d.EventId into decided
        from decision in decided.DefaultIfEmpty()
        orderby e.OccurredAt, e.Id
        select new DeskTurn(e, (MessageKind?)decision!.Kind)).ToListAsync(cancellation);

    /// <summary>The waits that were are no more, those that are now count in their place.</summary>
    public void Replace(IEnumerable<DeskTurn> before, IEnumerable<DeskTurn> after)
    {
        var (were, are) = (DeskTurn.Waits(before), DeskTurn.Waits(after));
        foreach (var wait in were.Except(are))
            fold.Add(conversation.PageId, wait, -1);
        foreach (var wait in are.Except(were))
            fold.Add(conversation.PageId, wait);
    }
}
