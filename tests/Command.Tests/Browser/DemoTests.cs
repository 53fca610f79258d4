using System.Text.RegularExpressions;
using Command.Data;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>What a newcomer sees first.</summary>
[Collection(Browsers.Own)]
public sealed partial class DemoTests(Browsers browsers)
{
    private const int HistoryDays = 28;
    private static readonly TimeSpan historyTakes = TimeSpan.FromMinutes(8);

    [ChromiumFact]
    public async Task The_demo_fills_a_board_by_itself_and_keeps_it_moving()
    {
        await using var app = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 40)), args: "--demo");
        await using var viewer = await browsers.OpenAsync(app, isKnown: false);
        await Expect(viewer.Number("Messages")).Not.ToHaveTextAsync("0");
        await Expect(viewer.Page.Locator(".units tbody tr")).ToHaveCountAsync(18);
        var shown = await viewer.Number("Messages").InnerTextAsync();
        await Expect(viewer.Number("Messages")).Not.ToHaveTextAsync(shown);
        if (Viewer.KeepsPictures)
            await KeepPicturesAsync();
    }

    /// <summary>The first run fills the record, the second finds it whole: a running board reads its weeks when an hour is whole.</summary>
    private async Task KeepPicturesAsync()
    {
        var folder = Directory.CreateTempSubdirectory("command-").FullName;
        try
        {
            await using (var first = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 30)), folder, args: "--demo"))
                await HistoryAsync(first);
            await using var app = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 38)), folder, args: "--demo");
            await using (var first = await browsers.OpenAsync(app, isKnown: false))
                await Expect(first.Page.Locator(".feed time").First).ToHaveTextAsync(JustNow(), new() { Timeout = (float)historyTakes.TotalMilliseconds });
            foreach (var (name, path, width, height, theme, language) in new[]
            {
                ("board", "/", 1440, 1200, "day", "vi-VN"),
                ("board", "/", 1440, 1200, "night", "en"),
                ("board", "/", 390, 844, "day", "vi-VN"),
                ("unit", "/?unit=tan-phu", 1440, 1200, "day", "vi-VN"),
                ("page", "/?page=tan-phu-zalo", 390, 844, "night", "vi-VN"),
                ("wall", "/?wall=1", 1920, 1080, "night", "vi-VN"),
            })
            {
                await using var viewer = await browsers.OpenAsync(app, path, width, height, theme, language, isKnown: false);
                await Expect(viewer.Title).ToBeVisibleAsync();
                await viewer.KeepPictureAsync($"demo-{name}-{width}-{theme}-{language[..2]}", whole: false);
                await viewer.KeepPictureAsync($"demo-{name}-{width}-{theme}-{language[..2]}-whole");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

    [GeneratedRegex("^14:[45]")]
    private static partial Regex JustNow();
}
