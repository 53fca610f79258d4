namespace Command.Data;

/// <summary>
/// What a person decided that a message is about; it counts in place of what the rules proposed. Rebuilding the rollups
/// reads it, so it outlives the words. How it came to this stands in the audit log.
/// </summary>
public sealed class MessageDecision
{
    public long EventId { get; set; }

    public MessageKind Kind { get; set; }

    public int PersonId { get; set; }

    public DateTimeOffset DecidedAt { get; set; }
}
