using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Command.Data;
using Microsoft.AspNetCore.Identity;

namespace Command.People;

/// <summary>
/// Codes of an authenticator (RFC 6238, six digits, 30 s), each good for one use: section 5.2 of the standard. The last
/// step that was used is kept beside the key; it and all before it are refused.
/// </summary>
public sealed class OnceAuthenticator(TimeProvider time) : AuthenticatorTokenProvider<Person>
{
    private const int StepSeconds = 30;

    /// <summary>Steps by which the two clocks may differ, as Identity allows.</summary>
    private const int Drift = 2;

    public override async Task<bool> ValidateAsync(string purpose, string token, UserManager<Person> manager, Person user)
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
            return false;
        var used = await manager.GetAuthenticationTokenAsync(user, PersonStore.CodeProvider, PersonStore.LastCodeStep) is { } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : long.MinValue;
        var now = time.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        var secret = FromBase32(key);
        for (var step = now - Drift; step <= now + Drift; step++)
        {
            if (step <= used || !CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeOf(secret, step)), System.Text.Encoding.ASCII.GetBytes(token)))
                continue;
            // Sent twice at once, the second meets a changed person and is refused.
            return (await manager.SetAuthenticationTokenAsync(user, PersonStore.CodeProvider, PersonStore.LastCodeStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
        }

        return false;
    }

    /// <summary>What the authenticator shows in a step of 30 s since 1970.</summary>
    public static string CodeOf(byte[] secret, long step)
    {
#pragma warning disable CA5350 // The standard of authenticators is HMAC-SHA1.
        var hash = HMACSHA1.HashData(secret, BitConverter.GetBytes(IPAddress.HostToNetworkOrder(step)));
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = ((hash[at] & 0x7f) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var (bytes, bits, held) = (new List<byte>(), 0, 0);
        foreach (var letter in text.TrimEnd('='))
        {
            (bits, held) = ((bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal), held + 5);
            if (held < 8)
                continue;
            held -= 8;
            bytes.Add((byte)(bits >> held));
            bits &= (1 << held) - 1;
        }

        return [.. bytes];
    }
}
