using Command.Data;
using Command.Ingest;
using Command.Messages;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>Kills the process outright in the middle of a flood, again and again, and compares what was acknowledged with what is stored and counted.</summary>
internal static class KillBenchmark
{
    private const int Kills = 10;

    public static async Task RunAsync(Report report)
    {
        using var folder = new RunFolder();
        var chance = new Random(1);
        var accepted = new List<byte[]>();
        var lost = 0;
        for (var round = 1; round <= Kills; round++)
        {
            var posts = Flood.Ready(SignedPosts.Endless(round, TimeProvider.System.GetUtcNow()), 100_000);
            FloodResult result;
            using (var server = await ServerProcess.StartProductAsync(folder.Path))
            {
                using var timer = new Timer(_ => server.Kill(), null, 500 + chance.Next(2_000), Timeout.Infinite);
                result = Flood.Run(server.Port, IngestBenchmark.Connections, posts, TimeSpan.FromMinutes(1));
            }

            var missing = await MissingAsync(folder.Path, result.Accepted);
            lost += missing;
            accepted.AddRange(result.Accepted);

            // What had no answer comes again, and some that had one.
            using var again = await ServerProcess.StartProductAsync(folder.Path);
            var repeated = Flood.Run(again.Port, IngestBenchmark.Connections, [.. result.Open, .. result.Accepted.TakeLast(500)], TimeSpan.FromMinutes(1));
            accepted.AddRange(repeated.Accepted.Intersect(result.Open));
            Console.WriteLine($"kill {round}: {result.Accepted.Count} acknowledged, {missing} of them missing, {result.Open.Count} open and sent again, {repeated.Open.Count} of those refused");
        }

        var (stored, counted, drifts) = await CountAsync(folder.Path);
        var missingInTheEnd = await MissingAsync(folder.Path, accepted);
        report.Add(
            $"killed outright {Kills} times",
            "all once",
            $"{Report.Number(accepted.Count)} acknowledged, {lost + missingInTheEnd} lost, {Report.Number(stored)} stored, {Report.Number(counted)} counted, {drifts} rows differ",
            lost + missingInTheEnd == 0 && stored == accepted.Count && counted == accepted.Count && drifts == 0);
    }

    /// <summary>How many of these posts are not stored.</summary>
    private static async Task<int> MissingAsync(string folder, List<byte[]> posts)
    {
        await using var app = Program.Build(Product.Settings(folder));
        var seal = app.Services.GetRequiredService<Seal>();
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        var stored = (await db.Events.Select(e => e.OnceKey).ToListAsync()).Select(k => new Guid(k)).ToHashSet();
        var channel = SignedPosts.Channel();
        var now = TimeProvider.System.GetUtcNow();
        return posts.Count(p => !stored.Contains(new Guid(seal.Close(ZaloWebhook.Read(SignedPosts.BodyOf(p), channel.KnownOas, RuleSet.First, now, default)!.Events[0]).OnceKey)));
    }

    private static async Task<(long Stored, long Counted, int Drifts)> CountAsync(string folder)
    {
        await using var app = Program.Build(Product.Settings(folder));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        var today = LocalTime.DayOf(TimeProvider.System.GetUtcNow());
        var drifts = await app.Services.GetRequiredService<Rebuild>().VerifyAsync(today.AddDays(-1), today.AddDays(1), CancellationToken.None);
        return (await db.Events.LongCountAsync(), await db.RollupDays.Where(r => r.Metric == Metric.Messages.Id).SumAsync(r => r.Count), drifts.Count);
    }
}
