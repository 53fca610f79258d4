using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Command.Jobs;

/// <summary>A job that must succeed and has not makes the product degraded, not unready: it goes on serving.</summary>
public sealed class JobsCheck(JobHealth health, JobRunner runner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
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
