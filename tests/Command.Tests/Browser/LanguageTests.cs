using System.Globalization;
using System.Resources;
using Command.Boards.Shell;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Vietnamese first, English by switch, never both.</summary>
[Collection(Browsers.Shared)]
public sealed class LanguageTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task The_switch_turns_all_words_to_English_and_live_updates_keep_them()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/?unit=ward-1");

        await viewer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Chuyển sang tiếng Anh" }).ClickAsync();
        await Expect(viewer.Page.Locator("#tile-Waiting")).ToHaveTextAsync("Waiting for a reply");
        await Expect(viewer.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        Assert.EndsWith("/?unit=ward-1", viewer.Page.Url, StringComparison.Ordinal);

        await app.WriteAsync("m1");
        await Expect(viewer.Number("Messages")).ToHaveTextAsync("1");
        await Expect(viewer.Page.Locator(".feed li")).ToContainTextAsync("New message");
        await Expect(viewer.Page.Locator("#tile-Waiting")).ToHaveTextAsync("Waiting for a reply");
    }

    [ChromiumTheory]
    [InlineData("/")]
    [InlineData("/?unit=ward-1")]
    [InlineData("/pages")]
    [InlineData("/?wall=1")]
    public async Task No_English_stands_on_a_Vietnamese_screen(string path)
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync(), path);
        await Expect(viewer.Title).ToBeVisibleAsync();
        await viewer.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");

        var said = await viewer.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('body, body *')].flatMap(e => [
              ...[...e.childNodes].filter(n => n.nodeType === 3 && !e.closest('script, style')).map(n => n.data),
              e.title, e.ariaLabel, e.placeholder]).filter(Boolean).map(t => t.trim()).filter(Boolean)
            """);

        Assert.Empty(said.Intersect(EnglishOnly()));
        Assert.Contains(said, s => s.Contains("đơn vị", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whole English texts that say something else than the Vietnamese ones.</summary>
    private static HashSet<string> EnglishOnly()
    {
        var texts = new ResourceManager(typeof(Texts));
        var vietnamese = Words(texts, "");
        return [.. Words(texts, "en").Where(e => vietnamese.GetValueOrDefault(e.Key) != e.Value && e.Value.Length > 2).Select(e => e.Value)];
    }

    private static Dictionary<string, string> Words(ResourceManager texts, string language) =>
        texts.GetResourceSet(CultureInfo.GetCultureInfo(language), true, false)!.Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!);
}
