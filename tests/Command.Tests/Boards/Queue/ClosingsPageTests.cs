using Bunit;
using Command.Boards.Queue;
using Command.Data;
using Command.Messages;
using Command.Tests.Messages;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Boards.Queue;

public sealed class ClosingsPageTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    [Fact]
    public async Task A_second_person_finds_what_was_drawn_and_what_is_wrong_waits_again()
    {
        await using var app = await ClosedAsync();
        using var screen = DeskScreen.Of(app, await app.AskerAsync(Role.Staff, person: 2));
        screen.Services.AddSingleton(app.Get<ClosingQuery>());
        var page = screen.Render<ClosingsPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".versions li").Count), DeskScreen.Patience);
        Assert.Equal("hỏi đường <b>", page.Find(".versions bdi").TextContent);

        page.FindAll(".choice")[1].Click();
        page.Says(".desk-said", "Đã mở lại");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".versions li")), DeskScreen.Patience);
        page.FindAll(".choice")[0].Click();
        page.Says(".board-title .note", "50 %");

        Assert.Equal([1L], (await app.Get<MessageQueueQuery>().ReadAsync(await app.AskerAsync(Role.Staff), new QueueFilter(), none)).Lines.Select(l => l.ConversationId));
        Assert.Empty(await app.DriftAsync());
    }

    [Theory]
    [InlineData(Role.Staff, "ward-0", 1, 2, 0)]
    [InlineData(Role.Chief, "ward-0", 2, 2, 2)]
    [InlineData(Role.Chief, "ward-1", 2, 0, 0)]
    [InlineData(Role.Analyst, "ward-0", 2, 0, 0)]
    [InlineData(Role.Administrator, null, 2, 0, 0)]
    public async Task Second_looks_are_for_those_who_work_there_and_never_for_who_closed(Role role, string? unit, int person, int seen, int may)
    {
        await using var app = await ClosedAsync();
        var looks = await app.Get<ClosingQuery>().ReadAsync(await app.AskerAsync(role, unit, person), none);

        Assert.Equal((seen, may), (looks.Lines.Count, looks.Lines.Count(l => !l.IsOwn)));
    }

    private static async Task<TestApp> ClosedAsync()
    {
        var app = await Ward.StartAsync(new HandClock(Ward.Monday), "--Messages:RecheckShare=1");
        var asker = await app.AskerAsync(Role.Staff);
        for (var person = 1; person <= 2; person++)
        {
            await app.WriteAsync($"m{person}", Ward.Monday.AddHours(-person), person: person);
            Assert.Null(await app.Get<MessageDesk>().CloseAsync(asker, person, 0, CloseReason.NotForUs, person == 1 ? "hỏi đường <b>" : null, none));
        }

        return app;
    }
}
