namespace Command.Data;

/// <summary>Why no reply is needed. The numbers are stored: never reuse one.</summary>
public enum CloseReason : byte
{
    Thanks = 1,
    Greeting = 2,
    AnsweredElsewhere = 3,
    NotForUs = 4,
    Advertising = 5,
    Test = 6,

    /// <summary>Needs a note.</summary>
    Other = 100,
}

/// <summary>
/// A conversation that a person closed as needing no reply. The closing itself stands among the events, where it ends
/// the wait without counting as an answer; this says why, and what the second look found.
/// </summary>
public sealed class Closing
{
    /// <summary>The event that ends the wait.</summary>
    public long EventId { get; set; }

    public long ConversationId { get; set; }

    public int PageId { get; set; }

    public CloseReason Reason { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset ClosedAt { get; set; }

    public int ClosedById { get; set; }

    public required string ClosedBy { get; set; }

    /// <summary>Drawn by lot for a second look.</summary>
    public bool IsDrawn { get; set; }

    public DateTimeOffset? RecheckedAt { get; set; }

    public string? RecheckedBy { get; set; }

    /// <summary>What the second person found; null until then.</summary>
    public bool? Agreed { get; set; }
}
