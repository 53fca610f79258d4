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
    private volatile Exception? fault;

    /// <summary>This node runs jobs from now on.</summary>
    public Task Started => started.Task;

    /// <summary>Why the last try to start jobs here failed; null: it did not, or another node has them.</summary>
    public Exception? Fault => fault;

    /// <summary>Whether a process, this one or another, holds the lock beside a SQLite file.</summary>
    public bool IsTurnTaken
    {
        get
        {
            if (Lock is not { } path || !File.Exists(path))
                return false;
            try
            {
                using var free = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
                return false;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return true;
            }
        }
    }

    private string? Lock => database.SqliteFile is { } file ? file + ".jobs" : null;

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
            {
                fault = null;
                return false;
            }

            var scheduler = await schedulers.GetScheduler(cancellation);
            await Timetable.WriteAsync(scheduler, schedule, time, cancellation);
            await scheduler.Start(cancellation);
            fault = null;
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The jobs could not be started; it is tried again.");
            fault = failure;
            // Another node may succeed; a lock that is held means that somebody runs the jobs.
            turn?.Dispose();
            turn = null;
            return false;
        }
    }

    private bool TakeTurn()
    {
        if (turn is not null || Lock is not { } path)
            return true;
        try
        {
            turn = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return false;
        }
    }

    /// <summary>Another process has the file: ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK on Linux and on macOS.</summary>
    private static bool IsHeld(IOException failure) => failure.HResult is unchecked((int)0x80070020) or 11 or 35;
}
