using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Ingest;

/// <summary>
/// Takes what identifies a resident out of an event before anything is stored: ids become keyed pseudonyms
/// (HMAC-SHA256, first 16 bytes), words are protected by the key ring. Both keys are kept outside the database.
/// </summary>
public sealed class Seal(byte[] pseudonymKey, IDataProtector words, IDataProtector residents)
{
    public SealedEvent Close(PlatformEvent e) => new(
        e.Platform,
        e.PageExternalId,
        e.Kind,
        e.Proposed,
        e.Name,
        e.OccurredAt,
        Digest("once", e.Platform, e.Once),
        e.Person is null ? null : Digest("person", e.Platform, e.Person),
        e.Text is null ? null : words.Protect(Encoding.UTF8.GetBytes(e.Text)),
        e.Person is not null && e.Kind == EventKind.Message ? new SealedResident(e.Person, residents) : null);

    public SealedUnusable Close(Unusable unusable) => new(
        unusable.Platform,
        unusable.Reason,
        HMACSHA256.HashData(pseudonymKey, unusable.Raw.Span)[..16],
        words.Protect(unusable.Raw.ToArray()));

    private byte[] Digest(string purpose, Platform platform, string value) =>
        HMACSHA256.HashData(pseudonymKey, Encoding.UTF8.GetBytes($"{purpose}|{(byte)platform}|{value.Normalize(NormalizationForm.FormC)}"))[..16];
}
