namespace Command.Data;

/// <summary>How far a copy is. The numbers are stored: never reuse one.</summary>
public enum CopyState : byte
{
    Waiting = 1,
    Copied = 2,

    /// <summary>Given up; <see cref="TipoffCopy.Fault"/> says why.</summary>
    Failed = 3,
}

/// <summary>Why a file was not copied. The numbers are stored: never reuse one.</summary>
public enum CopyFault : byte
{
    /// <summary>The link does not lead to a host that the settings allow, or not by https.</summary>
    HostNotAllowed = 1,

    /// <summary>The host sends on to one that the settings do not allow.</summary>
    SentElsewhere = 2,

    /// <summary>The host's name leads into a private network.</summary>
    PrivateAddress = 3,

    /// <summary>The host has it no longer, or gives it to nobody.</summary>
    Gone = 4,

    /// <summary>The host did not answer, however often it was asked.</summary>
    Unreachable = 5,
    TooLarge = 6,

    /// <summary>The tip-off has as many files as it may.</summary>
    TooMany = 7,

    /// <summary>By its first bytes none of the kinds that are kept.</summary>
    Kind = 8,

    /// <summary>The words, and with them the link, expired before.</summary>
    Expired = 9,
}

/// <summary>
/// A file that a resident sent with his messages, on its way from the platform to the tip-off made of them. The link
/// stays with the protected words: <see cref="Position"/> finds it there.
/// </summary>
public sealed class TipoffCopy
{
    public long TipoffId { get; set; }

    /// <summary>Among the files that stand with the words, from 0 on.</summary>
    public int Position { get; set; }

    public Attachments Kind { get; set; }

    public CopyState State { get; set; }

    public CopyFault? Fault { get; set; }

    /// <summary>How often it was begun.</summary>
    public int Tries { get; set; }

    /// <summary>When it is begun next; while one node fetches, no other begins.</summary>
    public DateTimeOffset NextAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
