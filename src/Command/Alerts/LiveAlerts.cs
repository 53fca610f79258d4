using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>
/// The alerts that nobody has acknowledged, one list for all screens, and the signal "alerts changed". The signal
/// carries nothing: a screen draws from the list whenever it wakes, cut to what its reader may see.
/// </summary>
public sealed class LiveAlerts(IDbContextFactory<CommandDb> databases, ILogger<LiveAlerts> log) : IDisposable
{
    /// <summary>More at once help nobody; the page of alerts shows the rest.</summary>
    private const int MostHeld = 2_000;

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Lock gate = new();
    private readonly List<Func<Task>> screens = [];
    private volatile IReadOnlyList<OpenAlert>? current;

    /// <summary>Newest first; read when nothing was read yet.</summary>
    public async Task<IReadOnlyList<OpenAlert>> CurrentAsync(CancellationToken cancellation)
    {
        if (current is null)
            await RefreshAsync(cancellation);
        return current!;
    }

    /// <summary>Calls back from a thread of the pool after each change. Dispose to stop.</summary>
    public IDisposable Subscribe(Func<Task> changed)
    {
        lock (gate)
            screens.Add(changed);
        return new Subscription(this, changed);
    }

    /// <summary>Reads the list anew and tells the screens when it differs.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellation);
            var read = await db.Alerts.AsNoTracking()
                .Where(a => a.ClosedAt == null && a.AcknowledgedAt == null)
                .OrderByDescending(a => a.RaisedAt).ThenByDescending(a => a.Id)
                .Take(MostHeld)
                .ToListAsync(cancellation);
            var before = current;
            OpenAlert[] after = [.. read.Select(OpenAlert.Of)];
            current = after;
            if (before is not null && before.SequenceEqual(after))
                return;
        }
        finally
        {
            reading.Release();
        }

        Tell();
    }

    public void Dispose() => reading.Dispose();

    private void Tell()
    {
        Func<Task>[] called;
        lock (gate)
            called = [.. screens];
        foreach (var screen in called)
            _ = Task.Run(() => TellOneAsync(screen));
    }

    private async Task TellOneAsync(Func<Task> screen)
    {
        try
        {
            await screen();
        }
        catch (Exception failure)
        {
            log.LogDebug(failure, "A screen could not be told of alerts; it is probably gone.");
        }
    }

    private sealed class Subscription(LiveAlerts alerts, Func<Task> screen) : IDisposable
    {
        public void Dispose()
        {
            lock (alerts.gate)
                alerts.screens.Remove(screen);
        }
    }
}
