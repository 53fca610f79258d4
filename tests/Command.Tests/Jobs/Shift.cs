using Command.Data;
using Command.Jobs;
using Command.People;
using Quartz;
using Quartz.Extensibility;

namespace Command.Tests.Jobs;

/// <summary>The product with its jobs at work over a real file. Each is due once a year unless a test says otherwise.</summary>
internal static class Shift
{
    public static readonly Asker Administrator = new(Role.Administrator, null, 1, "lan");

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan often = TimeSpan.FromMilliseconds(20);

    public static async Task<TestApp> BeginAsync(string? folder = null, TimeProvider? clock = null, params string[] args)
    {
        var app = await OpenAsync(folder, clock, args);
        await app.Get<JobRunner>().Started.WaitAsync(patience);
        return app;
    }

    /// <summary>Without waiting for its turn.</summary>
    public static Task<TestApp> OpenAsync(string? folder = null, TimeProvider? clock = null, params string[] args) => TestApp.StartAsync(
        clock,
        folder,
        null,
        ["--Jobs:Run=true", "--Jobs:RetryAfter=00:00:00.05", "--Jobs:Purge=0 0 0 1 1 ?", "--Jobs:NoteAuditHead=0 0 0 1 1 ?", "--Jobs:VerifySums=0 0 0 1 1 ?", "--Jobs:DrawRechecks=0 0 0 1 1 ?", "--Jobs:RefreshLeaderboards=0 0 0 1 1 ?", "--Jobs:CloseDay=0 0 0 1 1 ?", "--Jobs:ClosePeriods=0 0 0 1 1 ?", "--Jobs:WatchDeadlines=0 0 0 1 1 ?", .. args]);

    public static async Task RunAsync(this TestApp app, string job)
    {
        var before = (await app.LineAsync(job)).Runs?.RunCount ?? 0;
        Assert.True(await app.Get<JobControl>().RunNowAsync(Administrator, job, CancellationToken.None));
        await app.UntilAsync(job, line => line.Runs?.RunCount > before && line.RunsOn is null);
    }

    /// <summary>Writes into the history what a run of the past would have left.</summary>
    public static async Task RecordAsync(this TestApp app, string job, DateTimeOffset at, JobRunResult result, string? failure = null, string? log = null, double seconds = 1) =>
        await app.Get<IExecutionHistoryStore>().AddExecution(
            new ExecutionHistoryEntry(JobsRegistration.Scheduler, "node", JobKey.DefaultGroup, job, "DEFAULT", job, at, TimeSpan.FromSeconds(seconds), result == JobRunResult.Succeeded, failure)
            {
                EntryId = Guid.NewGuid().ToString(),
                Result = result,
                Log = log,
            },
            CancellationToken.None);

    public static async Task<JobLine> LineAsync(this TestApp app, string job) =>
        (await app.Get<JobBook>().ReadAsync(CancellationToken.None)).Lines.Single(l => l.Job.Name == job);

    public static async Task<IReadOnlyList<ExecutionHistoryEntry>> RunsAsync(this TestApp app, string job) =>
        (await app.Get<JobBook>().RunsAsync(new RunFilter(app.Get<Schedule>().Find(job)), CancellationToken.None)).Items;

    public static async Task<JobLine> UntilAsync(this TestApp app, string job, Func<JobLine, bool> isSo)
    {
        using var deadline = new CancellationTokenSource(patience);
        using var timer = new PeriodicTimer(often);
        while (true)
        {
            var line = await app.LineAsync(job);
            if (isSo(line))
                return line;
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }
}
