using Command.Tipoffs;

namespace Command.Jobs;

/// <summary>Sees every hour to it that of each closed month enough assessments are looked at a second time.</summary>
public sealed class DrawRechecks(RecheckMonths months, TimeProvider time, ILogger<DrawRechecks> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        do
        {
            try
            {
                if (await months.CloseAsync(stoppingToken) is > 0 and var chosen)
                    log.LogInformation("{Chosen} assessments of closed months were chosen for a second look.", chosen);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The closed months could not be looked through; it is tried again in an hour.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
