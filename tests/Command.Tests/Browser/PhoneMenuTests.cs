using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>On a phone everything that somebody may see is two touches away.</summary>
[Collection(Browsers.Shared)]
public sealed class PhoneMenuTests(Browsers browsers)
{
    private static readonly string[] rest = ["/compare", "/reviews", "/pages", "/periods", "/?wall=1", "/settings/officers", "/walls", "/people", "/keys", "/jobs", "/audit"];

    [ChromiumTheory]
    [InlineData("day", "vi-VN", "Thêm")]
    [InlineData("night", "en", "More")]
    public async Task The_rest_opens_by_touch_and_by_key_and_closes_by_itself(string theme, string language, string name)
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync(), width: 390, theme: theme, language: language);
        await viewer.GoToAsync("/");
        var open = viewer.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
        var menu = viewer.Page.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });
        await Expect(menu).ToBeHiddenAsync();

        await open.FocusAsync();
        await viewer.PressAsync("Enter");
        await Expect(menu).ToBeVisibleAsync();
        Assert.Equal(rest, await menu.Locator("a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"));
        await viewer.KeepPictureAsync($"menu-390-{theme}-{language[..2]}", whole: false);
        Assert.Empty(await AccessibilityTests.GraveAsync(viewer, "menu"));
        Assert.True(await menu.EvaluateAsync<bool>("m => { const r = m.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth && r.top >= 0 && r.bottom <= innerHeight; }"));

        await viewer.PressAsync("Tab");
        await Expect(menu.Locator("a").First).ToBeFocusedAsync();
        await viewer.PressAsync("Escape");
        await Expect(menu).ToBeHiddenAsync();
        await Expect(open).ToBeFocusedAsync();

        await open.ClickAsync();
        await menu.Locator("a[href='/reviews']").ClickAsync();
        await Expect(viewer.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/reviews$"));
        await Expect(menu).ToBeHiddenAsync();
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task On_a_desk_the_rest_stands_in_the_rail()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync(), "/");
        await Expect(viewer.Page.Locator(".rail-more-open")).ToBeHiddenAsync();
        foreach (var path in rest)
            await Expect(viewer.Page.Locator($".rail a[href='{path}']")).ToBeVisibleAsync();
    }
}
