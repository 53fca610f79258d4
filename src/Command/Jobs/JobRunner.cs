using Command.Data;
using Quartz;

namespace Command.Jobs;

/// <summary>
/// Starts the jobs once the product answers, and stops them with it. On SQL Server the nodes form a cluster; a SQLite
/// file knows no cluster, so there the node that holds the lock beside it runs the jobs, and another takes over when
/// it ends.
/// </summary>
public sealed class JobRunner(
    ISchedulerFactory schedulers, Schedule schedule, JobSettings settings, DatabaseSettings database, IHostApplicationLifetime life, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan tryAgainEvery = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FileStream? turn;

    /// <summary>This node runs jobs from now on.</summary>
    public Task Started => started.Task;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (Started.IsCompletedSuccessfully)
            await (await schedulers.GetScheduler(cancellationToken)).Shutdown(waitForJobsToComplete: true, cancellationToken);
        turn?.Dispose();
    }

    public override void Dispose()
    {
        base.Dispose();
        turn?.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Run)
            return;
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var answering = life.ApplicationStarted.Register(answers.SetResult);
        await answers.Task.WaitAsync(stoppingToken);
        using var timer = new PeriodicTimer(tryAgainEvery, time);
        while (!await TryStartAsync(stoppingToken))
            await timer.WaitForNextTickAsync(stoppingToken);
        started.SetResult();
    }

    private async Task<bool> TryStartAsync(CancellationToken cancellation)
    {
        try
        {
            if (!TakeTurn())
                return false;
            var scheduler = await schedulers.GetScheduler(cancellation);
            await Timetable.WriteAsync(scheduler, schedule, time, cancellation);
            await scheduler.Start(cancellation);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The jobs could not be started; it is tried again.");
            return false;
        }
    }

    private bool TakeTurn()
    {
        if (turn is not null || database.SqliteFile is not { } file)
            return true;
        try
        {
            turn = new FileStream(file + ".jobs", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
