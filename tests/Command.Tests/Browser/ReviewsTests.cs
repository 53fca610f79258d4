using Command.Data;
using Command.People;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Tests.Flows;
using Command.Tests.Reviews;
using Command.Tests.Reviews.Slides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Reviews in a browser: made, written, frozen, downloaded; they fit and can be read by everyone, on paper too.</summary>
[Collection(Browsers.Own)]
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
    public async Task The_page_shows_what_the_five_systems_published()
    {
        foreach (var (world, period, figures) in PublishedReviewsTests.Published.Select(row => ((string)row[0], (string)row[1], (string[])row[2])))
        {
            // Some of these units have ended since.
            await using var app = await PublishedReviewsTests.StartAsync(DateOnly.ParseExact(period[^10..], "yyyy-MM-dd", null).AddDays(60), world);
            var made = await app.Get<ReviewDesk>().MakeAsync(new Asker(Role.Commander, null, 50, "an"), world, period, null, "Tổng kết", CancellationToken.None);
            await using var viewer = await browsers.OpenAsync(app, $"/reviews/{made.Review!.Id}", visitor: await app.SignInAsync(Role.Commander));
            await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();

            var told = (await viewer.Page.Locator("main").TextContentAsync())!.Replace('\u00a0', ' ');
            Assert.All(figures, figure => Assert.Contains(figure.Split('\n')[^1], told, StringComparison.Ordinal));
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
        // Every part can be remarked upon, also one that has no slide.
        await Expect(page.Locator(".review-remark")).ToHaveCountAsync(Enum.GetValues<ReviewSection>().Length - 2);
        var outcomes = page.Locator(".review-remark").Filter(new() { Has = page.GetByLabel("Nhận xét: Kết quả nổi bật") });
        await Expect(outcomes).ToContainTextAsync("Phần này không có trang trình chiếu riêng");
        await outcomes.GetByRole(AriaRole.Textbox).FillAsync("Chưa có vụ việc nổi bật.");
        await outcomes.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".slide-prose").GetByText("Chưa có vụ việc nổi bật.")).ToBeVisibleAsync();
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
    public async Task A_template_of_the_units_own_comes_back_filled_with_a_list_of_what_was_found_and_what_not()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        await using var viewer = await browsers.OpenAsync(conference.App, $"/reviews/{review.Id}", visitor: await conference.App.SignInAsync(Role.Chief, "north"));
        var page = viewer.Page;
        await Expect(page.Locator(".slide-card").First).ToBeVisibleAsync();
        var template = page.Locator("input[type=file]");

        var download = await page.RunAndWaitForDownloadAsync(() => template.SetInputFilesAsync(new FilePayload { Name = "mau.pptx", MimeType = DeckWriter.Type, Buffer = Template() }));

        using (var filled = new DeckReader(await File.ReadAllBytesAsync(await download.PathAsync())))
            Assert.Contains("Tỷ lệ 50,00 % (30/60), chưa biết {{khong.co}}", filled.Slides().SelectMany(filled.Texts));
        var report = page.Locator(".template-report");
        await Expect(report.Locator("div").Nth(0)).ToContainTextAsync("tipoffs.ratio");
        await Expect(report.Locator("div").Nth(0)).ToContainTextAsync("messages.by-month");
        await Expect(report.Locator("div").Nth(1)).ToContainTextAsync("khong.co");
        await Expect(report.Locator("div").Nth(3)).ToContainTextAsync("followers");
        await viewer.KeepPictureAsync("reviews-template", whole: false);

        await template.SetInputFilesAsync(new FilePayload { Name = "mau.pptx", MimeType = DeckWriter.Type, Buffer = [1, 2, 3] });
        await Expect(page.GetByRole(AriaRole.Alert).GetByText("Tệp không phải bản trình chiếu PPTX hoặc bị hỏng.")).ToBeVisibleAsync();
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task A_long_deck_shows_how_far_it_is_and_is_stopped_by_a_click()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        await conference.FreezeAsync(review.Id);
        await using (var db = await conference.App.OpenAsync())
        {
            var frozen = await db.Reviews.SingleAsync();
            // More than the page takes in: a deck of some 160 slides, which no machine makes before a click arrives.
            frozen.Words = (ReviewWords.None with { Commendations = [.. Enumerable.Range(1, 1_000).Select(i => new Commendation($"Tổ công tác số {i}", "Trả lời người dân trong ngày"))] }).Write();
            frozen.Digest = FrozenReview.Digest(frozen);
            await db.SaveChangesAsync();
        }

        await using var viewer = await browsers.OpenAsync(conference.App, $"/reviews/{review.Id}", visitor: await conference.App.SignInAsync(Role.Chief, "north"));
        var page = viewer.Page;
        await Expect(page.Locator(".slide-card").First).ToBeVisibleAsync();

        // Watched and stopped within the page: a click from outside may come when the deck is done.
        var seen = new List<(int Slides, string Words)>();
        await page.ExposeFunctionAsync("told", (int slides, string words) => { seen.Add((slides, words)); return true; });
        await page.EvaluateAsync("""
            () => new MutationObserver(() => {
                const progress = document.querySelector('.deck-progress');
                if (!progress)
                    return;
                window.told(progress.querySelector('progress').value, progress.innerText.trim());
                if (!window.stopped)
                    progress.querySelector('button').click();
                window.stopped = true;
            }).observe(document.body, { subtree: true, childList: true, attributes: true })
            """);
        var make = page.GetByRole(AriaRole.Button, new() { Name = "Tải PPTX tiếng Việt" });
        await make.ClickAsync();
        await Expect(page.GetByText("Đã dừng; không có tệp nào được tạo.")).ToBeVisibleAsync();
        await Expect(page.Locator(".deck-progress")).ToHaveCountAsync(0);
        await Expect(make).ToBeEnabledAsync();

        seen.Clear();
        await page.RunAndWaitForDownloadAsync(() => make.ClickAsync(), new() { Timeout = 60_000 });
        Assert.Contains(seen, s => s.Slides > 0);
        Assert.Equal(seen.Select(s => s.Slides).Order(), seen.Select(s => s.Slides));
        Assert.All(seen, s => Assert.StartsWith("Đang tạo: ", s.Words, StringComparison.Ordinal));
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task Files_of_a_frozen_review_are_downloaded_twice_the_same()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        await conference.FreezeAsync(review.Id);
        await using var viewer = await browsers.OpenAsync(conference.App, $"/reviews/{review.Id}", visitor: await conference.App.SignInAsync(Role.Chief, "north"));
        await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();
        ILocator[] downloads =
        [
            viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Tải PPTX tiếng Việt" }),
            viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Tải PPTX tiếng Anh" }),
            viewer.Page.Locator("a[href$='/workbook']"),
        ];

        foreach (var download in downloads)
        {
            var first = await BytesAsync(download);
            Assert.Equal(first, await BytesAsync(download));
            ReviewToDeckTests.AssertNamesNoTime(first);
        }

        async Task<byte[]> BytesAsync(ILocator button)
        {
            await Expect(button).ToBeEnabledAsync();
            var file = await viewer.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
            return await File.ReadAllBytesAsync(await file.PathAsync());
        }
    }

    [ChromiumFact]
    public async Task Figures_of_a_review_are_read_once_for_a_page()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        var visitor = await conference.App.SignInAsync(Role.Chief, "north");
        var reads = 0;
        using var watch = new QueryWatch(conference.App.Folder, sql => Interlocked.Add(ref reads, sql.Contains("\"Outcome\"", StringComparison.Ordinal) ? 1 : 0));

        await using var viewer = await browsers.OpenAsync(conference.App, $"/reviews/{review.Id}", visitor: visitor);
        await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();

        Assert.Equal(1, reads);
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
        Assert.True((await viewer.Page.PdfAsync(new() { PreferCSSPageSize = true, Path = Environment.GetEnvironmentVariable("COMMAND_SCREENSHOTS") is { } folder ? Path.Combine(folder, "reviews-print.pdf") : null })).Length > 10_000);
    }

    private static byte[] Template()
    {
        var slide = new Slide("Mẫu của đơn vị", [
            new Prose([new Line("Tỷ lệ {{tipoffs.ratio}} ({{tipoffs.ratio.n}}), chưa biết {{khong.co}}")]),
            new CategoryChart("messages.by-month", "Tin nhắn", "Tin nhắn.", ChartKind.Line, ["1", "2"], [new("Tin nhắn", [1, 2])]),
        ]);
        using var file = new MemoryStream();
        DeckWriter.Write(new Deck("Mẫu", DeckLanguage.Vietnamese, DateTimeOffset.UnixEpoch, "Công an quận Bắc", [slide]), file);
        return file.ToArray();
    }
}
