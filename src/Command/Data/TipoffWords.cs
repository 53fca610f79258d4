namespace Command.Data;

/// <summary>A resident's words and the place as he gave it, protected, apart from the tip-off so that they expire alone.</summary>
public sealed class TipoffWords
{
    public long TipoffId { get; set; }

    public byte[]? Words { get; set; }

    public byte[]? Place { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
