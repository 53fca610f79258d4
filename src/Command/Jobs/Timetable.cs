using Command.Data;
using Quartz;

namespace Command.Jobs;

/// <summary>
/// Brings what Quartz has stored in line with the <see cref="Schedule"/>. What did not change is not touched: a pause
/// stays, and what fell due while nothing ran is found as missed. What a crash or a power loss cut off is run again
/// when a node starts.
/// </summary>
public static class Timetable
{
    public static async Task WriteAsync(IScheduler scheduler, Schedule schedule, TimeProvider time, CancellationToken cancellation)
    {
        var stored = (await scheduler.QueryJobs(new JobQuery { Take = PagedQuery.All }, cancellation)).Items.ToDictionary(j => j.Key);
        await scheduler.DeleteJobs([.. stored.Keys.Where(key => schedule.Find(key.Name) is null)], cancellation);
        foreach (var job in schedule.Jobs)
        {
            var detail = JobBuilder.Create<RunJob>().WithIdentity(job.Key).StoreDurably().RequestRecovery().Build();
            if (stored.GetValueOrDefault(job.Key) is { RequestsRecovery: false })
                await scheduler.AddJob(detail, AddJobOptions.Replacing, cancellation);
            var standing = await scheduler.GetTrigger(job.DueKey, cancellation) as ICronTrigger;
            if (standing?.CronExpressionString == job.Cron)
                continue;
            var pause = await scheduler.GetTriggerPause(job.DueKey, cancellation);
            await scheduler.ScheduleJob(
                detail,
                TriggerBuilder.Create(time).WithIdentity(job.DueKey).ForJob(job.Key).WithCronSchedule(job.Cron, cron => cron.InTimeZone(LocalTime.Zone)).Build(),
                new ScheduleJobOptions { Replace = true, PauseReason = pause?.Reason, PauseRequestedBy = pause?.RequestedBy },
                cancellation);
        }
    }
}
