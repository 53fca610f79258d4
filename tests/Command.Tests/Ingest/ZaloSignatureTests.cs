using System.Text.Json;
using Command.Ingest;
using static Command.Tests.Ingest.Doorway;

namespace Command.Tests.Ingest;

public sealed class ZaloSignatureTests
{
    private const string Right = "mac=2e63dee249fa7f724151d0ad514acd0531825c50f638fbcf6798d77896913d40";

    [Fact]
    public void The_published_vector_is_signed() => Assert.True(IsSigned(ZaloText, Right));

    [Fact]
    public void The_short_vector_is_the_concatenation() =>
        Assert.Equal("2f1ef5aabe67e8396a459ca89562e108ad541f82ba5022c85f645bd6b7220cb9", Sha256("X" + "BODY" + "1234567890" + "Y"));

    [Fact]
    public void Hex_may_be_upper_case_and_without_its_prefix()
    {
        Assert.True(IsSigned(ZaloText, Right[4..]));
        Assert.True(IsSigned(ZaloText, Right.ToUpperInvariant()));
    }

    [Fact]
    public void An_hmac_over_the_body_is_refused() => Assert.False(IsSigned(ZaloText, "mac=" + Hmac(OaSecret, ZaloText)));

    [Fact]
    public void The_oa_id_in_place_of_the_app_id_is_refused() =>
        Assert.False(IsSigned(ZaloText, "mac=" + Sha256(Oa + ZaloText + "1714476720000" + OaSecret)));

    [Fact]
    public void The_app_secret_is_refused() =>
        Assert.False(IsSigned(ZaloText, "mac=" + Sha256(AppId + ZaloText + "1714476720000" + "test-app-secret")));

    [Fact]
    public void Another_timestamp_than_the_body_s_own_is_refused() =>
        Assert.False(IsSigned(ZaloText, "mac=" + Sha256(AppId + ZaloText + "1714476720001" + OaSecret)));

    [Fact]
    public void Json_written_anew_is_refused()
    {
        using var document = JsonDocument.Parse(ZaloText);
        var anew = JsonSerializer.Serialize(document.RootElement);

        Assert.NotEqual(ZaloText, anew);
        Assert.False(IsSigned(anew, Right));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mac=")]
    [InlineData("mac=2e63")]
    [InlineData("mac=zz63dee249fa7f724151d0ad514acd0531825c50f638fbcf6798d77896913d40")]
    [InlineData("mac=2e63dee249fa7f724151d0ad514acd0531825c50f638fbcf6798d77896913d4000")]
    public void What_is_no_digest_is_refused(string header) => Assert.False(IsSigned(ZaloText, header));

    [Fact]
    public void A_timestamp_given_as_number_signs_as_it_is_written()
    {
        var body = ZaloText.Replace("\"1714476720000\"", "1714476720000", StringComparison.Ordinal);

        Assert.True(IsSigned(body, Sha256(AppId + body + "1714476720000" + OaSecret)));
    }

    [Fact]
    public void Another_app_is_refused_even_with_a_right_secret()
    {
        var body = ZaloText.Replace(AppId, "1", StringComparison.Ordinal);

        Assert.False(IsSigned(body, Sha256("1" + body + "1714476720000" + OaSecret)));
        Assert.False(IsSigned(body, Sha256(AppId + body + "1714476720000" + OaSecret)));
    }

    [Fact]
    public void A_registered_page_is_checked_against_its_own_secret_alone()
    {
        var channel = new ZaloChannel(AppId, new Dictionary<string, string> { [Oa] = OaSecret, [OtherOa] = "another" }, []);
        var signedByOther = Sha256(AppId + ZaloText + "1714476720000" + "another");

        Assert.False(ZaloWebhook.IsSigned(Bytes(ZaloText), signedByOther, channel));
        Assert.True(ZaloWebhook.IsSigned(Bytes(ZaloText), Right, channel));
    }

    [Fact]
    public void A_page_that_is_not_registered_may_use_any_secret_of_the_app()
    {
        var body = ZaloText.Replace(Oa, "42", StringComparison.Ordinal);
        var channel = new ZaloChannel(AppId, new Dictionary<string, string> { [Oa] = OaSecret, [OtherOa] = "another" }, []);

        Assert.True(ZaloWebhook.IsSigned(Bytes(body), Sha256(AppId + body + "1714476720000" + "another"), channel));
        Assert.False(ZaloWebhook.IsSigned(Bytes(body), Sha256(AppId + body + "1714476720000" + "third"), channel));
    }

    [Fact]
    public void Without_secrets_nothing_is_signed()
    {
        Assert.False(ZaloWebhook.IsSigned(Bytes(ZaloText), Sha256(AppId + ZaloText + "1714476720000"), Channels.None.Zalo));
        var empty = new ZaloChannel(AppId, new Dictionary<string, string> { [Oa] = "" }, []);
        Assert.False(ZaloWebhook.IsSigned(Bytes(ZaloText), Sha256(AppId + ZaloText + "1714476720000"), empty));
    }

    [Fact]
    public void Only_so_many_secrets_are_tried()
    {
        var secrets = Enumerable.Range(0, 40).ToDictionary(i => $"oa{i}", i => $"secret{i}");

        Assert.Equal(ZaloChannel.MostSecretsTried, new ZaloChannel(AppId, secrets, []).SecretsFor("unknown").Count);
    }

    private static bool IsSigned(string body, string header) => ZaloWebhook.IsSigned(Bytes(body), header, Zalo);
}
