using Microsoft.Data.Sqlite;

namespace Command.Benchmarks;

/// <summary>The most that is resident while the doors are flooded: ordinarily, with the longest bodies, and while the store is locked.</summary>
internal static class MemoryBenchmark
{
    private const double NeededMegabytes = 400;
    private const int ManyConnections = 512;
    private const int LongText = 255_000;
    private static readonly TimeSpan minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan half = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(Report report)
    {
        await MeasureAsync(report, "ordinary posts, 64 connections, one minute", server =>
            Flood.Run(server.Port, IngestBenchmark.Connections, Flood.Ready(SignedPosts.Endless(1, Now), 1_500_000), minute));
        await MeasureAsync(report, "bodies near 256 KB, 64 connections", server =>
            Flood.Run(server.Port, IngestBenchmark.Connections, Repeated(Flood.Ready(SignedPosts.Endless(2, Now, LongText), 2_000)), half));
        await MeasureAsync(report, $"bodies near 256 KB, {ManyConnections} connections, store locked", (server, folder) =>
        {
            using var locking = Lock(folder);
            return Flood.Run(server.Port, ManyConnections, Repeated(Flood.Ready(SignedPosts.Endless(3, Now, LongText), 2_000)), half);
        });
        await MeasureAsync(report, $"ordinary posts, {ManyConnections} connections, store locked", (server, folder) =>
        {
            using var locking = Lock(folder);
            return Flood.Run(server.Port, ManyConnections, Repeated(Flood.Ready(SignedPosts.Endless(4, Now), 50_000)), half);
        });
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static Task MeasureAsync(Report report, string what, Func<ServerProcess, FloodResult> flood) =>
        MeasureAsync(report, what, (server, _) => flood(server));

    private static async Task MeasureAsync(Report report, string what, Func<ServerProcess, string, FloodResult> flood)
    {
        using var folder = new RunFolder();
        using var server = await ServerProcess.StartProductAsync(folder.Path);
        var result = flood(server, folder.Path);
        var refused = string.Join(", ", result.Refused.Select(r => $"{r.Key}: {Report.Number(r.Value)}"));
        var peak = server.PeakMegabytes;
        report.Add("resident memory, " + what, $"< {NeededMegabytes} MB", $"{Report.Number(peak)} MB ({Report.Number(result.Accepted.Count)} stored{(refused.Length > 0 ? "; " + refused : "")})", peak < NeededMegabytes);
    }

    private static List<byte[]> Repeated(List<byte[]> requests) => [.. Enumerable.Repeat(requests, 200).SelectMany(r => r)];

    private static SqliteConnection Lock(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Product.Store(folder)};Pooling=False");
        connection.Open();
        connection.BeginTransaction(deferred: false);
        return connection;
    }
}
