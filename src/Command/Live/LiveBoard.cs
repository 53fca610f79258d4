using System.Threading.Channels;
using Command.Units;

namespace Command.Live;

/// <summary>
/// The third hop of a number: "something changed for these pages", at most every 100 ms. Screens subscribe and draw
/// from <see cref="Current"/>, one shared snapshot that is read once per change however many screens look at it. While
/// nobody looks, nothing is read.
/// </summary>
public sealed class LiveBoard(BoardReader reader, UnitRegistry units, TimeProvider time, ILogger<LiveBoard> log) : BackgroundService
{
    /// <summary>An eye sees no faster; a flood of events costs ten readings a second.</summary>
    private static readonly TimeSpan leastBetweenReadings = TimeSpan.FromMilliseconds(100);

    /// <summary>How often the change counter is asked what other nodes wrote; also the tick of the clock.</summary>
    private static readonly TimeSpan poll = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly List<Func<Task>> screens = [];
    private HashSet<int> changedPages = [];
    private bool everythingChanged = true;
    private long seenVersion;
    private volatile Sight sight = new(null, null, null);

    /// <summary>The last snapshot; null until the first one was read.</summary>
    public BoardSnapshot? Current => sight.Snapshot;

    /// <summary>Since when the store could not be read; null while it can.</summary>
    public DateTimeOffset? StaleSince => sight.StaleSince;

    /// <summary>When the store was last known to hold nothing newer than <see cref="Current"/>.</summary>
    public DateTimeOffset? CheckedAt => sight.CheckedAt;

    private bool SomebodyLooks
    {
        get
        {
            lock (gate)
                return screens.Count > 0;
        }
    }

    /// <summary>
    /// Calls back after each new snapshot and when <see cref="StaleSince"/> changes, from a thread of the pool.
    /// Dispose to stop. A callback that throws is its own screen's concern: the others are still called.
    /// </summary>
    public IDisposable Subscribe(Func<Task> changed)
    {
        lock (gate)
            screens.Add(changed);

        wake.Writer.TryWrite(true);
        return new Subscription(this, changed);
    }

    /// <param name="version">The change counter's value that the writer committed.</param>
    public void Changed(IReadOnlyCollection<int> pages, long version)
    {
        lock (gate)
        {
            // A gap means that another node wrote in between, to pages unknown here. A version that a reading has seen
            // already was read with everything.
            if (version > seenVersion + 1)
                everythingChanged = true;
            seenVersion = Math.Max(seenVersion, version);
            changedPages.UnionWith(pages);
            if (screens.Count == 0)
                return;
        }

        wake.Writer.TryWrite(true);
    }

    /// <summary>Units, pages or readings changed: everything is read anew.</summary>
    public void ChangedEverything()
    {
        lock (gate)
            everythingChanged = true;
        wake.Writer.TryWrite(true);
    }

    /// <summary>The newest snapshot, for a page that is drawn before it can subscribe: reads what changed while nobody looked.</summary>
    public async Task<BoardSnapshot?> CurrentAsync(CancellationToken cancellation)
    {
        if (Current is null || !SomebodyLooks)
            await Read(cancellation);
        return Current;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? lastReading = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitForWork(stoppingToken);
                if (!SomebodyLooks)
                    continue;
                if (lastReading is { } last && leastBetweenReadings - time.GetElapsedTime(last) is { Ticks: > 0 } rest)
                    await Task.Delay(rest, time, stoppingToken);
                lastReading = time.GetTimestamp();
                await Read(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task WaitForWork(CancellationToken stopping)
    {
        using var tick = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        using var timer = time.CreateTimer(_ => tick.Cancel(), null, poll, Timeout.InfiniteTimeSpan);
        try
        {
            await wake.Reader.ReadAsync(tick.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The tick: time to ask what other nodes wrote, and whether five minutes are whole.
        }
    }

    private async Task Read(CancellationToken cancellation)
    {
        await reading.WaitAsync(cancellation);
        var (pages, everything) = TakeChanges();
        var before = sight;
        try
        {
            var version = await reader.VersionAsync(cancellation);
            lock (gate)
            {
                everything |= version > seenVersion;
                seenVersion = Math.Max(seenVersion, version);
            }

            // Another node may have loaded units and pages: what is drawn from here on takes a fresh tree.
            if (everything)
                units.Changed();
            var snapshot = before.Snapshot;
            if (everything || pages.Count > 0 || snapshot is null || reader.IsOutOfDate(snapshot))
                snapshot = await reader.ReadAsync(snapshot, everything ? null : pages, cancellation);
            sight = new Sight(snapshot, time.GetUtcNow(), null);
        }
        catch (Exception failure)
        {
            GiveBack(pages, everything);
            if (cancellation.IsCancellationRequested)
                throw;
            log.LogError(failure, "The board could not read the store; it shows what it read last.");
            sight = before with { StaleSince = before.StaleSince ?? before.CheckedAt ?? time.GetUtcNow() };
        }
        finally
        {
            reading.Release();
        }

        if (before.Snapshot != sight.Snapshot || before.StaleSince != sight.StaleSince)
            Tell();
    }

    public override void Dispose()
    {
        reading.Dispose();
        base.Dispose();
    }

    private (HashSet<int> Pages, bool Everything) TakeChanges()
    {
        lock (gate)
        {
            var taken = (changedPages, everythingChanged);
            changedPages = [];
            everythingChanged = false;
            return taken;
        }
    }

    private void GiveBack(HashSet<int> pages, bool everything)
    {
        lock (gate)
        {
            changedPages.UnionWith(pages);
            everythingChanged |= everything;
        }
    }

    private void Tell()
    {
        Func<Task>[] called;
        lock (gate)
            called = [.. screens];
        foreach (var screen in called)
            _ = Task.Run(() => TellOne(screen));
    }

    private async Task TellOne(Func<Task> screen)
    {
        try
        {
            await screen();
        }
        catch (Exception failure)
        {
            log.LogDebug(failure, "A screen could not be told of a change; it is probably gone.");
        }
    }

    /// <summary>What is known at one moment; replaced as a whole, so that nobody sees half of it.</summary>
    private sealed record Sight(BoardSnapshot? Snapshot, DateTimeOffset? CheckedAt, DateTimeOffset? StaleSince);

    private sealed class Subscription(LiveBoard board, Func<Task> screen) : IDisposable
    {
        private bool ended;

        public void Dispose()
        {
            lock (board.gate)
            {
                if (ended)
                    return;
                ended = true;
                board.screens.Remove(screen);
            }
        }
    }
}
