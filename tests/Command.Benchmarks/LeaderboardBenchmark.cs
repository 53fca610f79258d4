using System.Diagnostics;
using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>
/// Leaderboards of a generated nation, over any period. Each is asked a first time, computed from counted days, and then
/// again, served from memory; one group that holds all units is printed beside.
/// </summary>
internal static class LeaderboardBenchmark
{
    private const double NeededMilliseconds = 150;

    /// <summary>Every fourth group is asked over every period and metric: some six hundred boards.</summary>
    private const int EveryGroup = 4;

    private static readonly string[] periods =
        ["2026-11", "2026-07", "2026-W30", "police-2026-11", "2026-Q3", "police-2026-H1", "2026-H1", "2026", "2026-02-10..2026-05-05"];

    public static async Task RunAsync(Report report)
    {
        await using var services = await NationStore.OpenAsync(NationBenchmark.Year);
        var query = services.GetRequiredService<LeaderboardQuery>();
        var everything = new Asker(Role.Administrator, null, 1, "benchmark");

        var first = new List<double>();
        var again = new List<double>();
        var asked = Enumerable.Range(0, NationStore.Provinces).Where(g => g % EveryGroup == 0).SelectMany(g => periods.SelectMany(p => LeaderboardMetric.All.Select(m => (Group: NationStore.Group(g), Period: p, Metric: m.Name)))).ToList();
        foreach (var ask in asked)
        {
            first.Add(await TimeAsync(query, everything, ask));
            again.Add(await TimeAsync(query, everything, ask));
        }

        await ChangeAsync(services);
        var changed = new List<double>();
        foreach (var ask in asked)
            changed.Add(await TimeAsync(query, everything, ask));

        var size = $"{Report.Number(NationStore.Wards)} units, {Report.Number(NationStore.Pages)} pages";
        Add(report, $"a leaderboard asked again ({size}), p95", again, isNeeded: true);
        Add(report, "a leaderboard after something changed, p95", changed, isNeeded: true);
        Add(report, "a leaderboard asked for the first time, p95", first, isNeeded: true);
        foreach (var metric in LeaderboardMetric.All)
        {
            var ask = (NationStore.Everybody, "2026-02-01..2027-01-31", metric.Name);
            report.Add($"all {Report.Number(NationStore.Wards)} units in one group, {metric.Name}, first", "", $"{Report.Number(await TimeAsync(query, everything, ask))} ms", null);
        }
    }

    private static void Add(Report report, string what, List<double> took, bool isNeeded)
    {
        var p95 = Report.Quantile(took, 0.95);
        report.Add(what, $"≤ {Report.Number(NeededMilliseconds)} ms", $"{Report.Number(p95, 1)} ms (median {Report.Number(Report.Median(took), 1)} ms)", isNeeded ? p95 <= NeededMilliseconds : null);
    }

    private static async Task<double> TimeAsync(LeaderboardQuery query, Asker asker, (string Group, string Period, string Metric) ask)
    {
        var clock = Stopwatch.GetTimestamp();
        var (view, fault) = await query.ReadAsync(asker, ask.Group, ask.Period, ask.Metric, null, CancellationToken.None);
        return view is null ? throw new InvalidOperationException($"{ask}: {fault}") : Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }

    private static async Task ChangeAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        await db.CountChangeAsync(CancellationToken.None);
    }
}
