using Command.Data;

namespace Command.Tipoffs;

/// <summary>A tip-off on its way in.</summary>
/// <param name="Once">What makes this entry itself: the form that was sent, the message it was made of.</param>
public sealed record NewTipoff(string Once, TipoffSource Source, int CreditedUnitId, TipoffCategory Category, DateTimeOffset ReceivedAt)
{
    public Urgency Urgency { get; init; } = Urgency.Normal;

    public int? PageId { get; init; }

    public long? ConversationId { get; init; }

    /// <summary>The resident's own, in clear; protected before it is stored.</summary>
    public string? Words { get; init; }

    /// <summary>As the resident gave it.</summary>
    public string? Place { get; init; }

    /// <summary>What came with the messages: protected like the words; the files among it are copied from the platform.</summary>
    public IReadOnlyList<SentFile> Sent { get; init; } = [];

    public IReadOnlyList<byte[]> Attachments { get; init; } = [];
}
