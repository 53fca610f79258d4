using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>The board without a mouse.</summary>
[Collection(Browsers.Shared)]
public sealed class KeyboardTests(Browsers browsers)
{
    /// <summary>What has the focus, and whether a ring shows it.</summary>
    private const string Focused = """
        (() => {
          const e = document.activeElement, style = getComputedStyle(e);
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
          return (e.dataset.key ?? (e.matches('[data-skip]') ? 'skip' : e.className || e.localName)) + (ring || e.matches('.skip') ? '' : ' without a ring');
        })()
        """;

    [ChromiumFact]
    public async Task The_key_t_shows_the_tables_behind_the_charts_and_the_charts_again()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync());
        await Expect(viewer.Page.Locator(".hours")).ToBeVisibleAsync();

        await viewer.PressAsync("t");
        await Expect(viewer.Page.GetByRole(AriaRole.Cell, new() { Name = "hôm nay" }).Or(viewer.Page.Locator("th", new() { HasText = "hôm nay" })).First).ToBeVisibleAsync();
        await Expect(viewer.Page.Locator(".panel-hours tbody tr")).ToHaveCountAsync(24);
        await Expect(viewer.Page.Locator(".heat-figures")).ToBeVisibleAsync();
        await viewer.KeepPictureAsync("tables-1440-day-vi");

        await viewer.PressAsync("t");
        await Expect(viewer.Page.Locator(".hours")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task The_slash_opens_the_search_and_Escape_closes_it()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync());
        var search = viewer.Page.GetByRole(AriaRole.Searchbox);

        await viewer.PressAsync("/");
        await Expect(search).ToBeFocusedAsync();
        await viewer.KeepPictureAsync("search-1440-day-vi", whole: false);
        await viewer.PressAsync("t", "Escape");

        await Expect(search).ToBeHiddenAsync();
        await Expect(viewer.Page.Locator(".chooser summary")).ToBeFocusedAsync();
        await Expect(viewer.Page.Locator(".hours")).ToBeVisibleAsync();
    }

    [ChromiumFact]
    public async Task The_question_mark_lists_the_shortcuts()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync());

        await viewer.PressAsync("?");

        await Expect(viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Phím tắt" })).ToBeVisibleAsync();
        await Expect(viewer.Page.Locator("#shortcuts kbd")).ToHaveCountAsync(Command.Boards.Shell.Shortcuts.Keys.Count);
        await viewer.KeepPictureAsync("shortcuts-1440-day-vi", whole: false);
        await viewer.PressAsync("Escape");
        await Expect(viewer.Page.Locator("#shortcuts")).ToBeHiddenAsync();
    }

    [ChromiumFact]
    public async Task The_keys_g_p_and_g_b_lead_to_the_pages_and_back()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync());

        await viewer.PressAsync("g", "p");
        await Expect(viewer.Title).ToHaveTextAsync("Tình trạng các trang");
        await viewer.PressAsync("g", "b");

        await Expect(viewer.Title).ToHaveTextAsync("Tất cả các đơn vị");
    }

    [ChromiumFact]
    public async Task Tab_reaches_scope_buttons_feed_and_units_in_order_and_shows_where_it_is()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync());
        await viewer.Page.EvaluateAsync("document.activeElement.blur(), getSelection().removeAllRanges()");
        var reached = new List<string>();
        for (var n = 0; n < 32; n++)
        {
            await viewer.PressAsync("Tab");
            reached.Add(await viewer.Page.EvaluateAsync<string>(Focused));
        }

        string[] order = ["/", "?", "t", "p", "feed"];
        Assert.Equal(order, reached.Where(order.Contains));
        Assert.DoesNotContain(reached, r => r.EndsWith(" without a ring", StringComparison.Ordinal));
    }
}
