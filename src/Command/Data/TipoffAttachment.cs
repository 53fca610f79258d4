namespace Command.Data;

/// <summary>A copy of a picture or file that came with a tip-off, protected; it expires with the words.</summary>
public sealed class TipoffAttachment
{
    public long Id { get; set; }

    public long TipoffId { get; set; }

    /// <summary>As it is served: from a short list, never as the sender named it.</summary>
    public required string ContentType { get; set; }

    /// <summary>Bytes before protection.</summary>
    public int Length { get; set; }

    public required byte[] Protected { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
