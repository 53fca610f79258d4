namespace Command.Tipoffs;

/// <summary>Knows a file by its first bytes, whatever its name says; what is not on this list is not kept.</summary>
public static class AttachmentType
{
    private static readonly (string Type, int At, byte[] Bytes)[] known =
    [
        ("image/jpeg", 0, [0xFF, 0xD8, 0xFF]),
        ("image/png", 0, [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]),
        ("image/gif", 0, "GIF8"u8.ToArray()),
        ("image/webp", 8, "WEBP"u8.ToArray()),
        ("application/pdf", 0, "%PDF-"u8.ToArray()),
        ("video/mp4", 4, "ftyp"u8.ToArray()),
    ];

    public static string? Of(ReadOnlySpan<byte> file)
    {
        foreach (var (type, at, bytes) in known)
        {
            if (file.Length > at && file[at..].StartsWith(bytes))
                return type;
        }

        return null;
    }
}
