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
    public TipoffWords? Close(long tipoffId, string? words, string? place, DateTimeOffset expiresAt)
    {
        if (string.IsNullOrWhiteSpace(words) && string.IsNullOrWhiteSpace(place))
            return null;
        return new TipoffWords { TipoffId = tipoffId, Words = Close(words), Place = Close(place), ExpiresAt = expiresAt };
    }

    public byte[] Close(byte[] bytes) => protector.Protect(bytes);

    /// <summary>Null also when the keys that protected it are gone.</summary>
    public string? Open(byte[]? bytes) => bytes is null || OpenBytes(bytes) is not { } open ? null : Encoding.UTF8.GetString(open);

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

    private byte[]? Close(string? text) => string.IsNullOrWhiteSpace(text) ? null : protector.Protect(Encoding.UTF8.GetBytes(text));
}
