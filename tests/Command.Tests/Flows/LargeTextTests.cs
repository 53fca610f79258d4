using System.Net;
using System.Text;
using Command.Data;
using Command.Messages;
using Command.Tests.Messages;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Flows;

/// <summary>A text of 1 MB, markup and marks that turn the line around, wherever a text can be sent.</summary>
public sealed class LargeTextTests
{
    private const string Turned = "\u202Eesrever <img src=x onerror=alert(1)>";

    private static readonly string long1 = new('x', 1024 * 1024);
    private static readonly CancellationToken none = CancellationToken.None;

    [Theory]
    [InlineData("/ingest/zalo")]
    [InlineData("/ingest/facebook")]
    public async Task A_door_refuses_it_and_stores_nothing(string door)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        using var content = new StringContent($$"""{"text":"{{long1}}"}""", Encoding.UTF8, "application/json");

        using var answer = await app.Http.PostAsync(new Uri(door, UriKind.Relative), content);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.Unauthorized });
        await using var db = await app.OpenAsync();
        Assert.Equal((0, 0, 0), (await db.Events.CountAsync(), await db.Words.CountAsync(), await db.SetAsides.CountAsync()));
    }

    [Theory]
    [InlineData("Words", "nhiều nhất 20.000")]
    [InlineData("Place", "500")]
    public async Task The_entry_form_says_a_sentence_and_stores_nothing(string field, string sentence)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        using var answer = await staff.UploadAsync(
            "/tipoffs/new", "/tipoffs/new", "enter", [], forged: false,
            [("Once", "1"), ("Source", "Phone"), ("UnitId", $"{await app.UnitAsync("ward-0")}"), ("Category", "Fraud"), ("Urgency", "Normal"), ("ReceivedAt", "2026-03-02T08:30"), ("Words", "tin"), (field, long1)]);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.True(page.Length < 200_000);
        await using var db = await app.OpenAsync();
        Assert.Equal(0, await db.Tipoffs.CountAsync());
    }

    [Theory]
    [InlineData("/sign-in", "sign-in", "UserName")]
    [InlineData("/me", "password", "Wanted")]
    [InlineData("/people", "add", "DisplayName")]
    [InlineData("/keys", "make", "Name")]
    [InlineData("/walls", "pair", "Name")]
    [InlineData("/settings/holidays", "add", "Name")]
    public async Task A_form_is_told_that_it_is_too_large_before_it_is_read_forged_or_not(string path, string form, string field)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var administrator = await app.SignInAsync();
        await using var db = await app.OpenAsync();
        var lines = await db.AuditRecords.CountAsync();

        using var honest = await administrator.PostAsync(path, form, (field, long1));
        using var forged = await administrator.SendAsync(path, form, token: null, (field, long1));

        foreach (var answer in new[] { honest, forged })
        {
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Contains("quá lớn", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        Assert.Equal(lines, await db.AuditRecords.CountAsync());
    }

    [Fact]
    public async Task A_form_that_does_not_tell_its_length_is_not_read()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = new FormUrlEncodedContent([new("UserName", "lan")]) };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.LengthRequired, answer.StatusCode);
    }

    [Fact]
    public async Task Notes_of_both_desks_refuse_it_and_store_nothing()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        var asker = await app.AskerAsync(Role.Staff);
        var id = await app.ConversationAsync();
        var desk = app.Get<TipoffDesk>();
        var entered = (await desk.EnterAsync(new NewTipoff("1", TipoffSource.Phone, asker.UnitId!.Value, TipoffCategory.Theft, Ward.Monday) { Words = "tin" }, asker, none)).Tipoff!;
        await using var db = await app.OpenAsync();
        var lines = await db.AuditRecords.CountAsync();

        Assert.NotNull(await app.Get<MessageDesk>().CloseAsync(asker, id, 0, CloseReason.Other, long1, none));
        Assert.Equal(RefusedFor.WhyTooLong, (await desk.TakeStepAsync(entered.Number, 1, new Step(StepKind.Forward, long1), asker, none)).Refusal!.Code);

        Assert.Equal((lines, 0, 1), (await db.AuditRecords.CountAsync(), await db.Closings.CountAsync(), await db.TipoffSteps.CountAsync()));
    }

    [Fact]
    public async Task Names_that_people_type_are_shown_as_letters()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var administrator = await app.SignInAsync();
        await administrator.PostAsync("/keys", "make", ("Name", Turned), ("UnitId", ""));
        await administrator.PostAsync("/settings/holidays", "add", ("From", "2026-03-05"), ("To", ""), ("Name", Turned), ("Worked", ""));

        foreach (var path in new[] { "/keys", "/settings/holidays", "/audit" })
        {
            using var page = await administrator.GetAsync(path);
            var html = await page.Content.ReadAsStringAsync();
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        }
    }
}
