using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>What the doors check signatures with, in clear; never stored or logged like this.</summary>
/// <param name="ZaloOaSecretKeys">Secret key by OA id.</param>
/// <param name="Unreadable">Names of secrets that this key ring did not protect; they must be entered again.</param>
public sealed record ChannelKeys(
    string? ZaloAppId,
    IReadOnlyDictionary<string, string> ZaloOaSecretKeys,
    string? FacebookAppSecret,
    string? FacebookVerifyToken,
    IReadOnlyList<string> Unreadable);

/// <summary>The secrets of the channels in table Secrets, protected by the key ring.</summary>
public sealed class ChannelSecrets(IDbContextFactory<CommandDb> databases, IDataProtectionProvider protection)
{
    public const string ZaloApp = "zalo:app";

    /// <summary>Followed by the OA's id.</summary>
    public const string ZaloOa = "zalo:oa:";
    public const string FacebookApp = "facebook:app";
    public const string FacebookVerify = "facebook:verify";

    private const string Purpose = "Command.Secrets";

    private readonly IDataProtector protector = protection.CreateProtector(Purpose);

    public async Task<ChannelKeys> ReadAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var stored = await db.Secrets.AsNoTracking()
            .Where(s => s.Name == ZaloApp || s.Name.StartsWith(ZaloOa) || s.Name == FacebookApp || s.Name == FacebookVerify)
            .ToListAsync(cancellation);
        var clear = stored.ToDictionary(s => s.Name, Open);
        return new ChannelKeys(
            clear.GetValueOrDefault(ZaloApp),
            clear.Where(s => s.Value is not null && s.Key.StartsWith(ZaloOa, StringComparison.Ordinal))
                .ToDictionary(s => s.Key[ZaloOa.Length..], s => s.Value!),
            clear.GetValueOrDefault(FacebookApp),
            clear.GetValueOrDefault(FacebookVerify),
            [.. clear.Where(s => s.Value is null).Select(s => s.Key).Order(StringComparer.Ordinal)]);
    }

    internal Secret Close(string name, string value) => new() { Name = name, Protected = protector.Protect(Encoding.UTF8.GetBytes(value)) };

    /// <summary>Null when another key ring protected it.</summary>
    internal string? Open(Secret secret)
    {
        try
        {
            return Encoding.UTF8.GetString(protector.Unprotect(secret.Protected));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
