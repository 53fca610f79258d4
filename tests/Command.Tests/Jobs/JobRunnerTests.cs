using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Command.Data;
using Command.Ingest;
using Command.Jobs;
using Command.Rollups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Command.Tests.Jobs;

/// <summary>Jobs as they run: through Quartz, over a real SQLite file.</summary>
public sealed class JobRunnerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("command-jobs-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Every_job_runs_and_leaves_its_history()
    {
        await using var app = await Shift.BeginAsync();

        foreach (var job in app.Get<Schedule>().Jobs)
        {
            await app.RunAsync(job.Name);
            var run = Assert.Single(await app.RunsAsync(job.Name));
            Assert.Equal((job.Name, JobRunResult.Succeeded, true), (run.JobName, run.EffectiveResult, run.Manual));
        }

        var heads = await app.RunsAsync("NoteAuditHead");
        Assert.Contains("Audit log: ", (await app.Get<JobBook>().RunAsync(heads[0].EntryId!, CancellationToken.None))!.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_purge_by_its_job_takes_what_expired()
    {
        await using var app = await Shift.BeginAsync();
        var longAgo = TimeProvider.System.GetUtcNow().AddDays(-200);
        await app.Get<EventLog>().Append([], [new SealedUnusable(Platform.Zalo, UnusableReason.MissingId, new byte[16], [1])], CancellationToken.None);
        await using (var db = await app.OpenAsync())
            await db.SetAsides.ExecuteUpdateAsync(s => s.SetProperty(a => a.ExpiresAt, longAgo));

        await app.RunAsync("Purge");

        await using var after = await app.OpenAsync();
        Assert.False(await after.SetAsides.AnyAsync());
    }

    [Fact]
    public async Task A_job_that_fails_is_tried_again_then_shown_as_failed_and_named_by_readiness_until_it_succeeds()
    {
        await using var app = await Shift.BeginAsync();
        Assert.Equal("Healthy", await ReadinessAsync(app));
        await BendAsync(app);

        Assert.True(await app.Get<JobControl>().RunNowAsync(Shift.Administrator, "VerifySums", CancellationToken.None));
        var failed = await app.UntilAsync("VerifySums", line => line.Runs?.ConsecutiveFailures > 0);

        Assert.Equal(JobTroubleKind.Failing, failed.Trouble?.Kind);
        Assert.StartsWith("job.failed.Drift 1 ", failed.Trouble?.Failure, StringComparison.Ordinal);
        var runs = await app.RunsAsync("VerifySums");
        Assert.Equal([3, 2, 1, 0], runs.Select(r => r.RetryAttempt));
        Assert.Equal([false, true, true, true], runs.Select(r => r.RetryScheduled));
        var starts = runs.Select(r => r.FiredAtUtc).Reverse().ToList();
        Assert.All([0.05, 0.2, 0.8], (wait, i) => Assert.True((starts[i + 1] - starts[i]).TotalSeconds >= wait));
        Assert.Contains("VerifySums fails", await ReadinessAsync(app), StringComparison.Ordinal);

        await using (var db = await app.OpenAsync())
            await db.RollupDays.ExecuteDeleteAsync();
        await app.RunAsync("VerifySums");

        Assert.Null((await app.LineAsync("VerifySums")).Trouble);
        Assert.Equal("Healthy", await ReadinessAsync(app));
    }

    [Fact]
    public async Task A_job_runs_by_its_schedule()
    {
        await using var app = await Shift.BeginAsync(null, null, "--Jobs:NoteAuditHead=* * * * * ?");

        await app.UntilAsync("NoteAuditHead", line => line.Runs?.RunCount >= 2);

        Assert.All(await app.RunsAsync("NoteAuditHead"), run => Assert.False(run.Manual));
        Assert.Empty(await app.RunsAsync("Purge"));
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_run_once()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 10, 1, 30, 0, TimeSpan.Zero));
        await using (await Shift.BeginAsync(folder, clock, "--Jobs:NoteAuditHead=0 0 * * * ?"))
        {
        }

        clock.Now = new DateTimeOffset(2026, 3, 10, 6, 45, 0, TimeSpan.Zero);
        await using var app = await Shift.BeginAsync(folder, clock, "--Jobs:NoteAuditHead=0 0 * * * ?");

        var line = await app.UntilAsync("NoteAuditHead", l => l.Runs?.RunCount > 0 && l.RunsOn is null);
        Assert.Equal((1L, new DateTimeOffset(2026, 3, 10, 7, 0, 0, TimeSpan.Zero)), (line.Runs!.RunCount, line.Next));
        Assert.False(Assert.Single(await app.RunsAsync("NoteAuditHead")).Manual);
    }

    [Fact]
    public async Task Readiness_names_a_job_that_must_succeed_and_is_late()
    {
        var clock = new HandClock(new DateTimeOffset(2026, 3, 10, 1, 30, 0, TimeSpan.Zero));
        await using var app = await Shift.BeginAsync(null, clock, "--Jobs:VerifySums=0 30 2 * * ?");
        await app.Get<JobControl>().PauseAsync(Shift.Administrator, "VerifySums", "thử", CancellationToken.None);

        clock.Now = clock.Now.AddDays(1);

        Assert.Equal("Degraded: VerifySums is late; its last success began at no time.", await ReadinessAsync(app));
        Assert.Equal(JobTroubleKind.Late, Assert.Single(await app.Get<JobHealth>().TroublesAsync(CancellationToken.None)).Kind);
        var administrator = await app.SignInAsync();
        Assert.Contains("Đối chiếu số tổng hợp: quá hạn mà chưa thành công. Thành công gần nhất: chưa lần nào.", await administrator.ReadAsync("/jobs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_on_one_file_one_runs_the_jobs_and_the_other_takes_over_when_it_ends()
    {
        string[] everySecond = ["--Jobs:NoteAuditHead=* * * * * ?"];
        var first = await Shift.BeginAsync(folder, null, everySecond);
        await using var second = await Shift.OpenAsync(folder, null, everySecond);
        await using (first)
        {
            await first.UntilAsync("NoteAuditHead", line => line.Runs?.RunCount >= 3);
            Assert.False(second.Get<JobRunner>().Started.IsCompleted);
            var waiting = await second.Get<JobBook>().ReadAsync(CancellationToken.None);
            Assert.Equal((false, true, null), (waiting.RunsHere, waiting.RunAnywhere, waiting.Fault));
            Assert.Equal("Healthy", await ReadinessAsync(second));
            Assert.Equal((await first.RunsAsync("NoteAuditHead"))[^1].EntryId, (await second.RunsAsync("NoteAuditHead"))[^1].EntryId);
        }

        await second.Get<JobRunner>().Started.WaitAsync(TimeSpan.FromSeconds(60));
        var line = await second.LineAsync("NoteAuditHead");
        await second.UntilAsync("NoteAuditHead", l => l.Runs?.RunCount > line.Runs?.RunCount);

        var runs = await second.RunsAsync("NoteAuditHead");
        // One a second, whichever of the two starts it; a late one may start in the second of the next.
        Assert.InRange(runs.Count, 4, (int)(runs[0].FiredAtUtc - runs[^1].FiredAtUtc).Duration().TotalSeconds + 2);
    }

    [Fact]
    public async Task No_job_runs_where_it_is_not_asked_for()
    {
        await using var app = await TestApp.StartAsync(null, null, null, "--Jobs:NoteAuditHead=* * * * * ?");
        Assert.False(app.Get<JobRunner>().Started.IsCompleted);
        Assert.Equal("Healthy", await ReadinessAsync(app));
        Assert.Empty(await app.RunsAsync("NoteAuditHead"));
        var picture = await app.Get<JobBook>().ReadAsync(CancellationToken.None);
        Assert.Equal((app.Get<Schedule>().Jobs.Count, false), (picture.Lines.Count, picture.RunAnywhere));
        Assert.Contains("Không máy nào đang chạy tác vụ định kỳ", await (await app.SignInAsync()).ReadAsync("/jobs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_that_cannot_be_started_are_told_by_readiness_and_on_the_page_until_they_can()
    {
        var inTheWay = Directory.CreateDirectory(Path.Combine(folder, "command.db.jobs"));
        await using var app = await Shift.OpenAsync(folder);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (app.Get<JobRunner>().Fault is null)
            await Task.Delay(20, deadline.Token);

        Assert.Equal("Degraded: Jobs cannot be started on this node (UnauthorizedAccessException); it is tried again.", await ReadinessAsync(app));
        var list = await (await app.SignInAsync()).ReadAsync("/jobs");
        Assert.Contains("Máy này không khởi động được tác vụ định kỳ", list, StringComparison.Ordinal);
        Assert.Contains("command.db.jobs", list, StringComparison.Ordinal);
        Assert.Contains("Không máy nào đang chạy tác vụ định kỳ", list, StringComparison.Ordinal);

        inTheWay.Delete();
        await app.Get<JobRunner>().Started.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal("Healthy", await ReadinessAsync(app));
        var picture = await app.Get<JobBook>().ReadAsync(CancellationToken.None);
        Assert.Equal((true, null), (picture.RunAnywhere, picture.Fault));
    }

    [Fact]
    public async Task A_run_that_was_asked_for_and_failed_says_when_it_is_tried_again()
    {
        await using var app = await Shift.BeginAsync(null, null, "--Jobs:RetryAfter=00:10:00");
        await BendAsync(app);

        Assert.True(await app.Get<JobControl>().RunNowAsync(Shift.Administrator, "VerifySums", CancellationToken.None));
        var line = await app.UntilAsync("VerifySums", l => l.Attempt > 0 && l.RunsOn is null);

        Assert.Equal((JobRunResult.Failed, 1), (line.Runs?.LastResult, line.Attempt));
        Assert.InRange((line.Next!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes, 8, 10);
        Assert.Contains("thử lại lần 1/3", await (await app.SignInAsync()).ReadAsync("/jobs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_a_power_loss_cut_off_is_run_again_at_the_next_start()
    {
        var after = Path.Combine(folder, "after");
        await using (var app = await Shift.BeginAsync(folder))
        {
            await using var running = await Gate.BeforeAsync(app, "NoteAuditHead");
            await KeepAsAfterPowerLossAsync(app, after);
        }

        await using var next = await Shift.BeginAsync(after, null, $"--Keys:Path={Path.Combine(folder, "keys")}");

        await next.UntilAsync("NoteAuditHead", line => line.Runs?.RunCount > 0 && line.RunsOn is null);
        Assert.Equal(JobRunResult.Succeeded, Assert.Single(await next.RunsAsync("NoteAuditHead")).EffectiveResult);
    }

    [Fact]
    public async Task Jobs_that_an_earlier_version_stored_are_run_again_too_and_keep_their_times()
    {
        JobLine before;
        await using (var app = await Shift.BeginAsync(folder))
        {
            before = await app.LineAsync("Purge");
            await using var db = await app.OpenAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE QRTZ_JOB_DETAILS SET REQUESTS_RECOVERY = 0");
        }

        await using var next = await Shift.BeginAsync(folder);

        var scheduler = await next.Get<ISchedulerFactory>().GetScheduler();
        Assert.All((await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All })).Items, job => Assert.True(job.RequestsRecovery));
        Assert.Equal(before.Next, (await next.LineAsync("Purge")).Next);
    }

    internal static async Task<string> ReadinessAsync(TestApp app)
    {
        var ready = await app.Http.GetFromJsonAsync<JsonNode>("/health/ready");
        var jobs = ready!["checks"]!["jobs"]!;
        return (string)jobs["status"]! == "Healthy" ? (string)ready["status"]! : $"{ready["status"]}: {jobs["description"]}";
    }

    /// <summary>The database as it stands now, whoever ran its jobs being gone.</summary>
    private static async Task KeepAsAfterPowerLossAsync(TestApp app, string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "command.db");
        await using (var db = await app.OpenAsync())
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}");
        await using var kept = new SqliteConnection($"Data Source={file};Pooling=False");
        await kept.OpenAsync();
        await using var command = kept.CreateCommand();
        command.CommandText = "SELECT INSTANCE_NAME FROM QRTZ_FIRED_TRIGGERS";
        // The next process has another number, which must not make it another node.
        Assert.Equal(Environment.MachineName, await command.ExecuteScalarAsync());
    }

    /// <summary>A sum of yesterday that no event makes.</summary>
    internal static async Task BendAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        var page = new Page { Platform = Platform.Zalo, ExternalId = "oa-1" };
        db.Pages.Add(page);
        await db.SaveChangesAsync();
        db.RollupDays.Add(new RollupDay { PageId = page.Id, Day = LocalTime.DayOf(TimeProvider.System.GetUtcNow()).AddDays(-1), Metric = Metric.Messages.Id, Count = 1 });
        await db.SaveChangesAsync();
    }
}
