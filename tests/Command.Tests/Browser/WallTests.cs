using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>The screen of a room: 1920 × 1080, six metres away, touched by nobody.</summary>
[Collection(Browsers.Shared)]
public sealed class WallTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task The_wall_fills_the_screen_with_four_numbers_a_curve_and_a_clock_at_night()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync(), "/?wall=1", 1920, 1080);
        await viewer.KeepPictureAsync("wall-1920-vi", whole: false);

        await Expect(viewer.Page.Locator(".wall-value")).ToHaveCountAsync(4);
        await Expect(viewer.Page.Locator(".wall-curve .line-now")).ToHaveCountAsync(1);
        await Expect(viewer.Page.Locator("main[data-theme=night]")).ToHaveCSSAsync("background-color", "rgb(14, 18, 23)");
        var clock = viewer.Page.Locator(".wall-clock");
        var shown = await clock.InnerTextAsync();
        await Expect(clock).Not.ToHaveTextAsync(shown);
        Assert.Equal("1920 1080", await viewer.Page.EvaluateAsync<string>(
            "`${document.documentElement.scrollWidth} ${document.documentElement.scrollHeight}`"));
        Assert.Empty(await viewer.BeyondEdgesAsync());
    }

    [ChromiumFact]
    public async Task The_wall_turns_from_scope_to_scope_and_begins_again()
    {
        await using var app = await District.StartAsync(null, "--Board:WallSeconds=1");
        await using var viewer = await browsers.OpenAsync(app, "/?wall=1", 1920, 1080);

        foreach (var title in new[] { "Công an phường Bến Sông", "Công an phường Gò Đình", "Tất cả các đơn vị", "Công an phường Bến Sông" })
            await Expect(viewer.Title).ToHaveTextAsync(title);
    }
}
