namespace Command.Benchmarks;

/// <summary>The one list of what is measured; adding a benchmark is one line here.</summary>
internal static class Benchmarks
{
    private static readonly (string Name, Func<Report, Task> Run)[] all =
    [
        ("start", StartBenchmark.RunAsync),
        ("ingest", IngestBenchmark.RunAsync),
        ("full", FullStoreBenchmark.RunAsync),
        ("board", BoardBenchmark.RunAsync),
        ("memory", MemoryBenchmark.RunAsync),
        ("kill", KillBenchmark.RunAsync),
        ("tipoffs", TipoffsBenchmark.RunAsync),
        ("leaderboard", LeaderboardBenchmark.RunAsync),
        ("deck", DeckBenchmark.RunAsync),
    ];

    /// <param name="names">None: all of them.</param>
    public static async Task<int> RunAsync(string[] names)
    {
        if (names.Except(all.Select(b => b.Name)).FirstOrDefault() is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no benchmark '{unknown}'; there are: {string.Join(", ", all.Select(b => b.Name))}.");
            return 1;
        }

        var report = new Report();
        foreach (var (name, run) in all.Where(b => names.Length == 0 || names.Contains(b.Name)))
        {
            Console.WriteLine($"\n== {name}");
            await run(report);
        }

        report.Print();
        return 0;
    }
}
