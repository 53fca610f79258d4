using Command.Data;
using Quartz;
using Quartz.Extensibility;

namespace Command.Jobs;

/// <summary>How a job stands, as the page shows it.</summary>
/// <param name="Next">Null: paused, or nothing has scheduled it yet.</param>
/// <param name="Attempt">Above 0: a run that failed is repeated next, or now, for the n-th time, whether it was due or asked for.</param>
public sealed record JobLine(Job Job, DateTimeOffset? Next, int Attempt, bool IsPaused, PauseInfo? Pause, string? RunsOn, DateTimeOffset? RunsSince, JobRunStatus? Runs, JobTrouble? Trouble);

/// <summary>All jobs, and the nodes that run them.</summary>
/// <param name="RunAnywhere">False: what falls due is done by nobody.</param>
/// <param name="Fault">Why this node cannot start them.</param>
public sealed record JobPicture(DateTimeOffset Now, IReadOnlyList<JobLine> Lines, IReadOnlyList<ClusterNode> Nodes, bool RunsHere, bool RunAnywhere, string? Fault);

/// <summary>What to look for in the history; empty fields do not filter.</summary>
/// <param name="FailedForGood">Only runs that failed and were not to be tried again.</param>
/// <param name="From">Inclusive.</param>
/// <param name="Until">Exclusive.</param>
public sealed record RunFilter(Job? Job, bool FailedOnly = false, bool FailedForGood = false, DateTimeOffset? From = null, DateTimeOffset? Until = null, int Skip = 0, int Take = RunFilter.Page)
{
    public const int Page = 25;

    /// <summary>Each stands in what a run said or in the lines it logged.</summary>
    public IReadOnlyList<RunWord> Words { get; init; } = [];
}

/// <summary>Reads how jobs stand and how they went; everything is in the database, so every node tells the same.</summary>
public sealed class JobBook(ISchedulerFactory schedulers, IExecutionHistoryStore history, RunSearch search, Schedule schedule, JobRunner runner, TimeProvider time)
{
    public const int Days = 30;

    /// <summary>All that a job of every five minutes does in them, with room for what people run.</summary>
    private const int RunsDrawn = Days * 24 * 12 + 360;

    private DateTimeOffset DrawnFrom => LocalTime.StartOf(LocalTime.DayOf(time.GetUtcNow()).AddDays(1 - Days));

    public async Task<JobPicture> ReadAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var stored = (await scheduler.QueryTriggers(new TriggerQuery { Take = PagedQuery.All }, cancellation)).Items;
        var triggers = stored.ToDictionary(t => t.Key);
        var retries = stored.Where(t => t.RetryAttempt > 0).ToLookup(t => t.JobKey);
        var running = (await scheduler.QueryFireInstances(new FireInstanceQuery(), cancellation)).Items.Where(f => f.State == FireInstanceState.Executing).ToLookup(f => f.JobKey);
        var statuses = await JobHealth.StatusesAsync(history, cancellation);
        var now = time.GetUtcNow();
        var lines = schedule.Jobs.Select(job =>
        {
            var trigger = triggers.GetValueOrDefault(job.DueKey);
            var runs = statuses.GetValueOrDefault(job.Key);
            var run = running[job.Key].FirstOrDefault();
            var isPaused = trigger?.State == TriggerState.Paused;
            var retry = retries[job.Key].MinBy(t => t.NextFireTimeUtc ?? DateTimeOffset.MaxValue);
            var due = isPaused ? null : trigger?.NextFireTimeUtc;
            return new JobLine(
                job, retry?.NextFireTimeUtc is { } again && !(again > due) ? again : due, retry?.RetryAttempt ?? 0, isPaused, trigger?.Pause, run?.SchedulerInstanceId, run?.FireTimeUtc, runs,
                trigger is null ? null : JobHealth.Of(job, runs, trigger.StartTimeUtc, now));
        });
        var nodes = await scheduler.QueryClusterNodes(cancellation);
        var runsHere = runner.Started.IsCompletedSuccessfully;
        var runAnywhere = runsHere || runner.IsTurnTaken || nodes.Any(n => n is { IsCurrentNode: false, State: ClusterNodeState.Alive });
        return new JobPicture(now, [.. lines], nodes, runsHere, runAnywhere, runner.Fault?.Message);
    }

    /// <summary>Newest first; without their log, unless it was searched.</summary>
    public async Task<PagedResult<ExecutionHistoryEntry>> RunsAsync(RunFilter filter, CancellationToken cancellation) =>
        filter.Words.Count > 0 ? await FoundAsync(filter, cancellation) : await (await HistoryAsync(cancellation)).QueryExecutions(
            new ExecutionHistoryQuery
            {
                SchedulerName = JobsRegistration.Scheduler,
                Job = filter.Job?.Key,
                Results = filter.FailedOnly || filter.FailedForGood ? [JobRunResult.Failed] : null,
                FailedFinally = filter.FailedForGood ? true : null,
                FiredFrom = filter.From,
                FiredBefore = filter.Until,
                Skip = filter.Skip,
                Take = filter.Take,
            },
            cancellation);

    /// <summary>Of each job that fails and has not succeeded since, the last run that was not tried again; newest first.</summary>
    public async Task<IReadOnlyList<ExecutionHistoryEntry>> FailuresAsync(JobPicture picture, CancellationToken cancellation)
    {
        var failures = new List<ExecutionHistoryEntry>();
        foreach (var line in picture.Lines.Where(l => l.Runs?.ConsecutiveFailures > 0))
            failures.AddRange((await RunsAsync(new RunFilter(line.Job, FailedForGood: true, Take: 1), cancellation)).Items);
        return [.. failures.OrderByDescending(r => r.FiredAtUtc)];
    }

    private async Task<PagedResult<ExecutionHistoryEntry>> FoundAsync(RunFilter filter, CancellationToken cancellation)
    {
        await HistoryAsync(cancellation);
        var ids = await search.FindAsync(filter, cancellation);
        var found = new List<ExecutionHistoryEntry>();
        foreach (var id in ids.Take(filter.Take))
        {
            if (await RunAsync(id, cancellation) is { } run)
                found.Add(run);
        }

        return new PagedResult<ExecutionHistoryEntry>(found, ids.Count > filter.Take, null);
    }

    /// <summary>One run with the lines it logged.</summary>
    public async Task<ExecutionHistoryEntry?> RunAsync(string entryId, CancellationToken cancellation) =>
        await (await HistoryAsync(cancellation)).GetExecution(JobsRegistration.Scheduler, entryId, cancellation);

    /// <summary>How long the runs of the last thirty local days took; of a job that runs often, the newest of them.</summary>
    public async Task<IReadOnlyList<DurationDay>> DaysAsync(Job job, CancellationToken cancellation) =>
        DurationDay.Of((await RunsAsync(new RunFilter(job, From: DrawnFrom, Take: RunsDrawn), cancellation)).Items);

    /// <summary>How the runs of all jobs ended in the last thirty local days.</summary>
    public async Task<IReadOnlyList<RunDay>> RunDaysAsync(CancellationToken cancellation)
    {
        await HistoryAsync(cancellation);
        return await search.CountAsync(DrawnFrom, cancellation);
    }

    /// <summary>Its tables are made with the scheduler, which a node that runs no jobs has not asked for yet.</summary>
    private async Task<IExecutionHistoryStore> HistoryAsync(CancellationToken cancellation)
    {
        await schedulers.GetScheduler(cancellation);
        return history;
    }
}
