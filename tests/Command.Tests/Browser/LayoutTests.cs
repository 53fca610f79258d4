using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Every screen in every width, theme and language: nothing overflows, fails, or asks another host.</summary>
[Collection(Browsers.Shared)]
public sealed class LayoutTests(Browsers browsers)
{
    private static readonly (string Name, string Path)[] screens =
        [("board", "/"), ("unit", "/?unit=ward-1"), ("page", "/?page=ward-1-zalo"), ("pages", "/pages"), ("wall", "/?wall=1")];

    [ChromiumTheory]
    [InlineData(1440, "day", "vi-VN")]
    [InlineData(1440, "night", "en")]
    [InlineData(390, "night", "vi-VN")]
    [InlineData(390, "day", "en")]
    [InlineData(820, "day", "vi-VN")]
    public async Task Nothing_overflows_fails_or_asks_another_host(int width, string theme, string language)
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync(), width: width, theme: theme, language: language);
        foreach (var (name, path) in screens)
        {
            await viewer.GoToAsync(path);
            await Expect(viewer.Title).ToBeVisibleAsync();
            await viewer.KeepPictureAsync($"{name}-{width}-{theme}-{language[..2]}");

            Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}.");
            Assert.Empty(viewer.Complaints);
        }
    }

    [ChromiumTheory]
    [InlineData(1440, "day")]
    [InlineData(390, "night")]
    public async Task An_empty_database_says_what_to_do(int width, string theme)
    {
        await using var app = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 40)));
        await using var viewer = await browsers.OpenAsync(app, "/", width, theme: theme);

        await Expect(viewer.Page.GetByText("Chưa có trang nào được đăng ký")).ToBeVisibleAsync();
        await Expect(viewer.Page.GetByText("--world")).ToBeVisibleAsync();
        await viewer.KeepPictureAsync($"board-empty-{width}-{theme}-vi");
        await viewer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Xem các trang chờ đăng ký" }).ClickAsync();
        await Expect(viewer.Page.GetByText("Không có trang nào chờ đăng ký.")).ToBeVisibleAsync();
        await Expect(viewer.Page.GetByText("Hãy khai báo trong tệp --world.")).ToBeVisibleAsync();
        await viewer.KeepPictureAsync($"pages-empty-{width}-{theme}-vi");
        await viewer.GoToAsync("/?unit=nobody");
        await Expect(viewer.Title).ToHaveTextAsync("Không có đơn vị hoặc trang này");
        await viewer.GoToAsync("/?wall=1");
        await Expect(viewer.Page.GetByText("Chưa có trang nào được đăng ký")).ToBeVisibleAsync();
        await viewer.KeepPictureAsync($"wall-empty-{width}-vi", whole: false);
        Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        Assert.Empty(viewer.Complaints);
    }
}
