using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Command.Data;

namespace Command.People;

/// <summary>How many lines the log has and the digest of the last: noted elsewhere, it proves that no line was cut off.</summary>
public sealed record AuditHead(long Count, string Digest)
{
    public static readonly AuditHead Empty = new(0, Convert.ToHexStringLower(AuditChain.Beginning));

    /// <summary>As <see cref="ToString"/> writes it: COUNT:DIGEST.</summary>
    public static AuditHead? Parse(string text) =>
        text.Split(':') is [var count, { Length: 64 } digest] && long.TryParse(count, out var lines) && lines >= 0
            ? new AuditHead(lines, digest.ToLowerInvariant())
            : null;

    public override string ToString() => $"{Count}:{Digest}";
}

/// <summary>
/// Pure: the digest of a line is an HMAC-SHA256 over its fields and the digest before it. The key is kept outside the
/// database, so whoever can only write to the database cannot forge a chain.
/// </summary>
public static class AuditChain
{
    /// <summary>What stands before the first line.</summary>
    public static readonly byte[] Beginning = new byte[32];

    public static byte[] Digest(byte[] key, byte[] before, AuditRecord line)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(before);
        Add(line.Number);
        Add(line.At.ToUnixTimeMilliseconds());
        foreach (var text in (string?[])[line.Actor, line.Action, line.Subject, line.Origin, line.Before, line.After])
        {
            // The length stands before the text, so that no two sets of fields write the same bytes.
            Add(text is null ? -1 : Encoding.UTF8.GetByteCount(text));
            if (text is not null)
                hmac.AppendData(Encoding.UTF8.GetBytes(text));
        }

        return hmac.GetHashAndReset();

        void Add(long number)
        {
            Span<byte> bytes = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, number);
            hmac.AppendData(bytes);
        }
    }
}
