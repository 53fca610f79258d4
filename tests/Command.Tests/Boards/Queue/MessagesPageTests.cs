using Bunit;
using Command.Boards.Queue;
using Command.Data;
using Command.Messages;
using Command.Tests.Messages;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Boards.Queue;

public sealed class MessagesPageTests
{
    [Fact]
    public async Task One_hand_on_the_keyboard_walks_takes_classifies_and_closes()
    {
        await using var app = await BusyAsync();
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff));
        var page = screen.Render<MessagesPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".queue tbody tr").Count), DeskScreen.Patience);
        page.Says(".chosen", "quá hạn 2 giờ");

        page.Press("j");
        page.Says(".chosen", "Hỏi thủ tục hành chính");
        page.Press("t");
        page.Says(".desk-said", "Bạn đã nhận xử lý.");
        page.Says(".chosen", "canbo1");
        page.Press("c");
        page.Press("1");
        page.Says(".desk-said", "Đã phân loại: Có thể là tin báo.");
        page.Says(".chosen", "Có thể là tin báo");
        Assert.DoesNotContain("(đề xuất)", page.Find(".chosen").TextContent, StringComparison.Ordinal);

        page.Press("n");
        page.Press("1");
        page.Says(".desk-said", "Đã đóng: Chỉ cảm ơn.");
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".queue tbody tr").Count), DeskScreen.Patience);
        page.Press("u");
        page.Says(".desk-said", "Đã mở lại.");
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".queue tbody tr").Count), DeskScreen.Patience);
        page.Press("k");
        page.Press("k");
        Assert.Equal("/messages/1", page.Find("[data-key='o']").GetAttribute("href"));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task A_tipoff_is_made_of_a_conversation_once_and_the_counts_follow()
    {
        await using var app = await BusyAsync();
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff));
        var page = screen.Render<MessagesPage>();
        page.WaitForElement(".chosen", DeskScreen.Patience);

        for (var i = 0; i < 2; i++)
        {
            page.Press("m");
            page.WaitForElement("[data-category=Theft]", DeskScreen.Patience);
            page.Find("[data-category=Theft]").Click();
            page.Says(".desk-said a", "TB-");
            page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-category]")), DeskScreen.Patience);
        }

        await using var db = await app.OpenAsync();
        var tipoff = Assert.Single(await db.Tipoffs.ToListAsync());
        Assert.Equal((TipoffCategory.Theft, TipoffSource.Page, (long?)1), (tipoff.Category, tipoff.Source, tipoff.ConversationId));
        Assert.Equal("/tipoffs/" + tipoff.Number, page.Find(".desk-said a").GetAttribute("href"));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_who_was_first()
    {
        await using var app = await BusyAsync();
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff));
        var page = screen.Render<MessagesPage>();
        page.WaitForElement(".chosen", DeskScreen.Patience);
        await app.Get<MessageDesk>().TakeAsync(await app.AskerAsync(Role.Staff, person: 2), 1, 0, CancellationToken.None);

        page.Press("t");

        page.Says(".desk-said.refused", "canbo2 đã nhận xử lý lúc 09:00:00");
        page.Says(".chosen", "canbo2");
    }

    [Fact]
    public async Task The_address_filters_and_asks_for_nothing_when_it_names_what_is_not_there()
    {
        await using var app = await BusyAsync();
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Commander, "city"));
        void GoTo(string address) => screen.Services.GetRequiredService<NavigationManager>().NavigateTo(address);

        GoTo("/messages?overdue=1");
        var page = screen.Render<MessagesPage>();
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".queue tbody tr")), DeskScreen.Patience);
        GoTo("/messages?unit=ward-1&kind=Praise");
        page.Says(".queue tbody", "Công an phường Gò Đình");
        GoTo("/messages?unit=nowhere");
        page.Says(".panel", "Không có cuộc trò chuyện nào khớp");
    }

    [Fact]
    public async Task Words_stand_nowhere_on_the_queue_and_who_may_not_work_has_no_acts()
    {
        await using var app = await BusyAsync();
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Administrator, null));
        var page = screen.Render<MessagesPage>();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".queue tbody tr").Count), DeskScreen.Patience);

        Assert.Empty(page.FindAll("[data-key='t'], [data-key='c'], [data-key='n']"));
        Assert.DoesNotContain("tạm trú", page.Markup, StringComparison.Ordinal);
        Assert.Empty(await app.AuditedAsync(WordsReading.WordsSeen));
    }

    [Theory]
    [InlineData("vi-VN", "Bạn chưa đăng nhập")]
    [InlineData("en", "You are not signed in")]
    public async Task Nobody_known_sees_nothing(string language, string said)
    {
        await using var app = await BusyAsync();
        using var screen = DeskScreen.Of(app, null, language);
        var page = screen.Render<MessagesPage>();

        page.Says(".empty", said);
        Assert.Empty(page.FindAll("table, .desk"));
    }

    [Fact]
    public async Task A_colleague_is_given_what_waits()
    {
        await using var app = await BusyAsync();
        await app.AddPersonAsync("canbo7", Role.Staff, "ward-0");
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Chief));
        var page = screen.Render<MessagesPage>();

        page.Press("a");
        page.Find(".choice").Click();

        page.Says(".desk-said", "Đã giao cho canbo7.");
        page.Says(".chosen", "canbo7");
    }

    /// <summary>Conversations 1 to 3 of ward 0, 4 of ward 1.</summary>
    private static async Task<TestApp> BusyAsync()
    {
        var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-26), 0, 1, "alo");
        await app.WriteAsync("m2", Ward.Monday.AddHours(-3), 0, 2, "hỏi tạm trú");
        await app.WriteAsync("m3", Ward.Monday.AddHours(-2), 0, 3, "cảm ơn");
        await app.WriteAsync("m4", Ward.Monday.AddHours(-1), 1, 1, "cảm ơn");
        return app;
    }
}
