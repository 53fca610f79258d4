using Command.Messages;

namespace Command.Jobs;

/// <summary>Takes the newest version of the rules every ten seconds: another node may have made it.</summary>
public sealed class FollowRules(MessageRules rules, TimeProvider time, ILogger<FollowRules> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await rules.LoadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The rules could not be read; the doors go on with those they have.");
            }
        }
    }
}
