using System.Net;
using Command.Data;
using Quartz;

namespace Command.Tests.Jobs;

/// <summary>What an administrator reads, over HTTP.</summary>
public sealed class JobsPageTests
{
    [Fact]
    public async Task The_list_says_schedule_runs_and_nodes_and_the_history_says_the_lines()
    {
        await using var app = await Shift.BeginAsync(null, null, "--Jobs:VerifySums=0 30 2 * * ?", "--Jobs:Purge=0 10 * * * ?");
        await app.RunAsync("NoteAuditHead");
        var administrator = await app.SignInAsync();

        var list = await administrator.ReadAsync("/jobs");
        Assert.Contains("hằng ngày lúc 02:30", list, StringComparison.Ordinal);
        Assert.Contains("mỗi giờ, vào phút thứ 10", list, StringComparison.Ordinal);
        Assert.Contains("Không có tác vụ nào đang thất bại.", list, StringComparison.Ordinal);
        Assert.Contains("đang hoạt động", list, StringComparison.Ordinal);
        Assert.Contains("Chạy ngay", list, StringComparison.Ordinal);
        Assert.Contains("1 lần thành công, 0 lần thất bại", list, StringComparison.Ordinal);

        var run = Assert.Single(await app.RunsAsync("NoteAuditHead"));
        var history = await administrator.ReadAsync($"/jobs/NoteAuditHead?run={run.EntryId}");
        Assert.Contains("Audit log: ", history, StringComparison.Ordinal);
        Assert.Contains("theo yêu cầu", history, StringComparison.Ordinal);
        Assert.Contains("line-now", history, StringComparison.Ordinal);
        Assert.Contains("Không có lần chạy nào khớp.", await administrator.ReadAsync("/jobs/NoteAuditHead?failed=1"), StringComparison.Ordinal);
        Assert.Contains("Không có lần chạy nào khớp.", await administrator.ReadAsync("/jobs/NoteAuditHead?to=2020-01-01"), StringComparison.Ordinal);
        Assert.Contains("Không có tác vụ này.", await administrator.ReadAsync("/jobs/Format"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_stands_open_until_its_job_succeeds_and_is_found_among_all_of_them_afterwards()
    {
        await using var app = await Shift.BeginAsync();
        var administrator = await app.SignInAsync();
        var hourAgo = TimeProvider.System.GetUtcNow().AddHours(-1);
        await app.RecordAsync("Purge", hourAgo, JobRunResult.Failed, "disk full");
        await app.RecordAsync("Purge", hourAgo.AddMinutes(1), JobRunResult.Failed, "disk still full");
        await app.RecordAsync("VerifySums", hourAgo, JobRunResult.Cancelled);

        var failing = await administrator.ReadAsync("/jobs");
        Assert.Contains("disk still full", failing, StringComparison.Ordinal);
        Assert.DoesNotContain("disk full", failing, StringComparison.Ordinal);
        Assert.Contains("Chạy lại: Xóa dữ liệu", failing, StringComparison.Ordinal);
        Assert.Contains("/jobs/Purge?failed=1", failing, StringComparison.Ordinal);
        Assert.DoesNotContain("Chạy lại: Đối chiếu", failing, StringComparison.Ordinal);

        await app.RecordAsync("Purge", hourAgo.AddMinutes(2), JobRunResult.Succeeded);

        var repaired = await administrator.ReadAsync("/jobs");
        Assert.Contains("Không có tác vụ nào đang thất bại.", repaired, StringComparison.Ordinal);
        Assert.DoesNotContain("Chạy lại", repaired, StringComparison.Ordinal);
        var all = await administrator.ReadAsync("/jobs?failed=1");
        Assert.Contains("disk full", all, StringComparison.Ordinal);
        Assert.Contains("disk still full", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_speaks_English_too()
    {
        await using var app = await Shift.BeginAsync(null, null, "--Jobs:VerifySums=0 30 2 ? * MON", "--Jobs:Purge=0 */5 * * * ?", "--Jobs:NoteAuditHead=0 0 6 15 * ?");
        var administrator = await app.SignInAsync();
        using var switched = await administrator.GetAsync("/language?to=en&back=/jobs");
        Assert.Equal(HttpStatusCode.Redirect, switched.StatusCode);

        var list = await administrator.ReadAsync("/jobs");

        Assert.Contains("every Monday at 02:30", list, StringComparison.Ordinal);
        Assert.Contains("every 5 minutes", list, StringComparison.Ordinal);
        Assert.Contains("on day 15 of every month at 06:00", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_of_a_part_of_the_tree_only_looks()
    {
        await using var app = await Shift.BeginAsync();
        await using (var db = await app.OpenAsync())
        {
            db.Add(new Unit { Key = "sen" });
            await db.SaveChangesAsync();
        }

        var list = await (await app.SignInAsync(Role.Administrator, "sen")).ReadAsync("/jobs");

        Assert.DoesNotContain("<button type=\"button\" aria-label=\"Chạy ngay", list, StringComparison.Ordinal);
        Assert.Contains("Chỉ quản trị viên của toàn hệ thống", list, StringComparison.Ordinal);
    }
}
