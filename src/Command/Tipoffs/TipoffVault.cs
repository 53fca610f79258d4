using System.Security.Cryptography;
using System.Text;
using Command.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Tipoffs;

/// <summary>Protects what residents gave with the key ring, which is kept outside the database.</summary>
public sealed class TipoffVault(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Command.Tipoffs");

    /// <summary>Null when there is nothing to protect.</summary>
    public TipoffWords? Close(long tipoffId, SentWords words, string? place, DateTimeOffset expiresAt)
    {
        if (words.IsEmpty && string.IsNullOrWhiteSpace(place))
            return null;
        return new TipoffWords
        {
            TipoffId = tipoffId,
            Words = words.IsEmpty ? null : Close(words.Write()),
            Place = string.IsNullOrWhiteSpace(place) ? null : Close(Encoding.UTF8.GetBytes(place)),
            ExpiresAt = expiresAt,
        };
    }

    public byte[] Close(byte[] bytes) => protector.Protect(bytes);

    /// <summary>What cannot be opened any more is not there: also when the keys that protected it are gone.</summary>
    public OpenWords Open(TipoffWords? stored)
    {
        var words = stored?.Words is { } closed && OpenBytes(closed) is { } open ? SentWords.Of(open) : null;
        var place = stored?.Place is { } hidden && OpenBytes(hidden) is { } found ? Encoding.UTF8.GetString(found) : null;
        return new OpenWords(string.IsNullOrEmpty(words?.Text) ? null : words.Text, place, words?.Files ?? []);
    }

    public byte[]? OpenBytes(byte[] bytes)
    {
        try
        {
            return protector.Unprotect(bytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
