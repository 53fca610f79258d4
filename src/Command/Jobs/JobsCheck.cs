using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Command.Jobs;

/// <summary>
/// A job that must succeed and has not, or jobs that cannot be started, make the product degraded, not unready: it goes
/// on serving. Anybody may ask, so only the kind of a fault is told; its words stand in the log and on the page.
/// </summary>
public sealed class JobsCheck(JobHealth health, JobRunner runner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (runner.Fault is { } fault)
            return HealthCheckResult.Degraded($"Jobs cannot be started on this node ({fault.GetType().Name}); it is tried again.");
        if (!runner.Started.IsCompletedSuccessfully)
            return HealthCheckResult.Healthy("This node runs no jobs, or has not begun to.");
        var troubles = (await health.TroublesAsync(cancellationToken)).Where(t => t.Job.MustSucceedWithin is not null).ToList();
        return troubles.Count == 0
            ? HealthCheckResult.Healthy("Every job that must succeed has.")
            : HealthCheckResult.Degraded(string.Join(" ", troubles.Select(Told)));
    }

    private static string Told(JobTrouble trouble) =>
        $"{trouble.Job.Name} {(trouble.Kind == JobTroubleKind.Failing ? "fails" : "is late")}; its last success began at {trouble.LastSuccess?.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) ?? "no time"}.";
}
