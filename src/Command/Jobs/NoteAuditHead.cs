using Command.People;

namespace Command.Jobs;

/// <summary>Writes the head of the audit log into the server's log: whoever cuts lines off later is found by it.</summary>
public sealed class NoteAuditHead(AuditLog audit, ILogger<NoteAuditHead> log)
{
    public async Task RunAsync(CancellationToken cancellation) =>
        log.LogInformation("Audit log: {Head}", await audit.HeadAsync(cancellation));
}
