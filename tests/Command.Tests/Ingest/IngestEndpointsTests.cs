using System.Net;
using System.Text;
using Command.Data;
using Command.Ingest;
using Microsoft.EntityFrameworkCore;
using static Command.Tests.Ingest.Doorway;

namespace Command.Tests.Ingest;

/// <summary>What the doors refuse, over real HTTP.</summary>
public sealed class IngestEndpointsTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync();
        app.Get<ChannelRegistry>().Set(new Channels(Zalo, Facebook));
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_missing_signature_is_refused()
    {
        await Refused(await Post("zalo", ZaloText, null), HttpStatusCode.Unauthorized, Platform.Zalo, RefusalReason.MissingSignature);
        await Refused(await Post("facebook", "{}", null), HttpStatusCode.Unauthorized, Platform.Facebook, RefusalReason.MissingSignature);
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await Refused(await Post("zalo", ZaloText, "mac=" + Hmac(OaSecret, ZaloText)), HttpStatusCode.Unauthorized, Platform.Zalo, RefusalReason.WrongSignature);
        await Refused(await Post("facebook", "{}", "sha256=" + Hmac("x", "{}")), HttpStatusCode.Unauthorized, Platform.Facebook, RefusalReason.WrongSignature);
    }

    [Fact]
    public async Task Broken_json_is_refused()
    {
        await Refused(await Post("zalo", "{\"a\":", "mac=" + Sha256("x")), HttpStatusCode.BadRequest, Platform.Zalo, RefusalReason.BrokenJson);
        await Refused(await Post("facebook", "[1]", "sha256=" + Hmac(AppSecret, "[1]")), HttpStatusCode.BadRequest, Platform.Facebook, RefusalReason.BrokenJson);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_256_KB_is_refused_with_and_without_a_length(bool chunked)
    {
        var body = new string(' ', 256 * 1024 + 1);

        await Refused(await Post("zalo", body, "mac=00", chunked), HttpStatusCode.RequestEntityTooLarge, Platform.Zalo, RefusalReason.TooLarge);
        await Refused(await Post("facebook", body, "sha256=00", chunked), HttpStatusCode.RequestEntityTooLarge, Platform.Facebook, RefusalReason.TooLarge);
    }

    [Fact]
    public async Task A_body_of_256_KB_in_many_pieces_is_read_whole()
    {
        var body = new string('x', 256 * 1024);

        await Refused(await Post("facebook", body, "sha256=" + Hmac(AppSecret, body), chunked: true), HttpStatusCode.BadRequest, Platform.Facebook, RefusalReason.BrokenJson);
    }

    [Fact]
    public async Task Facebook_gets_its_challenge_back_for_the_right_token()
    {
        using var response = await app.Http.GetAsync(new Uri("/ingest/facebook?hub.mode=subscribe&hub.verify_token=test-token&hub.challenge=%3Cb%3E1158", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("<b>1158", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("?hub.mode=subscribe&hub.verify_token=other&hub.challenge=1")]
    [InlineData("?hub.mode=subscribe&hub.verify_token=test-token&hub.verify_token=test-token&hub.challenge=1")]
    public async Task A_wrong_token_is_refused(string query) =>
        await Refused(
            await app.Http.GetAsync(new Uri("/ingest/facebook" + query, UriKind.Relative)),
            HttpStatusCode.Forbidden,
            Platform.Facebook,
            RefusalReason.WrongVerifyToken);

    [Fact]
    public async Task Of_refused_requests_only_the_count_is_kept()
    {
        for (var i = 0; i < 5; i++)
            (await Post("zalo", ZaloText, null)).Dispose();

        Assert.Equal(5, await CountOf(Platform.Zalo, RefusalReason.MissingSignature));
        await using var db = await app.OpenAsync();
        Assert.False(await db.Events.AnyAsync() || await db.SetAsides.AnyAsync() || await db.Words.AnyAsync() || await db.Pages.AnyAsync());
    }

    private async Task<HttpResponseMessage> Post(string door, string body, string? signature, bool chunked = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/ingest/{door}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.TransferEncodingChunked = chunked;
        if (signature is not null)
            request.Headers.Add(door == "zalo" ? "X-ZEvent-Signature" : "X-Hub-Signature-256", signature);
        return await app.Http.SendAsync(request);
    }

    private async Task Refused(HttpResponseMessage response, HttpStatusCode status, Platform platform, string reason)
    {
        using (response)
        {
            var sentence = await response.Content.ReadAsStringAsync();
            Assert.Equal((status, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.Matches("^[A-Z][^.]+\\.$", sentence);
            Assert.Equal(1, await CountOf(platform, reason));
        }
    }

    private async Task<long> CountOf(Platform platform, string reason)
    {
        await app.Get<Refusals>().FlushAsync(CancellationToken.None);
        await using var db = await app.OpenAsync();
        return await db.Refusals.Where(r => r.Platform == platform && r.Reason == reason).SumAsync(r => r.Count);
    }
}
