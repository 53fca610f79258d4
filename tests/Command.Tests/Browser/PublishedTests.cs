using Command.Data;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>What documents say, on the page of a unit and in a comparison: it fits and can be read by everyone.</summary>
[Collection(Browsers.Own)]
public sealed class PublishedTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task Published_figures_fit_every_width_theme_and_language()
    {
        await using var app = await TestApp.StartAsync(args: [.. new[] { "tan-phu", "ho-chi-minh" }
            .SelectMany(w => new[] { "--world", Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", w + ".json") })]);
        var commander = await app.SignInAsync(Role.Commander);
        foreach (var (width, theme, language) in new[] { (1440, "day", "vi-VN"), (1440, "night", "en"), (390, "night", "vi-VN"), (390, "day", "en") })
        {
            await using var viewer = await browsers.OpenAsync(app, "/units/tan-phu?from=2021-02-01&to=2022-05-13", width: width, theme: theme, language: language, visitor: commander);
            await Expect(viewer.Page.Locator("table.declared tbody tr")).ToHaveCountAsync(14);
            await CheckAsync(viewer, "published", width, theme, language);
            await viewer.GoToAsync("/compare?unit=tan-phu&unit=ho-chi-minh&period=2021-01-01..2022-05-16&measure=tipoffs_received");
            await Expect(viewer.Page.Locator(".compare-summary")).ToContainTextAsync(language == "en" ? "Published: 3,079" : "Công bố: 3.079");
            await CheckAsync(viewer, "published-compare", width, theme, language);
        }
    }

    private static async Task CheckAsync(Viewer viewer, string name, int width, string theme, string language)
    {
        await viewer.KeepPictureAsync($"{name}-{width}-{theme}-{language[..2]}");
        Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than {width}.");
        Assert.Empty(viewer.Complaints);
        Assert.Empty(await AccessibilityTests.GraveAsync(viewer, name));
    }
}
