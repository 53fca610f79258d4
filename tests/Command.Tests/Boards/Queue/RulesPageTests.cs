using Bunit;
using Command.Boards.Queue;
using Command.Data;
using Command.Messages;
using Command.Tests.Messages;

namespace Command.Tests.Boards.Queue;

public sealed class RulesPageTests
{
    [Fact]
    public async Task A_text_is_tried_by_what_stands_on_the_screen_and_saved_as_a_version()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Commander, "city"));
        var page = screen.Render<RulesPage>();
        page.WaitForElement(".rules li", DeskScreen.Patience);

        page.Find(".grow input").Input("co trom, <b>cam on</b>");
        page.Says(".verdict", "quy tắc 1, vì: trộm");
        Assert.Empty(page.FindAll(".verdict b"));
        page.Find(".rules textarea").Change("cướp");
        page.Says(".verdict", "quy tắc 4, vì: cảm ơn");
        page.Find("button.action").Click();
        page.Says(".desk-said", "Đã lưu phiên bản 2");

        Assert.Equal((2, "cướp"), (app.Get<MessageRules>().Current.Version, app.Get<MessageRules>().Current.Rules[0].Texts));
        page.Says(".versions", "canbo1 · 09:00");
    }

    [Fact]
    public async Task A_fault_is_shown_at_its_rule_and_an_overtaken_edit_overwrites_nothing()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Commander, "city"));
        var page = screen.Render<RulesPage>();
        page.WaitForElement(".rules li", DeskScreen.Patience);

        page.Find(".rules textarea").Change("👮");
        page.Find("button.action").Click();
        page.Says(".rules li .refused", "chưa có nội dung dùng được");
        page.Find(".rules textarea").Change("cướp");
        var other = await app.AskerAsync(Role.Administrator, null, 2);
        await app.Get<MessageRules>().SaveAsync(other, 1, FirstMessageRules.All, "", CancellationToken.None);
        page.Find("button.action").Click();

        page.Says(".desk-said", "canbo2 vừa lưu phiên bản 2");
        Assert.Equal(2, app.Get<MessageRules>().Current.Version);
    }

    [Fact]
    public async Task Whoever_may_not_edit_reads_and_tries()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff));
        var page = screen.Render<RulesPage>();
        page.WaitForElement(".rules li", DeskScreen.Patience);

        Assert.Empty(page.FindAll("button.action"));
        Assert.All(page.FindAll(".rules textarea"), t => Assert.True(t.HasAttribute("readonly")));
        page.Find(".grow input").Input("xin cap can cuoc");
        page.Says(".verdict", "Hỏi thủ tục hành chính");
    }
}
