using Quartz;

namespace Command.Jobs;

/// <summary>The only job that Quartz knows: it finds the line of the <see cref="Schedule"/> by its name and calls it. No job runs beside itself, on any node.</summary>
[DisallowConcurrentExecution]
public sealed class RunJob(Schedule schedule, IServiceProvider services) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var job = schedule.Find(context.JobDetail.Key.Name)
            ?? throw new InvalidOperationException($"This version knows no job {context.JobDetail.Key.Name}; another node is newer or older.");
        await job.RunAsync(services, cancellationToken);
    }
}
