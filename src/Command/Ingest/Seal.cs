using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Ingest;

/// <summary>
/// Takes what identifies a resident out of an event before anything is stored: ids become keyed pseudonyms
/// (HMAC-SHA256, first 16 bytes), words are protected by the key ring. Both keys are kept outside the database.
/// </summary>
public sealed class Seal(byte[] pseudonymKey, IDataProtector words, IDataProtector residents) : IDisposable
{
    private const int DigestBytes = 16;

    /// <summary>One for each thread, made once: to set the key up costs more than the digest of an id.</summary>
    private readonly ThreadLocal<IncrementalHash> keyed = new(() => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, pseudonymKey), trackAllValues: true);

    public SealedEvent Close(PlatformEvent e) => new(
        e.Platform,
        e.PageExternalId,
        e.Kind,
        e.Proposed,
        e.Name,
        e.OccurredAt,
        Digest("once", e.Platform, e.Once),
        e.Person is null ? null : Digest("person", e.Platform, e.Person),
        e.Text is null && e.Files.Count == 0 ? null : words.Protect(new SentWords(e.Text, e.Files).Write()),
        e.Person is not null && e.Kind == EventKind.Message ? new SealedResident(e.Person, residents) : null);

    public SealedUnusable Close(Unusable unusable) => new(
        unusable.Platform,
        unusable.Reason,
        Digest(unusable.Raw.Span),
        words.Protect(unusable.Raw.ToArray()));

    public void Dispose()
    {
        foreach (var hash in keyed.Values)
            hash.Dispose();
        keyed.Dispose();
    }

    private byte[] Digest(string purpose, Platform platform, string value) =>
        Digest(Encoding.UTF8.GetBytes($"{purpose}|{(byte)platform}|{value.Normalize(NormalizationForm.FormC)}"));

    private byte[] Digest(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        keyed.Value!.AppendData(bytes);
        keyed.Value.GetHashAndReset(digest);
        return digest[..DigestBytes].ToArray();
    }
}
