using Command.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Command.Api;

/// <summary><c>GET /health/live</c> (the process answers) and <c>GET /health/ready</c> (it can serve).</summary>
public static class HealthEndpoints
{
    private const string Ready = "ready";

    public static IHealthChecksBuilder AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), description = e.Value.Description }),
    });
}

/// <summary>The database is reachable and its schema is the one of this program.</summary>
public sealed class DatabaseCheck(IDbContextFactory<CommandDb> databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Database.CanConnectAsync(cancellationToken))
            return HealthCheckResult.Unhealthy("The database is not reachable.");
        var pending = await db.Database.GetPendingMigrationsAsync(cancellationToken);
        return pending.Count() is var missing and > 0
            ? HealthCheckResult.Unhealthy($"The database lacks {missing} schema changes.")
            : HealthCheckResult.Healthy("Reachable and up to date.");
    }
}
