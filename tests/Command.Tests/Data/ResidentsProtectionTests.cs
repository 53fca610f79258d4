using System.Security.Cryptography;
using Command.Data;
using Microsoft.AspNetCore.DataProtection;

namespace Command.Tests.Data;

public sealed class ResidentsProtectionTests : IDisposable
{
    private static readonly byte[] words = "Có người lạ vào khu phố"u8.ToArray();

    private readonly string folder = Directory.CreateTempSubdirectory("command-words-").FullName;
    private readonly HandClock clock = new(DateTimeOffset.Parse("2026-11-30T23:00:00Z", null));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static IDataProtector Words(TestApp app) => app.Get<ResidentsProtection>().CreateProtector(ProtectionPurpose.Words);

    [Fact]
    public async Task Words_are_read_again_after_a_start_and_in_other_months_and_under_no_other_key()
    {
        byte[] november, december;
        await using (var app = await TestApp.StartAsync(clock, folder))
        {
            november = Words(app).Protect(words);
            clock.Now = clock.Now.AddHours(2);
            december = Words(app).Protect(words);
            Assert.Equal(words, Words(app).Unprotect(november));
        }

        await using var again = await TestApp.StartAsync(clock, folder);
        Assert.Equal([words, words], new[] { november, december }.Select(Words(again).Unprotect));
        december[4] = november[4];
        Assert.ThrowsAny<CryptographicException>(() => Words(again).Unprotect(december));
        using var other = new ResidentsProtection(new byte[32], again.Get<IDataProtectionProvider>(), clock);
        Assert.ThrowsAny<CryptographicException>(() => other.CreateProtector(ProtectionPurpose.Words).Unprotect(november));
        Assert.ThrowsAny<CryptographicException>(() => again.Get<ResidentsProtection>().CreateProtector(ProtectionPurpose.ResidentIds).Unprotect(november));
    }

    [Fact]
    public async Task Whoever_changes_a_byte_or_cuts_some_off_reads_nothing()
    {
        await using var app = await TestApp.StartAsync(clock, folder);
        var protector = Words(app);
        var closed = protector.Protect(words);

        for (var i = 0; i < closed.Length; i++)
        {
            var other = closed.ToArray();
            other[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(other));
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(closed[..i]));
        }

        Assert.Equal(words, protector.Unprotect(closed));
    }

    [Fact]
    public async Task No_two_are_closed_alike_on_any_thread()
    {
        await using var app = await TestApp.StartAsync(clock, folder);
        var protector = Words(app);
        var closed = new byte[4_000][];

        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            for (var i = t; i < closed.Length; i += 8)
                closed[i] = protector.Protect(words);
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(closed.Length, closed.Select(c => Convert.ToHexString(c.AsSpan(5, 12))).Distinct().Count());
        Assert.All(closed, c => Assert.Equal(words, protector.Unprotect(c)));
    }

    [Fact]
    public async Task What_the_key_ring_protected_itself_is_read_too()
    {
        await using var app = await TestApp.StartAsync(clock, folder);
        var older = app.Get<IDataProtectionProvider>().CreateProtector(ProtectionPurpose.Words).Protect(words);

        Assert.Equal(words, Words(app).Unprotect(older));
    }
}
