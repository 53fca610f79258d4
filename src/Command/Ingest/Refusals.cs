using System.Diagnostics.Metrics;
using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Ingest;

/// <summary>Why a door refused a request. Stored and shown: the words are the contract.</summary>
public static class RefusalReason
{
    public const string MissingSignature = "missing_signature";
    public const string WrongSignature = "wrong_signature";
    public const string WrongVerifyToken = "wrong_verify_token";
    public const string TooLarge = "too_large";
    public const string BrokenJson = "broken_json";
}

/// <summary>
/// Counts refused requests in memory and adds them to the database every ten seconds, so that a flood of them costs
/// no write per request. What a crash loses is at most those ten seconds of refusals, never an event.
/// </summary>
public sealed partial class Refusals(
    IDbContextFactory<CommandDb> databases, TimeProvider time, ILogger<Refusals> logger) : BackgroundService
{
    public const string MeterName = "Command.Ingest";

    private static readonly TimeSpan period = TimeSpan.FromSeconds(10);
    private static readonly Meter meter = new(MeterName);
    private static readonly Counter<long> refused = meter.CreateCounter<long>("command.ingest.refused", "{request}", "Requests a door refused");

    private readonly Lock gate = new();
    private readonly SemaphoreSlim flushing = new(1);
    private Dictionary<(DateOnly Day, Platform Platform, string Reason), long> counts = [];

    /// <param name="reason">One of <see cref="RefusalReason"/>: the list is closed, and so is the memory it takes.</param>
    public void Count(Platform platform, string reason)
    {
        refused.Add(1, new("platform", platform.ToString()), new("reason", reason));
        Keep((LocalTime.DayOf(time.GetUtcNow()), platform, reason), 1);
    }

    /// <summary>Adds what was counted to the database; what could not be added stays counted.</summary>
    public async Task FlushAsync(CancellationToken cancellation)
    {
        await flushing.WaitAsync(cancellation);
        try
        {
            var taken = Take();
            try
            {
                foreach (var (key, count) in taken)
                {
                    await AddAsync(key, count, cancellation);
                    taken.Remove(key);
                }
            }
            finally
            {
                foreach (var (key, count) in taken)
                    Keep(key, count);
            }
        }
        finally
        {
            flushing.Release();
        }
    }

    /// <summary>Adds what is left: the doors are closed by then, or what they still refuse is lost with the process.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryFlushAsync(cancellationToken);
    }

    public override void Dispose()
    {
        flushing.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await TryFlushAsync(stoppingToken);
    }

    private async Task TryFlushAsync(CancellationToken cancellation)
    {
        try
        {
            await FlushAsync(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogNotFlushed(failure);
        }
    }

    private async Task AddAsync((DateOnly Day, Platform Platform, string Reason) key, long count, CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var added = await db.Refusals
            .Where(r => r.Day == key.Day && r.Platform == key.Platform && r.Reason == key.Reason)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.Count, r => r.Count + count), cancellation);
        if (added > 0)
            return;

        // Another node may insert the same row first: then this fails, stays counted and is an update next time.
        db.Refusals.Add(new Refusal { Day = key.Day, Platform = key.Platform, Reason = key.Reason, Count = count });
        await db.SaveChangesAsync(cancellation);
    }

    private Dictionary<(DateOnly Day, Platform Platform, string Reason), long> Take()
    {
        lock (gate)
        {
            var taken = counts;
            counts = [];
            return taken;
        }
    }

    private void Keep((DateOnly Day, Platform Platform, string Reason) key, long count)
    {
        lock (gate)
            counts[key] = counts.GetValueOrDefault(key) + count;
    }

    [LoggerMessage(LogLevel.Warning, "Refused requests could not be added to the database; they stay counted in memory.")]
    private partial void LogNotFlushed(Exception failure);
}
