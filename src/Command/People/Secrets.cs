using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Command.People;

/// <summary>Secrets that devices and scripts keep, codes that people type, and how both are stored.</summary>
public static class Secrets
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int SecretBytes = 32;

    /// <summary>256 bits for machines.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>For people: groups of four, five bits a letter.</summary>
    public static string NewCode(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, 4)));

    /// <summary>What is stored in place of a secret of 256 bits, which no dictionary guesses: one round is enough.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>As typed: without regard to case and blanks.</summary>
    public static string Typed(string? code) => new([.. (code ?? "").ToUpperInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')]);

    /// <summary>Takes as long for a wrong one as for a right one.</summary>
    public static bool AreSame(string one, string other) => CryptographicOperations.FixedTimeEquals(Hash(one), Hash(other));
}
