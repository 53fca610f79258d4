using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Data;

/// <summary>
/// Protects what residents wrote and who they are, by AES-256-GCM under a key of the purpose and month (UTC), derived by
/// HKDF from one data key that the key ring protects: the ring itself derives a key for every call, and that was the
/// dearest part of a message. What the ring protected before is read as ever.
/// </summary>
/// <param name="dataKey">32 bytes.</param>
public sealed class ResidentsProtection(byte[] dataKey, IDataProtectionProvider ring, TimeProvider time) : IDataProtectionProvider, IDisposable
{
    private readonly ConcurrentDictionary<string, MonthProtector> protectors = new();

    /// <param name="purpose">Of <see cref="ProtectionPurpose"/>.</param>
    public IDataProtector CreateProtector(string purpose) => protectors.GetOrAdd(purpose, p => new MonthProtector(dataKey, p, ring.CreateProtector(p), time));

    public void Dispose()
    {
        foreach (var protector in protectors.Values)
            protector.Dispose();
    }
}

/// <remarks>
/// Laid out as: format, month (4 bytes), nonce (12), ciphertext, tag (16). The first five bytes are authenticated with the
/// rest. A nonce is eight random bytes of the thread and a counter, so none comes twice under one key.
/// </remarks>
internal sealed class MonthProtector(byte[] dataKey, string purpose, IDataProtector older, TimeProvider time) : IDataProtector, IDisposable
{
    /// <summary>Payloads of the ring begin with 9.</summary>
    private const byte Format = 1;

    private const int MonthEnd = 5;
    private const int NonceEnd = MonthEnd + 12;
    private const int TagBytes = 16;
    private const int KeyBytes = 32;

    private readonly ThreadLocal<MonthCipher?> ciphers = new(trackAllValues: true);

    public byte[] Protect(byte[] plaintext)
    {
        var now = time.GetUtcNow();
        var month = (now.Year * 100) + now.Month;
        if (ciphers.Value is not { } cipher || cipher.Month != month || cipher.IsSpent)
        {
            ciphers.Value?.Dispose();
            ciphers.Value = cipher = new MonthCipher(month, KeyOf(month));
        }

        return cipher.Protect(plaintext);
    }

    /// <exception cref="CryptographicException">It is not what was protected, or not under this key.</exception>
    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData is not [Format, ..] || protectedData.Length < NonceEnd + TagBytes)
            return older.Unprotect(protectedData);
        var plaintext = new byte[protectedData.Length - NonceEnd - TagBytes];
        using var gcm = new AesGcm(KeyOf(BinaryPrimitives.ReadInt32BigEndian(protectedData.AsSpan(1))), TagBytes);
        gcm.Decrypt(protectedData.AsSpan(MonthEnd..NonceEnd), protectedData.AsSpan(NonceEnd..^TagBytes), protectedData.AsSpan(^TagBytes..), plaintext, protectedData.AsSpan(..MonthEnd));
        return plaintext;
    }

    public IDataProtector CreateProtector(string inner) => older.CreateProtector(inner);

    public void Dispose()
    {
        foreach (var cipher in ciphers.Values)
            cipher?.Dispose();
        ciphers.Dispose();
    }

    private byte[] KeyOf(int month) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, KeyBytes, info: Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{purpose} {month}")));

    /// <summary>Of one thread: made once for many messages.</summary>
    private sealed class MonthCipher : IDisposable
    {
        private readonly AesGcm gcm;
        private readonly byte[] start = new byte[NonceEnd];
        private uint count;

        public MonthCipher(int month, byte[] key)
        {
            gcm = new AesGcm(key, TagBytes);
            Month = month;
            start[0] = Format;
            BinaryPrimitives.WriteInt32BigEndian(start.AsSpan(1), month);
            RandomNumberGenerator.Fill(start.AsSpan(MonthEnd..(NonceEnd - sizeof(uint))));
        }

        public int Month { get; }

        /// <summary>Its counter is used up.</summary>
        public bool IsSpent => count == uint.MaxValue;

        public byte[] Protect(ReadOnlySpan<byte> plaintext)
        {
            BinaryPrimitives.WriteUInt32BigEndian(start.AsSpan(NonceEnd - sizeof(uint)), ++count);
            var closed = new byte[NonceEnd + plaintext.Length + TagBytes];
            start.CopyTo(closed, 0);
            gcm.Encrypt(start.AsSpan(MonthEnd), plaintext, closed.AsSpan(NonceEnd, plaintext.Length), closed.AsSpan(^TagBytes..), start.AsSpan(0, MonthEnd));
            return closed;
        }

        public void Dispose() => gcm.Dispose();
    }
}
