using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Command.Jobs;

/// <summary>
/// What people do to jobs. The line in the audit log stands before the act: Quartz keeps its own transactions, and
/// nothing may be done that is not written down.
/// </summary>
public sealed class JobControl(ISchedulerFactory schedulers, Schedule schedule, IDbContextFactory<CommandDb> databases, AuditLog audit)
{
    public const int ReasonLetters = PauseDetails.MaxReasonLength;

    /// <summary>Jobs are everybody's: an administrator of a part of the tree only looks at them.</summary>
    public static bool May(Asker asker) => asker is { Role: Role.Administrator, UnitId: null };

    /// <returns>False: not this asker's to do, or no such job.</returns>
    public Task<bool> RunNowAsync(Asker asker, string name, CancellationToken cancellation) =>
        ActAsync(asker, name, "job.run", null, async (scheduler, job) => await scheduler.TriggerJob(job.Key, null, cancellation), cancellation);

    /// <param name="reason">Shown beside the job until it goes on.</param>
    /// <returns>False: not this asker's to do, no reason, or no such job.</returns>
    public async Task<bool> PauseAsync(Asker asker, string name, string reason, CancellationToken cancellation) =>
        reason.Trim() is { Length: > 0 and <= ReasonLetters } why
        && await ActAsync(asker, name, "job.paused", why, async (scheduler, job) => await scheduler.PauseTriggerWith(job.DueKey, new PauseDetails { Reason = why, RequestedBy = asker.Name }, cancellation), cancellation);

    /// <returns>False: not this asker's to do, or no such job.</returns>
    public Task<bool> ResumeAsync(Asker asker, string name, CancellationToken cancellation) =>
        ActAsync(asker, name, "job.resumed", null, async (scheduler, job) => await scheduler.ResumeTrigger(job.DueKey, cancellation), cancellation);

    /// <summary>What the job has saved stays; its history says that it was stopped, and it is not tried again before it is due.</summary>
    /// <returns>False: not this asker's to do, no such job, or it does not run within reach: on SQLite, on this node.</returns>
    public async Task<bool> StopAsync(Asker asker, string name, CancellationToken cancellation)
    {
        var running = await (await schedulers.GetScheduler(cancellation)).QueryFireInstances(new FireInstanceQuery(), cancellation);
        var isStopped = false;
        return running.Items.Any(f => f.JobKey?.Name == name)
            && await ActAsync(asker, name, "job.stopped", null, async (scheduler, job) => isStopped = await scheduler.Interrupt(job.Key, cancellation), cancellation)
            && isStopped;
    }

    private async Task<bool> ActAsync(Asker asker, string name, string action, string? reason, Func<IScheduler, Job, Task> act, CancellationToken cancellation)
    {
        if (!May(asker) || schedule.Find(name) is not { } job)
            return false;
        await using (var db = await databases.CreateDbContextAsync(cancellation))
        await using (var turn = await ExclusiveWriting.BeginAsync(db, cancellation))
        {
            await audit.AppendAsync(db, AuditEntry.By(asker, action, AuditFacts.Write((AuditFact.Job, job.Name)), after: reason is null ? null : AuditFacts.Write((AuditFact.Why, reason))), cancellation);
            await db.SaveChangesAsync(cancellation);
            await turn.CommitAsync(cancellation);
        }

        await act(await schedulers.GetScheduler(cancellation), job);
        return true;
    }
}
