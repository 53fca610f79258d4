using Command.Jobs;
using Command.Tests.Jobs;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Quartz;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Jobs as an administrator works with them.</summary>
[Collection(Browsers.Own)]
public sealed class JobsTests(Browsers browsers)
{
    [ChromiumTheory]
    [InlineData(1440, "day")]
    [InlineData(390, "night")]
    public async Task A_job_is_run_paused_and_resumed_and_its_history_can_be_read_by_everyone(int width, string theme)
    {
        await using var app = await Shift.BeginAsync(null, null, "--Jobs:VerifySums=0 30 2 * * ?", "--Jobs:Purge=0 10 * * * ?");
        await JobRunnerTests.BendAsync(app);
        Assert.True(await app.Get<JobControl>().RunNowAsync(Shift.Administrator, "VerifySums", CancellationToken.None));
        await app.UntilAsync("VerifySums", line => line.Runs?.ConsecutiveFailures > 0);
        for (var day = 1; day < JobBook.Days; day++)
        {
            for (var run = 0; run <= day % 5 + 5; run++)
                await app.RecordAsync("RefreshLeaderboards", TimeProvider.System.GetUtcNow().AddDays(-day), run == 9 ? JobRunResult.Failed : JobRunResult.Succeeded);
        }

        await using var viewer = await browsers.OpenAsync(app, "/jobs", width, theme: theme);
        var page = viewer.Page;
        var purge = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Xóa dữ liệu hết hạn lưu" }).First;

        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("Đối chiếu số tổng hợp: thất bại");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạm dừng: Xóa dữ liệu" }).ClickAsync();
        await page.GetByLabel("Lý do tạm dừng").FillAsync("chờ sao lưu");
        await page.Locator(".jobs form .action").ClickAsync();
        await Expect(purge).ToContainTextAsync("Administrator-all tạm dừng lúc");
        await Expect(purge).ToContainTextAsync("chờ sao lưu");
        await page.GetByRole(AriaRole.Button, new() { Name = "Chạy ngay: Xóa dữ liệu" }).ClickAsync();
        await Expect(purge).ToContainTextAsync("thành công");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Chạy lại" })).ToHaveCountAsync(1);
        await ExpectReadableAsync(viewer, $"jobs-{width}-{theme}-vi", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cho chạy tiếp: Xóa dữ liệu" }).ClickAsync();
        await Expect(purge).ToContainTextAsync("bình thường");

        await page.GetByLabel("Tìm tác vụ").FillAsync("doi chieu");
        await Expect(purge).Not.ToBeVisibleAsync();
        await page.Locator(".jobs tbody th a").First.ClickAsync();
        await Expect(viewer.Title).ToHaveTextAsync("Đối chiếu số tổng hợp");
        await page.Locator(".jobs tbody th a").First.ClickAsync();
        await Expect(page.GetByText("1 số tổng hợp của").First).ToBeVisibleAsync();
        await ExpectReadableAsync(viewer, $"job-{width}-{theme}-vi", width);
        await page.Locator("h1").ClickAsync();
        await viewer.PressAsync("t");
        await Expect(page.Locator("table.figures")).ToBeVisibleAsync();
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumTheory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_job_that_runs_is_stopped_after_a_question(int width)
    {
        await using var app = await Shift.BeginAsync();
        var gate = await Gate.BeforeAsync(app, "VerifySums");
        await using var viewer = await browsers.OpenAsync(app, "/jobs", width);
        var page = viewer.Page;
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Đối chiếu số tổng hợp" }).First;

        await Expect(row).ToContainTextAsync("đang chạy ở máy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dừng: Đối chiếu số tổng hợp", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Phần đã làm được giữ lại")).ToBeVisibleAsync();
        await ExpectReadableAsync(viewer, $"jobs-stop-{width}-vi", width);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dừng lần chạy này" }).ClickAsync();
        await Expect(page.GetByText("Đã yêu cầu dừng: Đối chiếu số tổng hợp.")).ToBeVisibleAsync();
        await gate.DisposeAsync();

        await Expect(row).ToContainTextAsync("bị ngắt");
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task Words_are_searched_once_however_long_the_page_stays_open()
    {
        await using var app = await Shift.BeginAsync();
        await app.RunAsync("NoteAuditHead");
        var searches = 0;
        using var watch = new QueryWatch(app.Folder, sql => Interlocked.Add(ref searches, sql.Contains("QRTZ_EXECUTION_HISTORY", StringComparison.Ordinal) ? 1 : 0));
        await using var viewer = await browsers.OpenAsync(app, "/jobs/NoteAuditHead?words=audit");
        await Expect(viewer.Page.Locator(".jobs tbody tr")).ToHaveCountAsync(1);
        var once = Volatile.Read(ref searches);

        await app.RunAsync("NoteAuditHead");
        await Task.Delay(TimeSpan.FromSeconds(11));

        Assert.InRange(once, 1, 2);
        Assert.Equal(once, Volatile.Read(ref searches));
    }

    private static async Task ExpectReadableAsync(Viewer viewer, string name, int width)
    {
        await viewer.KeepPictureAsync(name);
        Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        var found = (await viewer.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical");
        Assert.Empty(found.Select(v => $"{v.Id}: {string.Join(", ", v.Nodes.Select(n => n.Html))}"));
    }
}
