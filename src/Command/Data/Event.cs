namespace Command.Data;

/// <summary>What happened, in our words. The numbers are stored: never reuse one.</summary>
public enum EventKind : byte
{
    /// <summary>An inbound message from a resident.</summary>
    Message = 1,

    /// <summary>An answer written by a person of the unit: it stops the reply clock.</summary>
    Reply = 2,

    /// <summary>An answer sent by a machine: it does not stop the clock.</summary>
    AutomaticReply = 3,
    Follow = 4,
    Unfollow = 5,
    Comment = 6,
    Reaction = 7,
    Share = 8,
    Post = 9,
    Image = 10,
    Video = 11,

    /// <summary>The platform says that a message arrived or was seen.</summary>
    Receipt = 12,
    GroupMessage = 13,

    /// <summary>A person decided that no reply is needed: it ends the wait and is no answer. The one kind that no platform tells.</summary>
    ClosedWithoutReply = 14,

    /// <summary>Known or unknown, counted but of no further meaning to us; the name is kept.</summary>
    Other = 100,
}

/// <summary>What a message is about, as rules propose it and people decide it.</summary>
public enum MessageKind : byte
{
    Unclassified = 0,
    Procedure = 1,
    TipOff = 2,

    /// <summary>Praise or criticism, untold: proposed by earlier versions.</summary>
    Feedback = 3,
    Praise = 4,
    Criticism = 5,

    /// <summary>Known to be none of these.</summary>
    Other = 6,
}

/// <summary>Something a platform told us, kept once. Holds no resident's words, names or ids.</summary>
public sealed class Event
{
    public long Id { get; set; }

    /// <summary>16 bytes, keyed digest of what makes the event itself (see <c>Ingest/Seal</c>): the key of once.</summary>
    public required byte[] OnceKey { get; set; }

    public int PageId { get; set; }

    public EventKind Kind { get; set; }

    public MessageKind Proposed { get; set; }

    /// <summary>The platform's own name of the event.</summary>
    public required string Name { get; set; }

    public DateTimeOffset OccurredAt { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The conversation of a message or a reply; null for everything else.</summary>
    public long? ConversationId { get; set; }
}

/// <summary>A resident's words, protected, apart from the event so that they can expire alone.</summary>
public sealed class Words
{
    public long EventId { get; set; }

    public required byte[] Protected { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>
/// One resident and one page. Its state is what the reply clock needs to fold most events without looking
/// back; it is a function of the events alone, in whatever order those came.
/// </summary>
public sealed class Conversation
{
    public long Id { get; set; }

    public int PageId { get; set; }

    /// <summary>16 bytes, keyed pseudonym of the resident.</summary>
    public required byte[] Person { get; set; }

    /// <summary>The first message that no person has answered; null when nobody waits.</summary>
    public DateTimeOffset? WaitingSince { get; set; }

    /// <summary>The last turn that ended a wait: a person's reply, or a closing without one.</summary>
    public DateTimeOffset? LastReplyAt { get; set; }

    /// <summary>The most pressing of what the rules proposed for the messages that wait; null when nobody waits.</summary>
    public MessageKind? WaitingKind { get; set; }
}

/// <summary>Rightly signed but unusable: kept apart with its reason, shown, never counted in rollups.</summary>
public sealed class SetAside
{
    public long Id { get; set; }

    public required byte[] OnceKey { get; set; }

    public Platform Platform { get; set; }

    public required string Reason { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public required byte[] Protected { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>Requests that a door refused, by local day and reason; of the requests themselves nothing is kept.</summary>
public sealed class Refusal
{
    public DateOnly Day { get; set; }

    public Platform Platform { get; set; }

    public required string Reason { get; set; }

    public long Count { get; set; }
}

/// <summary>One row that every writer increments with its commit; other nodes poll it to know that something changed.</summary>
public sealed class ChangeCounter
{
    public int Id { get; set; }

    public long Value { get; set; }
}
