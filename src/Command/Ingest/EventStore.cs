using Command.Data;
using Command.Rollups;

namespace Command.Ingest;

/// <summary>A conversation as the writer knows it within one batch.</summary>
public sealed class ConversationState
{
    public required int PageId { get; init; }

    public required byte[] Person { get; init; }

    public long Id { get; set; }

    public DateTimeOffset? WaitingSince { get; set; }

    public DateTimeOffset? LastReplyAt { get; set; }

    /// <summary>The most pressing kind of the messages that wait; null when nobody waits.</summary>
    public MessageKind? WaitingKind { get; set; }

    /// <summary>When the stored id of the resident expires; null: none is stored.</summary>
    public DateTimeOffset? ResidentIdExpiresAt { get; set; }

    /// <summary>As the batch brings it; null when it brings none.</summary>
    public SealedResident? Resident { get; set; }

    /// <summary>New with this batch: its turns, once they are inserted.</summary>
    public List<NewEvent> Fresh { get; } = [];
}

/// <summary>An event on its way into the store.</summary>
public sealed class NewEvent(SealedEvent sealedEvent, int pageId, ConversationState? conversation)
{
    public SealedEvent Sealed { get; } = sealedEvent;

    public int PageId { get; } = pageId;

    public ConversationState? Conversation { get; } = conversation;

    /// <summary>Set by the insert; null: it stood already.</summary>
    public long? Id { get; set; }

    /// <summary>Null for what is no turn of a conversation.</summary>
    public Turn? Turn { get; } = Rollups.Turn.Of(sealedEvent.Kind, sealedEvent.OccurredAt, sealedEvent.Proposed);
}

/// <summary>A turn that stands in the store.</summary>
public readonly record struct StoredTurn(long EventId, Turn Turn);

/// <summary>Where batches are written: one way for each engine, both set-based, neither through the change tracker.</summary>
public abstract class EventStore
{
    /// <summary>Opens one transaction that nobody else can write beside.</summary>
    public abstract EventBatch Begin();
}

/// <summary>One transaction. Disposed without <see cref="Commit"/>, nothing of it stands.</summary>
public abstract class EventBatch : IDisposable
{
    /// <summary>The page's id; a page that nobody registered gets a row without key and owner.</summary>
    public abstract int PageId(Platform platform, string externalId);

    /// <summary>Fills ids and states in; a conversation that is new gets its row.</summary>
    public abstract void Open(IReadOnlyCollection<ConversationState> conversations);

    /// <summary>Inserts what does not stand yet and gives it its id.</summary>
    public abstract void Insert(IReadOnlyList<NewEvent> events, DateTimeOffset receivedAt, DateTimeOffset wordsExpireAt);

    public abstract void Insert(IReadOnlyList<SealedUnusable> unusable, DateTimeOffset receivedAt, DateTimeOffset expiresAt);

    /// <summary>
    /// The turns of a conversation that a change between two instants can touch: from after the last reply or closing
    /// before <paramref name="from"/> to the first one at or after <paramref name="to"/>, leaving <paramref name="except"/>
    /// out of the search for both ends but not out of the answer. Either leaves nobody waiting, whatever was before.
    /// </summary>
    public abstract IReadOnlyList<StoredTurn> TurnsAround(long conversationId, DateTimeOffset from, DateTimeOffset to, IReadOnlySet<long> except);

    public abstract void Save(IReadOnlyCollection<ConversationState> conversations);

    /// <summary>Stores, or stores anew, the residents' ids that these conversations were brought with.</summary>
    public abstract void KeepResidents(IReadOnlyCollection<ConversationState> conversations, DateTimeOffset expiresAt);

    /// <summary>Adds to the rollups; of days that are closed also to the sums of their months.</summary>
    public void Add(IEnumerable<KeyValuePair<RollupKey, Gain>> gains)
    {
        var all = gains.ToList();
        AddRows([.. all, .. Fold.OfMonths(all, SummedThrough)]);
    }

    /// <summary>Commits, with the counter by which other nodes see that something changed. Returns its new value.</summary>
    public abstract long Commit();

    /// <summary>The last day in the month sums, as it stays until this batch is over; null: none is.</summary>
    protected abstract DateOnly? SummedThrough { get; }

    protected abstract void AddRows(IReadOnlyList<KeyValuePair<RollupKey, Gain>> gains);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
