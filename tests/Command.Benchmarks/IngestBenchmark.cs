namespace Command.Benchmarks;

/// <summary>Durable ingest against the bare endpoint of the same host, in turns.</summary>
internal static class IngestBenchmark
{
    public const int Connections = 64;

    /// <summary>Until the runtime has compiled what is hot for good: that costs a fifth of the processor for some seconds, of days.</summary>
    public static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);

    /// <summary>Short and many: what a neighbour on the machine takes, he then takes from both of a pair.</summary>
    private const int Turns = 9;

    private static readonly TimeSpan turn = TimeSpan.FromSeconds(3);

    public static async Task RunAsync(Report report)
    {
        using var folder = new RunFolder();
        using var bare = await ServerProcess.StartBareAsync(folder.Path);
        using var product = await ServerProcess.StartProductAsync(folder.Path);
        var run = 0;
        FloodResult Turn(ServerProcess server, TimeSpan lasting) =>
            Flood.Run(server.Port, Connections, Flood.Ready(SignedPosts.Endless(++run, TimeProvider.System.GetUtcNow())), lasting);

        Turn(bare, Warming);
        Turn(product, Warming);
        var ratios = new List<double>();
        var rates = new List<double>();
        var middle = new List<double>();
        var slow = new List<double>();
        for (var i = 0; i < Turns; i++)
        {
            var yardstick = Turn(bare, turn);
            var before = product.ProcessorTime;
            var durable = Turn(product, turn);
            var cost = (product.ProcessorTime - before) / durable.Accepted.Count;
            ratios.Add(durable.PerSecond / yardstick.PerSecond);
            rates.Add(durable.PerSecond);
            middle.Add(Report.Quantile(durable.Milliseconds, 0.5));
            slow.Add(Report.Quantile(durable.Milliseconds, 0.99));
            Console.WriteLine(
                $"bare {Report.Number(yardstick.PerSecond)}/s, durable {Report.Number(durable.PerSecond)}/s ({Report.Number(cost.TotalMicroseconds)} µs of processor each), ratio {Report.Number(ratios[^1], 3)}, " +
                $"p50 {Report.Number(middle[^1], 1)} ms, p99 {Report.Number(slow[^1], 1)} ms, other answers {durable.Open.Count}");
        }

        var ratio = Report.Median(ratios);
        var p99 = Report.Median(slow);
        report.Add("durable ingest, share of the bare rate", "≥ 0.30 (aim 0.45)", $"{Report.Number(ratio, 3)} ({Report.Number(Report.Median(rates))}/s)", ratio >= 0.30);
        report.Add("durable ingest, p99 of answers", "≤ 25 ms", $"{Report.Number(p99, 1)} ms (p50 {Report.Number(Report.Median(middle), 1)} ms)", p99 <= 25);
    }
}
