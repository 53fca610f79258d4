using Bunit;
using Command.Boards.Queue;
using Command.Data;
using Command.Messages;
using Command.Tests.Messages;

namespace Command.Tests.Boards.Queue;

public sealed class ConversationPageTests
{
    [Fact]
    public async Task Hostile_words_are_shown_inert_and_the_look_is_audited_once()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1), text: "<img src=x onerror=alert(1)> \u202Ecó trộm</bdi><script>alert(2)</script>");
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff));
        var page = Render(screen, 1);

        page.WaitForElement("bdi", DeskScreen.Patience);
        Assert.Equal("<img src=x onerror=alert(1)> \uFFFDcó trộm</bdi><script>alert(2)</script>", page.Find("bdi").TextContent);
        Assert.Equal("auto", page.Find("bdi").GetAttribute("dir"));
        Assert.Empty(page.FindAll("main img, main script"));
        page.Says(".turns", "Quy tắc 1 đề xuất “Có thể là tin báo” vì: trộm");
        Assert.Equal(["""canbo1 {"Conversation":1}"""], await app.AuditedAsync(WordsReading.WordsSeen));
    }

    [Fact]
    public async Task The_inbox_of_the_platform_is_found_on_demand()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff));
        var page = Render(screen, 1);
        page.WaitForElement(".desk button", DeskScreen.Patience);
        Assert.DoesNotContain("resident-0", page.Markup, StringComparison.Ordinal);
        Assert.Empty(await app.AuditedAsync(WordsReading.ResidentSeen));

        page.Find(".desk button").Click();

        page.WaitForElement(".desk a[target='_blank']", DeskScreen.Patience);
        Assert.Equal("https://oa.zalo.me/chat?uid=resident-0&oaid=oa-0", page.Find(".desk a").GetAttribute("href"));
        Assert.Equal("noopener noreferrer", page.Find(".desk a").GetAttribute("rel"));
        Assert.Single(await app.AuditedAsync(WordsReading.ResidentSeen));
    }

    [Theory]
    [InlineData(Role.Staff, "ward-1")]
    [InlineData(Role.Analyst, "ward-0")]
    [InlineData(Role.Wall, "city")]
    public async Task To_others_it_is_not_there(Role role, string unit)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1));
        using var screen = DeskScreen.Of(app, await app.AskerAsync(role, unit));
        var page = Render(screen, 1);

        page.Says(".empty", "Không có cuộc trò chuyện này trong phạm vi của bạn");
        Assert.Empty(page.FindAll("bdi, .desk"));
        Assert.Empty(await app.AuditedAsync(WordsReading.WordsSeen));
    }

    [Fact]
    public async Task An_administrator_sees_that_it_is_there_and_no_words()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-1), text: "hỏi tạm trú");
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Administrator, null));
        var page = Render(screen, 1);

        page.Says("main", "vai trò của bạn không xem nội dung");
        Assert.Empty(page.FindAll("bdi, .desk button, .desk a"));
        Assert.DoesNotContain("tạm trú", page.Markup, StringComparison.Ordinal);
        Assert.Empty(await app.AuditedAsync(WordsReading.WordsSeen));
    }

    private static IRenderedComponent<ConversationPage> Render(Screen screen, long id) => screen.Render<ConversationPage>(p => p.Add(c => c.Id, id));
}
