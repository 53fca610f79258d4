using Command.Data;
using Command.Tests.Reviews;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Reviews in a browser: made, written, frozen, downloaded; they fit and can be read by everyone, on paper too.</summary>
[Collection(Browsers.Shared)]
public sealed class ReviewsTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task Pages_fit_every_width_theme_and_language_and_complain_of_nothing()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        await conference.RemarkAsync(review.Id, await conference.StaffAsync(), "", "Bà con tin tưởng hơn.\nTrả lời nhanh hơn.");
        var visitor = await conference.App.SignInAsync(Role.Chief, "north");
        foreach (var (width, theme, language) in new[] { (1440, "day", "vi-VN"), (1440, "night", "en"), (390, "night", "vi-VN"), (390, "day", "en") })
        {
            await using var viewer = await browsers.OpenAsync(conference.App, width: width, theme: theme, language: language, visitor: visitor);
            foreach (var (name, path) in new[] { ("list", "/reviews"), ("new", "/reviews/new"), ("one", $"/reviews/{review.Id}") })
            {
                await viewer.GoToAsync(path);
                await Expect(viewer.Page.Locator("main .panel").First).ToBeVisibleAsync();
                if (name == "one")
                    await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();
                await viewer.KeepPictureAsync($"reviews-{name}-{width}-{theme}-{language[..2]}");

                Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}.");
                Assert.Empty(viewer.Complaints);
                Assert.Empty(await AccessibilityTests.GraveAsync(viewer, path));
            }
        }
    }

    [ChromiumFact]
    public async Task A_chief_makes_a_review_writes_a_remark_downloads_the_slides_and_freezes_it()
    {
        await using var conference = await Conference.StartAsync();
        await using var viewer = await browsers.OpenAsync(conference.App, "/reviews", visitor: await conference.App.SignInAsync(Role.Chief, "north"));
        var page = viewer.Page;
        await Expect(page.GetByText("Chưa có báo cáo")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Lập báo cáo mới" }).ClickAsync();
        await page.GetByLabel("Kỳ", new() { Exact = true }).SelectOptionAsync("2026-02");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập báo cáo" }).ClickAsync();
        await Expect(page.Locator(".slide-card").First).ToBeVisibleAsync();

        await page.GetByLabel("Nhận xét: Tóm tắt").FillAsync("Bà con tin tưởng hơn.");
        await page.Locator(".review-remark").First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".slide-prose").GetByText("Bà con tin tưởng hơn.")).ToBeVisibleAsync();
        await page.GetByLabel("Biểu dương", new() { Exact = true }).FillAsync("Công an phường Sen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm", Exact = true }).ClickAsync();
        await Expect(page.Locator(".slide-prose").GetByText("Công an phường Sen")).ToBeVisibleAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Tải PPTX tiếng Việt" }).ClickAsync());
        Assert.Equal("review-north-2026-02.pptx", download.SuggestedFilename);

        await page.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
        await Expect(page.GetByText("Từ khi chốt đến nay số liệu không thay đổi.")).ToBeVisibleAsync();
        await Expect(page.Locator(".review-remark")).ToHaveCountAsync(0);
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task On_paper_nothing_of_the_screen_is_left_but_what_is_read()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        await using var viewer = await browsers.OpenAsync(conference.App, $"/reviews/{review.Id}", visitor: await conference.App.SignInAsync(Role.Chief, "north"));
        await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();

        await viewer.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await viewer.KeepPictureAsync("reviews-print");
        await Expect(viewer.Page.Locator(".rail")).ToBeHiddenAsync();
        await Expect(viewer.Page.Locator(".topbar")).ToBeHiddenAsync();
        await Expect(viewer.Page.Locator(".review-remark").First).ToBeHiddenAsync();
        await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();
        Assert.True((await viewer.Page.PdfAsync(new() { PreferCSSPageSize = true })).Length > 10_000);
    }
}
