namespace Command.People;

/// <summary>
/// <c>--verify-audit [COUNT:DIGEST]</c>: walks the audit log instead of serving. Exit code 0: whole; 1: something is
/// wrong, and it says what. COUNT:DIGEST is a head noted earlier: in the server's log, hourly, or beside a backup.
/// </summary>
public static class AuditCommand
{
    public const string Flag = "--verify-audit";

    public static bool IsAsked(IReadOnlyList<string> args) => args.Contains(Flag);

    public static async Task<int> RunAsync(AuditLog log, string[] args, TextWriter output, CancellationToken cancellation)
    {
        AuditHead? noted = null;
        if (args.ElementAtOrDefault(Array.IndexOf(args, Flag) + 1) is { } text && !text.StartsWith("--", StringComparison.Ordinal))
        {
            noted = AuditHead.Parse(text);
            if (noted is null)
            {
                await output.WriteLineAsync($"'{text}' is no head of an audit log; it is written COUNT:DIGEST, as the server's log has it.");
                return 1;
            }
        }

        var verdict = await log.VerifyAsync(noted, cancellation);
        await output.WriteLineAsync(verdict.Fault is null
            ? $"The audit log is whole: {verdict.Head}"
            : $"The audit log is not whole. {verdict.Fault} Whole up to: {verdict.Head}");
        return verdict.Fault is null ? 0 : 1;
    }
}
