using Quartz;
using Quartz.Extensibility;

namespace Command.Jobs;

/// <summary>Why a job needs a person.</summary>
public enum JobTroubleKind
{
    /// <summary>Its last run failed, and so did every attempt to repeat it.</summary>
    Failing,

    /// <summary>It was due, and has not succeeded within its time.</summary>
    Late,
}

/// <param name="LastSuccess">When the last run that succeeded began; null: none has.</param>
/// <param name="Failure">What the last failed run said.</param>
public sealed record JobTrouble(Job Job, JobTroubleKind Kind, DateTimeOffset? LastSuccess, string? Failure);

/// <summary>Which jobs are failing or late.</summary>
public sealed class JobHealth(ISchedulerFactory schedulers, IExecutionHistoryStore history, Schedule schedule, TimeProvider time)
{
    public async Task<IReadOnlyList<JobTrouble>> TroublesAsync(CancellationToken cancellation)
    {
        var scheduler = await schedulers.GetScheduler(cancellation);
        var statuses = await StatusesAsync(history, cancellation);
        var triggers = await scheduler.GetTriggers([.. schedule.Jobs.Select(j => j.DueKey)], cancellation);
        var since = triggers.ToDictionary(t => t.Key, t => t.StartTimeUtc);
        return [.. schedule.Jobs
            .Where(job => since.ContainsKey(job.DueKey))
            .Select(job => Of(job, statuses.GetValueOrDefault(job.Key), since[job.DueKey], time.GetUtcNow()))
            .OfType<JobTrouble>()];
    }

    /// <param name="since">When the job was first scheduled so: what it should have done before is nobody's fault.</param>
    public static JobTrouble? Of(Job job, JobRunStatus? runs, DateTimeOffset since, DateTimeOffset now)
    {
        var success = runs?.LastSucceededAtUtc;
        if (runs is { ConsecutiveFailures: > 0 })
            return new JobTrouble(job, JobTroubleKind.Failing, success, runs.LastFailureMessage);
        return job.MustSucceedWithin is { } within && job.Times.GetPreviousValidTimeBefore(now - within) is { } due && due >= since && !(success >= due)
            ? new JobTrouble(job, JobTroubleKind.Late, success, runs?.LastFailureMessage)
            : null;
    }

    internal static async Task<Dictionary<JobKey, JobRunStatus>> StatusesAsync(IExecutionHistoryStore history, CancellationToken cancellation)
    {
        var statuses = await history.QueryJobRunStatuses(new JobRunStatusQuery { SchedulerName = JobsRegistration.Scheduler, Take = PagedQuery.All }, cancellation);
        return statuses.Items.ToDictionary(s => s.Job);
    }
}
