using Command.Alerts;
using Command.Data;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Command.Tests.Jobs;

public sealed class JobAlertsTests
{
    [Fact]
    public async Task The_alert_names_the_first_jobs_that_fail_and_follows_them()
    {
        await using var app = await Shift.BeginAsync();
        var administrator = await app.SignInAsync();
        foreach (var job in new[] { "CloseDay", "ClosePeriods", "VerifySums", "Purge" })
            await app.RecordAsync(job, TimeProvider.System.GetUtcNow(), JobRunResult.Failed);

        await app.Get<AlertWatch>().LookAsync(CancellationToken.None, everything: true);

        Assert.Contains("4 công việc định kỳ chưa chạy được: Khóa ngày, Khóa kỳ và 2 việc khác", await administrator.ReadAsync("/alerts"), StringComparison.Ordinal);

        await app.RecordAsync("CloseDay", TimeProvider.System.GetUtcNow(), JobRunResult.Succeeded);
        await app.Get<AlertWatch>().LookAsync(CancellationToken.None, everything: true);

        Assert.Contains("3 công việc định kỳ chưa chạy được: Khóa kỳ, Đối chiếu số tổng hợp, Xóa dữ liệu hết hạn lưu", await administrator.ReadAsync("/alerts"), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        Assert.True((await db.Set<Alert>().SingleAsync(a => a.Kind == AlertKind.Job)).Number!.Length <= Alert.NumberLetters);
    }
}
