using System.Buffers;

namespace Command.Ingest;

/// <summary>Reads the digest that a platform claims in a header.</summary>
internal static class SignatureHeader
{
    /// <param name="prefix">May be missing in the header.</param>
    public static bool TryRead(string header, string prefix, Span<byte> digest)
    {
        var hex = header.AsSpan().Trim();
        if (hex.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            hex = hex[prefix.Length..];
        return Convert.FromHexString(hex, digest, out _, out var written) == OperationStatus.Done && written == digest.Length;
    }
}
