using System.Text;
using System.Text.Json;
using Command.Data;
using Command.Ingest;
using Microsoft.AspNetCore.DataProtection;
using static Command.Tests.Ingest.Doorway;

namespace Command.Tests.Ingest;

public sealed class SealTests : IDisposable
{
    private static readonly IDataProtector protector = new EphemeralDataProtectionProvider().CreateProtector(ProtectionPurpose.Words);

    private readonly Seal seal = new([1, 2, 3], protector, protector);

    public void Dispose() => seal.Dispose();

    [Fact]
    public void One_person_has_one_pseudonym_and_two_have_two()
    {
        var text = seal.Close(One(ReadZalo(ZaloText)));
        var image = seal.Close(One(ReadZalo(ZaloText.Replace("user_send_text", "user_send_image", StringComparison.Ordinal))));
        var another = seal.Close(One(ReadZalo(ZaloText.Replace(Resident, "1", StringComparison.Ordinal))));

        Assert.Equal(16, text.Person!.Length);
        Assert.Equal(text.Person, image.Person);
        Assert.NotEqual(text.Person, another.Person);
        Assert.NotEqual(text.OnceKey, image.OnceKey);
    }

    [Fact]
    public void Another_key_gives_another_pseudonym()
    {
        var e = One(ReadZalo(ZaloText));

        using var other = new Seal([9], protector, protector);
        Assert.NotEqual(seal.Close(e).Person, other.Close(e).Person);
    }

    [Fact]
    public void Nothing_of_a_resident_is_left_in_a_sealed_event()
    {
        var written = JsonSerializer.Serialize(seal.Close(One(ReadZalo(ZaloText))));

        Assert.DoesNotContain(Resident, written, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Resident)), written, StringComparison.Ordinal);
        Assert.DoesNotContain("phường", written, StringComparison.Ordinal);
        Assert.DoesNotContain("96d3cdf3af150460909", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_read_again_with_the_key_ring_only()
    {
        var words = seal.Close(One(ReadZalo(ZaloText))).Words!;

        Assert.Equal("Công an phường cho tôi hỏi", Encoding.UTF8.GetString(protector.Unprotect(words)));
        Assert.DoesNotContain("phường", Encoding.UTF8.GetString(words), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_aside_is_protected_and_kept_once()
    {
        var unusable = new Unusable(Platform.Zalo, UnusableReason.MissingId, Bytes(ZaloText));
        var (first, second) = (seal.Close(unusable), seal.Close(unusable));

        Assert.Equal(first.OnceKey, second.OnceKey);
        Assert.DoesNotContain(Resident, Encoding.UTF8.GetString(first.Protected), StringComparison.Ordinal);
    }
}
