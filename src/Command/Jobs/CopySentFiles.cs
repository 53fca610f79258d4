using Command.Tipoffs;

namespace Command.Jobs;

/// <summary>Looks every five seconds for files of residents that are to be copied: their links live half an hour.</summary>
public sealed class CopySentFiles(TipoffCopies copies, CopySettings settings, TimeProvider time, ILogger<CopySentFiles> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsOn)
            return;
        using var timer = new PeriodicTimer(every, time);
        do
        {
            try
            {
                await copies.RunDueAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Files that residents sent could not be copied; the next look tries what is due.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
