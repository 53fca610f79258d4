using System.Text;
using System.Text.Json;

namespace Command.Data;

/// <summary>What a resident sent, as it is protected and expires: his words, and what came beside them.</summary>
public sealed record SentWords(string? Text, IReadOnlyList<SentFile> Files)
{
    /// <summary>Stands before what is more than a text.</summary>
    private const byte Mark = 1;

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && Files.Count == 0;

    public static SentWords Of(byte[] written) => written is [Mark, ..]
        ? JsonSerializer.Deserialize<SentWords>(written.AsSpan(1))!
        : new SentWords(Encoding.UTF8.GetString(written), []);

    /// <summary>A text alone stays as it is; one that begins like the mark is not taken for it.</summary>
    public byte[] Write() => Files.Count == 0 && Text is not ['\u0001', ..]
        ? Encoding.UTF8.GetBytes(Text ?? "")
        : [Mark, .. JsonSerializer.SerializeToUtf8Bytes(this)];
}
