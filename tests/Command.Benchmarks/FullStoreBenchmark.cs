namespace Command.Benchmarks;

/// <summary>The rate with years of events stored against that of an empty store, in turns.</summary>
internal static class FullStoreBenchmark
{
    private const int Turns = 3;

    private static readonly TimeSpan lasting = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Report report)
    {
        using var folder = new RunFolder();
        using var empty = await ServerProcess.StartProductAsync(folder.Path);
        using var full = await ServerProcess.StartProductAsync(await FilledStore.FolderAsync());
        var run = (int)(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() % 100_000_000) * 10;
        FloodResult Turn(ServerProcess server, TimeSpan time) =>
            Flood.Run(server.Port, IngestBenchmark.Connections, Flood.Ready(SignedPosts.Endless(++run, TimeProvider.System.GetUtcNow())), time);

        Turn(empty, IngestBenchmark.Warming);
        Turn(full, IngestBenchmark.Warming);
        var ratios = new List<double>();
        for (var i = 0; i < Turns; i++)
        {
            var yardstick = Turn(empty, lasting);
            var result = Turn(full, lasting);
            ratios.Add(result.PerSecond / yardstick.PerSecond);
            Console.WriteLine(
                $"empty {Report.Number(yardstick.PerSecond)}/s, full {Report.Number(result.PerSecond)}/s, ratio {Report.Number(ratios[^1], 3)}, " +
                $"p99 {Report.Number(Report.Quantile(result.Milliseconds, 0.99), 1)} ms, other answers {result.Open.Count}");
        }

        var ratio = Report.Median(ratios);
        report.Add($"rate with {Report.Number(FilledStore.Events)} events, share of the empty store's", "≥ 0.8", Report.Number(ratio, 3), ratio >= 0.8);
    }
}
