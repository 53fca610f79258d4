namespace Command.Ranking.Leaderboards;

/// <summary>
/// Answers that cost much, kept in memory. While nothing has changed, one is served as it is; after a change it is served
/// a little longer, then while a newer one is computed behind it, and no longer than that.
/// </summary>
/// <param name="keptFor">How long an answer is served though something has changed; 0: not at all.</param>
/// <param name="rowsOf">How many rows an answer has: what it weighs.</param>
public sealed class KeptAnswers<TKey, T>(TimeProvider time, TimeSpan keptFor, Func<T, int> rowsOf)
    where TKey : notnull
{
    /// <summary>All answers together: some 150 MB of leaderboards, whether a few of thousands of units or thousands of a hundred.</summary>
    public const int MostRows = 500_000;

    /// <summary>Nobody is shown what is older than so many times <c>keptFor</c>.</summary>
    private const int StaleAtMost = 10;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Entry> entries = [];
    private readonly HashSet<TKey> underWay = [];
    private long asked;

    /// <param name="version">Grows with every change of what answers are computed from.</param>
    /// <param name="mustBeFresh">Nothing is served that was computed before the last change.</param>
    public async Task<(T Answer, DateTimeOffset At)> GetAsync(TKey key, long version, bool mustBeFresh, Func<Task<T>> compute, CancellationToken cancellation)
    {
        var entry = Find(key, version, mustBeFresh, compute);
        return (await entry.Answer.WaitAsync(cancellation), entry.At);
    }

    private Entry Find(TKey key, long version, bool mustBeFresh, Func<Task<T>> compute)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (entries.TryGetValue(key, out var known) && known.Answer is { IsFaulted: false, IsCanceled: false })
            {
                known.Asked = ++asked;
                if (known.Version == version)
                    return known;
                var age = now - known.At;
                if (!mustBeFresh && known.Answer.IsCompletedSuccessfully && age < StaleAtMost * keptFor)
                {
                    if (age >= keptFor && underWay.Add(key))
                        _ = RenewAsync(key, version, now, compute);
                    return known;
                }
            }

            MakeRoom();
            return entries[key] = new Entry(version, now, Task.Run(compute)) { Asked = ++asked };
        }
    }

    private async Task RenewAsync(TKey key, long version, DateTimeOffset now, Func<Task<T>> compute)
    {
        var renewed = Task.Run(compute);
        await ((Task)renewed).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (gate)
        {
            underWay.Remove(key);
            if (renewed.IsCompletedSuccessfully && !(entries.TryGetValue(key, out var known) && known.Version > version))
                entries[key] = new Entry(version, now, renewed) { Asked = asked };
        }
    }

    /// <summary>What nobody has asked of for longest goes first.</summary>
    private void MakeRoom()
    {
        if (entries.Values.Sum(e => 1L + (e.Answer.IsCompletedSuccessfully ? rowsOf(e.Answer.Result) : 0)) < MostRows)
            return;
        foreach (var key in entries.OrderBy(e => e.Value.Asked).Take(entries.Count / 2 + 1).Select(e => e.Key).ToList())
            entries.Remove(key);
    }

    private sealed record Entry(long Version, DateTimeOffset At, Task<T> Answer)
    {
        public long Asked { get; set; }
    }
}
