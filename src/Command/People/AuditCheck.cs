namespace Command.People;

/// <summary>Verifies the log when somebody asks for it, against what it found whole before, and keeps what it found.</summary>
public sealed class AuditCheck(AuditLog log, TimeProvider time)
{
    private volatile Finding? last;
    private volatile AuditHead? whole;

    /// <summary>What was found last since this server started; null: nobody asked yet.</summary>
    public Finding? Last => last;

    /// <summary>Walks the whole chain. Lines cut off since the last time are found too.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var verdict = await log.VerifyAsync(whole, cancellation);
        last = new Finding(verdict, time.GetUtcNow());
        if (verdict.Fault is null)
            whole = verdict.Head;
    }

    public sealed record Finding(AuditVerdict Verdict, DateTimeOffset At);
}
