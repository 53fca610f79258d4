using Command.Data;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>What a newcomer sees first.</summary>
[Collection(Browsers.Shared)]
public sealed class DemoTests(Browsers browsers)
{
    private const int HistoryDays = 28;
    private static readonly TimeSpan historyTakes = TimeSpan.FromMinutes(8);

    [ChromiumFact]
    public async Task The_demo_fills_a_board_by_itself_and_keeps_it_moving()
    {
        await using var app = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 40)), args: "--demo");
        await using var viewer = await browsers.OpenAsync(app);
        await Expect(viewer.Number("Messages")).Not.ToHaveTextAsync("0");
        await Expect(viewer.Page.Locator(".units tbody tr")).ToHaveCountAsync(18);
        var shown = await viewer.Number("Messages").InnerTextAsync();
        await Expect(viewer.Number("Messages")).Not.ToHaveTextAsync(shown);

        if (!Viewer.KeepsPictures)
            return;
        await HistoryAsync(app);
        await Expect(viewer.Page.Locator(".heat-5").First).ToBeVisibleAsync();
        await viewer.KeepPictureAsync("demo-1440-day-vi");
        await viewer.KeepPictureAsync("demo-first-1440-day-vi", whole: false);
        foreach (var (width, theme, language) in new[] { (1440, "night", "en"), (390, "day", "vi-VN"), (1024, "day", "vi-VN") })
        {
            await using var other = await browsers.OpenAsync(app, "/", width, 900, theme, language);
            await other.KeepPictureAsync($"demo-{width}-{theme}-{language[..2]}");
        }

        await using var unit = await browsers.OpenAsync(app, "/?unit=tan-phu");
        await unit.KeepPictureAsync("demo-unit-1440-day-vi");
        await using var wall = await browsers.OpenAsync(app, "/?wall=1", 1920, 1080);
        await wall.KeepPictureAsync("demo-wall-1920-vi", whole: false);
    }

    /// <summary>Pictures are taken of a full record: returns when the oldest day has come.</summary>
    private static async Task HistoryAsync(TestApp app)
    {
        var oldest = LocalTime.DayOf(app.Now()).AddDays(-HistoryDays);
        var complete = new TaskCompletionSource();
        using var changes = app.Get<Command.Boards.BoardQuery>().Subscribe(async () =>
        {
            await using var db = await app.OpenAsync();
            if (await db.RollupDays.AnyAsync(r => r.Day <= oldest))
                complete.TrySetResult();
        });
        await complete.Task.WaitAsync(historyTakes);
    }
}
