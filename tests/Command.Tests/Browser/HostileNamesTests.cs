using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Names come from files that people write: whatever they hold is only shown.</summary>
[Collection(Browsers.Own)]
public sealed class HostileNamesTests(Browsers browsers)
{
    private static readonly string[] names =
    [
        "<script>window.harmed = true</script>",
        "\"><img src=x onerror=\"window.harmed = true\">'",
        "\u202Eđảo ngược\u202C và \u200Fphải",
        new string('M', 285),
        string.Join(' ', Enumerable.Repeat("Công an phường rất dài", 12)),
        "{{harmed}} @harmed &lt;b&gt; %2500",
    ];

    [ChromiumTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Hostile_names_are_inert_and_do_not_break_the_layout(int width)
    {
        await using var app = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 40)), world: District.World(names));
        for (var ward = 0; ward < names.Length; ward++)
            await app.WriteAsync($"m{ward}", ward);

        await using var viewer = await browsers.OpenAsync(app, "/", width);
        foreach (var name in names.Take(2))
            await Expect(viewer.Page.Locator(".units").GetByText($"Công an phường {name}")).ToBeVisibleAsync();
        foreach (var (name, path) in new[] { ("board", "/"), ("unit", "/?unit=ward-4"), ("pages", "/pages"), ("wall", "/?wall=1&unit=ward-4") })
        {
            await viewer.GoToAsync(path);
            await Expect(viewer.Title).ToBeVisibleAsync();
            await viewer.KeepPictureAsync($"hostile-{name}-{width}-day-vi");

            Assert.True(await viewer.Page.EvaluateAsync<bool>("window.harmed === undefined"), $"{path} ran a name.");
            Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}.");
            Assert.Empty(viewer.Complaints);
            if (name == "wall" && width > 1000)
                Assert.Empty(await viewer.BeyondEdgesAsync());
        }
    }
}
