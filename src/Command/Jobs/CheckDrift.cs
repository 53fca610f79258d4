using Command.Alerts;

namespace Command.Jobs;

/// <summary>Runs the nightly comparison of sums with their records when it is due; after a night without the server, soon after its start.</summary>
public sealed class CheckDrift(DriftWatch watch, TimeProvider time, ILogger<CheckDrift> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromMinutes(1);

    /// <summary>What failed reads much: it is not tried again every minute.</summary>
    private static readonly TimeSpan afterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                timer.Period = every;
                await watch.RunIfDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                timer.Period = afterFailure;
                log.LogError(failure, "The sums could not be compared with their records; it is tried again in an hour.");
            }
        }
    }
}
