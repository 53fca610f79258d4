using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Ingest;

/// <summary>
/// Takes what identifies a resident out of an event before anything is stored: ids become keyed pseudonyms
/// (HMAC-SHA256, first 16 bytes), words are protected by the key ring. Both keys are kept outside the database.
/// </summary>
public sealed class Seal(byte[] pseudonymKey, IDataProtector words)
{
    /// <summary>Purpose of the protector of words: whoever unprotects them names the same.</summary>
    public const string WordsPurpose = "Command.Words";

    public SealedEvent Close(PlatformEvent e) => new(
        e.Platform,
        e.PageExternalId,
        e.Kind,
        e.Proposed,
        e.Name,
        e.OccurredAt,
        Digest("once", e.Platform, e.Once),
        e.Person is null ? null : Digest("person", e.Platform, e.Person),
        e.Text is null ? null : words.Protect(Encoding.UTF8.GetBytes(e.Text)));

    public SealedUnusable Close(Unusable unusable) => new(
        unusable.Platform,
        unusable.Reason,
        HMACSHA256.HashData(pseudonymKey, unusable.Raw.Span)[..16],
        words.Protect(unusable.Raw.ToArray()));

    private byte[] Digest(string purpose, Data.Platform platform, string value) =>
        HMACSHA256.HashData(pseudonymKey, Encoding.UTF8.GetBytes($"{purpose}|{(byte)platform}|{value.Normalize(NormalizationForm.FormC)}"))[..16];
}
