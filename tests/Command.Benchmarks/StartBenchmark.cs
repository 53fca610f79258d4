namespace Command.Benchmarks;

/// <summary>The built product from the start of its process to its first ready answer.</summary>
internal static class StartBenchmark
{
    private const int Starts = 5;

    public static async Task RunAsync(Report report)
    {
        var first = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            using var fresh = new RunFolder();
            first.Add(await SecondsAsync(fresh.Path));
        }

        Add(report, "start to ready, new store", first);

        var full = await FilledStore.FolderAsync();
        var again = new List<double>();
        for (var i = 0; i < Starts; i++)
            again.Add(await SecondsAsync(full));
        Add(report, $"start to ready, {Report.Number(FilledStore.Events)} events stored", again);
    }

    private static async Task<double> SecondsAsync(string folder)
    {
        using var server = await ServerProcess.StartProductAsync(folder);
        return server.ReadyAfter.TotalSeconds;
    }

    private static void Add(Report report, string what, List<double> seconds)
    {
        var median = Report.Median(seconds);
        report.Add(what, "≤ 3 s", $"{Report.Number(median, 2)} s", median <= 3);
    }
}
