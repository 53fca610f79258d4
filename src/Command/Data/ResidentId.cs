namespace Command.Data;

/// <summary>
/// A resident's id on the platform, protected: only for the link to the platform's own inbox. It expires with the words
/// that it came with; what identifies the resident is the pseudonym.
/// </summary>
public sealed class ResidentId
{
    public long ConversationId { get; set; }

    public required byte[] Protected { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
