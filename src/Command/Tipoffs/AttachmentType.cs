namespace Command.Tipoffs;

/// <summary>Knows a file by its first bytes, whatever its name says; what is not on this list is not kept.</summary>
public static class AttachmentType
{
    private static readonly (string Type, string Extension, (int At, byte[] Bytes)[] Signs)[] known =
    [
        ("image/jpeg", "jpg", [(0, [0xFF, 0xD8, 0xFF])]),
        ("image/png", "png", [(0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])]),
        ("image/webp", "webp", [(0, "RIFF"u8.ToArray()), (8, "WEBP"u8.ToArray())]),
        ("application/pdf", "pdf", [(0, "%PDF-"u8.ToArray())]),
        ("video/mp4", "mp4", [(4, "ftyp"u8.ToArray())]),
    ];

    public static string? Of(byte[] file) =>
        Array.Find(known, k => Array.TrueForAll(k.Signs, s => file.Length > s.At && file.AsSpan(s.At).StartsWith(s.Bytes))).Type;

    /// <param name="type">One of those above.</param>
    public static string ExtensionOf(string type) => Array.Find(known, k => k.Type == type).Extension ?? "bin";
}
