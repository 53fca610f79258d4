using Command.Tests.Boards.Compare;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>The page of comparison in a browser: it fits, it can be read by everyone, the choice stands in the address.</summary>
[Collection(Browsers.Own)]
public sealed class CompareTests(Browsers browsers)
{
    private const string Reformed = $"/compare?unit=sen-hong&unit=mai-vang&unit=tre&unit=lan&period={Reform.Period}";

    [ChromiumFact]
    public async Task It_fits_every_width_theme_and_language_and_complains_of_nothing()
    {
        await using var app = await Reform.StartAsync();
        await Reform.AddReadingsAsync(app);
        (string Name, string Path)[] screens = [("followers", Reformed + "&measure=followers"), ("views", Reformed + "&measure=views&by=Week"), ("median", Reformed + "&measure=first_reply&by=Week"), ("units", Reformed + "&measure=replies"), ("ratio", Reformed + "&measure=valuable_ratio&by=Week"), ("periods", "/compare?unit=tre&period=2026-01-18..2026-01-24&period=2026-01-25..2026-02-05"), ("first", "/compare"), ("parts", $"/compare/parts?unit=sen-hong&period={Reform.Period}&measure=messages"), ("parts-level", $"/compare/parts?unit=sen-hong&period={Reform.Period}&measure=followers&days=2026-01-31..2026-01-31&by=Day")];
        foreach (var (width, theme, language) in new[] { (1440, "day", "vi-VN"), (1440, "night", "en"), (390, "night", "vi-VN"), (390, "day", "en") })
        {
            await using var viewer = await browsers.OpenAsync(app, width: width, theme: theme, language: language);
            foreach (var (name, path) in screens)
            {
                await viewer.GoToAsync(path);
                await Expect(viewer.Page.Locator(".compare-figures, .parts")).ToBeVisibleAsync();
                await viewer.KeepPictureAsync($"compare-{name}-{width}-{theme}-{language[..2]}");

                Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}.");
                Assert.Empty(viewer.Complaints);
                Assert.Empty(await AccessibilityTests.GraveAsync(viewer, path));
            }
        }
    }

    [ChromiumFact]
    public async Task On_a_phone_the_comparison_comes_first_and_the_choice_opens_on_demand()
    {
        await using var app = await Reform.StartAsync();
        await Reform.AddReadingsAsync(app);
        await using var viewer = await browsers.OpenAsync(app, Reformed, width: 390);
        var first = viewer.Page.Locator(".multiple").First;
        await Expect(first).ToBeVisibleAsync();
        Assert.InRange((await first.BoundingBoxAsync())!.Y, 0, 400);
        await Expect(viewer.Page.GetByLabel("Chỉ số")).ToBeHiddenAsync();

        await viewer.Page.Locator(".compare-fold").ClickAsync();
        await viewer.Page.GetByLabel("Chỉ số").SelectOptionAsync("views");
        await Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Lượt xem" })).ToBeVisibleAsync();
        await viewer.Page.Locator(".multiple-number a").First.ClickAsync();
        await Expect(viewer.Page.Locator(".parts")).ToContainTextAsync("Không cộng");
        await viewer.KeepPictureAsync("compare-parts-390");
        Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 390);
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task A_unit_is_added_a_note_made_and_the_address_keeps_the_choice()
    {
        await using var app = await Reform.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, $"/compare?unit=tre&period={Reform.Period}");
        await viewer.Page.Locator(".compare-choice summary").ClickAsync();
        await viewer.Page.Locator(".compare-choice input[type=search]").FillAsync("lan");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Công an phường Lan" }).ClickAsync();
        await Expect(viewer.Page.Locator(".multiple")).ToHaveCountAsync(2);
        Assert.Contains("unit=tre&unit=lan", viewer.Page.Url, StringComparison.Ordinal);

        await viewer.Page.GetByLabel("Chỉ số").SelectOptionAsync("replies");
        await Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Lượt trả lời" })).ToBeVisibleAsync();
        await viewer.Page.GetByRole(AriaRole.Textbox, new() { Name = "Nội dung" }).FillAsync("Ra quân đầu năm");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm ghi chú" }).ClickAsync();

        await Expect(viewer.Page.Locator(".annotations li")).ToContainTextAsync("Ra quân đầu năm");
        await Expect(viewer.Page.Locator(".compare-figures")).ToContainTextAsync("Chiến dịch: Ra quân đầu năm");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa ghi chú" }).ClickAsync();
        await Expect(viewer.Page.Locator(".annotations li")).ToHaveCountAsync(0);
        Assert.Equal(2, await CountAsync(app));
    }

    private static async Task<int> CountAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return db.AuditRecords.Count(l => l.Action.StartsWith("annotation."));
    }
}
