using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>
/// Looks what stands and brings the alerts to it. It keeps nothing: after a crash the next look finds what the last one
/// missed. Two nodes may look at once: the index of causes lets one of them write, and the other looks again.
/// </summary>
public sealed class AlertWatch(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, IEnumerable<IAlertSource> sources, LiveAlerts live, TimeProvider time, ILogger<AlertWatch> log)
    : IDisposable
{
    private readonly IReadOnlyList<IAlertSource> sources = [.. sources];
    private readonly SemaphoreSlim looking = new(1, 1);
    private readonly Dictionary<IAlertSource, long> lookedAt = [];

    /// <summary>Looks at what is due, and tells the screens when something changed, here or on another node.</summary>
    /// <param name="everything">Also at what was looked at a moment ago.</param>
    /// <exception cref="AggregateException">Some sources could not be read; the others were.</exception>
    public async Task LookAsync(CancellationToken cancellation, bool everything = false)
    {
        var failures = new List<Exception>();
        await looking.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var due = sources.Where(s => everything || !lookedAt.TryGetValue(s, out var last) || time.GetElapsedTime(last) >= s.Every).ToList();
            var now = time.GetUtcNow();
            var tree = await units.TreeAsync(cancellation);
            var rules = new RuleBook(await db.AlertRules.AsNoTracking().ToListAsync(cancellation), tree, LocalTime.DayOf(now));
            foreach (var source in due)
            {
                lookedAt[source] = time.GetTimestamp();
                try
                {
                    var causes = await source.ReadAsync(new AlertScene(db, tree, rules, now), cancellation);
                    await FollowAsync(db, source.Text, causes, now, cancellation);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    failures.Add(failure);
                }
            }
        }
        finally
        {
            looking.Release();
        }

        await live.RefreshAsync(cancellation);
        if (failures.Count > 0)
            throw new AggregateException(failures);
    }

    public void Dispose() => looking.Dispose();

    private async Task FollowAsync(CommandDb db, string text, IReadOnlyList<Cause> causes, DateTimeOffset now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var raised = Standing.Follow(await db.Alerts.Where(a => a.ClosedAt == null && a.Text == text).ToListAsync(cancellation), causes, now);
        try
        {
            await AlertRows.WriteAsync(db, raised, cancellation);
        }
        catch (DbUpdateException overtaken)
        {
            log.LogDebug(overtaken, "Somebody changed the alerts meanwhile; the next look brings them to what stands.");
        }
    }
}
