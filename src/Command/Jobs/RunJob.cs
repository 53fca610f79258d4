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
        try
        {
            await job.RunAsync(services, cancellationToken);
        }
        catch (Exception failure) when (cancellationToken.IsCancellationRequested && failure is not OperationCanceledException)
        {
            // SQL Server's client fails with an error of its own when it is stopped, which would be tried again as a failure.
            throw new OperationCanceledException(failure.Message, failure, cancellationToken);
        }
    }
}
