using System.Threading.Channels;

namespace Command.Live;

/// <summary>
/// The third hop of a number: "something changed for these pages", at most every 100 ms. Screens subscribe and draw
/// from <see cref="Current"/>, one shared snapshot that is read once per change however many screens look at it. While
/// nobody looks, nothing is read.
/// </summary>
public sealed class LiveBoard(BoardReader reader, TimeProvider time, ILogger<LiveBoard> log) : BackgroundService
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
    private int watchers;

    /// <summary>The last snapshot; null until the first one was read.</summary>
    public BoardSnapshot? Current { get; private set; }

    /// <summary>Since when the store could not be read; null while it can.</summary>
    public DateTimeOffset? StaleSince { get; private set; }

    /// <summary>When the store was last known to hold nothing newer than <see cref="Current"/>.</summary>
    public DateTimeOffset? CheckedAt { get; private set; }

    /// <summary>
    /// Calls back after each new snapshot and when <see cref="StaleSince"/> changes, from a thread of the pool.
    /// Dispose to stop. A callback that throws is its own screen's concern: the others are still called.
    /// </summary>
    public IDisposable Subscribe(Func<Task> changed)
    {
        lock (gate)
        {
            screens.Add(changed);
            watchers++;
        }

        wake.Writer.TryWrite(true);
        return new Subscription(this, changed);
    }

    /// <param name="version">The change counter's value that the writer committed.</param>
    public void Changed(IReadOnlyCollection<int> pages, long version)
    {
        lock (gate)
        {
            // A gap means that another node wrote in between, to pages unknown here.
            if (version != seenVersion + 1)
                everythingChanged = true;
            seenVersion = Math.Max(seenVersion, version);
            changedPages.UnionWith(pages);
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
        if (watchers == 0 || Current is null)
            await Read(cancellation);
        return Current;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lastReading = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await WaitForWork(stoppingToken);
                if (watchers == 0)
                    continue;
                var rest = lastReading + leastBetweenReadings - time.GetUtcNow();
                if (rest > TimeSpan.Zero)
                    await Task.Delay(rest, time, stoppingToken);
                lastReading = time.GetUtcNow();
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

    private async Task Read(CancellationToken stopping)
    {
        await reading.WaitAsync(stopping);
        var (pages, everything) = TakeChanges();
        try
        {
            var version = await reader.VersionAsync(stopping);
            lock (gate)
            {
                everything |= version > seenVersion;
                seenVersion = Math.Max(seenVersion, version);
            }

            var before = Current;
            var wasStale = StaleSince is not null;
            if (everything || pages.Count > 0 || before is null || reader.IsOutOfDate(before))
                Current = await reader.ReadAsync(before, everything ? null : pages, stopping);
            CheckedAt = time.GetUtcNow();
            StaleSince = null;
            if (wasStale || !ReferenceEquals(before, Current))
                Tell();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The board could not read the store; it shows what it read last.");
            lock (gate)
            {
                changedPages.UnionWith(pages);
                everythingChanged |= everything;
            }

            if (StaleSince is null)
            {
                StaleSince = CheckedAt ?? time.GetUtcNow();
                Tell();
            }
        }
        finally
        {
            reading.Release();
        }
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
                board.watchers--;
            }
        }
    }
}
