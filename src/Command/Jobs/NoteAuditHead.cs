using Command.People;

namespace Command.Jobs;

/// <summary>Writes the head of the audit log into the server's log every hour: whoever cuts lines off later is found by it.</summary>
public sealed class NoteAuditHead(AuditLog audit, TimeProvider time, ILogger<NoteAuditHead> log) : BackgroundService
{
    private static readonly TimeSpan every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        do
        {
            try
            {
                log.LogInformation("Audit log: {Head}", await audit.HeadAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The head of the audit log could not be noted; it is tried again in an hour.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
