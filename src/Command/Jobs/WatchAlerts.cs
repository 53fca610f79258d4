using Command.Alerts;

namespace Command.Jobs;

/// <summary>Looks every two seconds for what people must be warned of.</summary>
public sealed class WatchAlerts(AlertWatch watch, AlertSettings settings, TimeProvider time, ILogger<WatchAlerts> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.WatchEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await watch.LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "It could not be looked for alerts; the next look finds what this one missed.");
            }
        }
    }
}
