using Command.Data;

namespace Command.Ingest;

/// <summary>
/// What a door read out of one element of a request, still with the platform's ids in clear. It lives only until
/// <see cref="Seal"/> has turned it into a <see cref="SealedEvent"/>; it is never stored or logged.
/// </summary>
/// <param name="PageExternalId">The platform's id of the page that received or sent it.</param>
/// <param name="Once">What makes the event itself, in clear: same words ⇔ same event.</param>
/// <param name="Person">The resident's id on the platform, for messages and replies; null for everything else.</param>
/// <param name="Text">The resident's words; null when there are none, or when they must not be kept.</param>
public sealed record PlatformEvent(
    Platform Platform,
    string PageExternalId,
    EventKind Kind,
    string Name,
    DateTimeOffset OccurredAt,
    string Once,
    string? Person = null,
    string? Text = null)
{
    public MessageKind Proposed { get; init; }

    /// <summary>What came beside the text: as protected as it.</summary>
    public IReadOnlyList<SentFile> Files { get; init; } = [];
}

/// <summary>An element that was rightly signed and cannot be used.</summary>
/// <param name="Reason">One of <see cref="UnusableReason"/>.</param>
/// <param name="Raw">The element's own bytes.</param>
public sealed record Unusable(Platform Platform, string Reason, ReadOnlyMemory<byte> Raw);

/// <summary>Why an element was set aside. Stored and shown: the words are the contract.</summary>
public static class UnusableReason
{
    public const string TimeOutOfRange = "time_out_of_range";

    /// <summary>Of a day whose events are no longer kept: nobody can tell any more whether it was counted.</summary>
    public const string OlderThanKept = "older_than_kept";
    public const string MissingId = "missing_id";
    public const string UnknownShape = "unknown_shape";
}

/// <summary>What a request told us: what can be used and what cannot.</summary>
public sealed record DoorReading(IReadOnlyList<PlatformEvent> Events, IReadOnlyList<Unusable> Unusable);

/// <summary>An event as it is stored: pseudonyms for ids, protected words.</summary>
/// <param name="OnceKey">16 bytes.</param>
/// <param name="Person">16 bytes, or null.</param>
/// <param name="Resident">Of a message: the resident's own id, for the link to the platform's inbox.</param>
public sealed record SealedEvent(
    Platform Platform,
    string PageExternalId,
    EventKind Kind,
    MessageKind Proposed,
    string Name,
    DateTimeOffset OccurredAt,
    byte[] OnceKey,
    byte[]? Person,
    byte[]? Words,
    SealedResident? Resident = null);

/// <summary>An unusable element as it is stored.</summary>
public sealed record SealedUnusable(Platform Platform, string Reason, byte[] OnceKey, byte[] Protected);
