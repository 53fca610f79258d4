namespace Command.Data;

/// <summary>What somebody did last with a conversation. The numbers are stored: never reuse one.</summary>
public enum DeskAct : byte
{
    Took = 1,
    HandedOver = 2,
    Assigned = 3,
    Classified = 4,
    ClosedWithoutReply = 5,
    Reopened = 6,
    MadeTipoff = 7,
}

/// <summary>
/// Who works a conversation and what he decided. It holds for one wait: when the resident was answered and writes
/// again, a new matter begins and nobody has it.
/// </summary>
public sealed class Handling
{
    public long ConversationId { get; set; }

    /// <summary>Grows with every act; whoever acts on an older one is told who was first.</summary>
    public int Version { get; set; }

    /// <summary>When the wait began, as it was known at the first act; a wait that begins later is another matter.</summary>
    public DateTimeOffset Since { get; set; }

    public int? HandlerId { get; set; }

    public string? HandlerName { get; set; }

    /// <summary>What a person decided; null: what the rules proposed holds.</summary>
    public MessageKind? Kind { get; set; }

    public DeskAct LastAct { get; set; }

    public required string LastBy { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>
    /// Whether it holds for the wait that began then. Late messages can put the beginning of its wait earlier; one that
    /// begins later is another, and what was decided when nobody waited any more stays with what it was decided of.
    /// </summary>
    public bool IsOf(DateTimeOffset? waitingSince) => waitingSince is null || waitingSince <= Since;
}
