using System.Diagnostics;
using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>
/// Leaderboards of a generated nation, over any period. Each is asked a first time, computed from counted days, and then
/// again, served from memory; likewise of one group that holds all its units.
/// </summary>
internal static class LeaderboardBenchmark
{
    private const double NeededMilliseconds = 150;

    /// <summary>Every fourth group is asked over every period and metric: some six hundred boards.</summary>
    private const int EveryGroup = 4;

    private static readonly string[] periods =
        ["2026-11", "2026-07", "2026-W30", "police-2026-11", "2026-Q3", "police-2026-H1", "2026-H1", "2025-12-01..2026-11-30", "2026-02-10..2026-05-05"];

    /// <summary>That run when the clock stands: their boards are kept ready by the job.</summary>
    private static readonly string[] current = ["2026-W49", "2026-12", "2026-Q4", "2026-H2", "2026", "police-2026-12", "police-2026-Q4", "police-2026-H2", "police-2026"];

    private static readonly string[] own = ["2025-12-02..2026-12-01", "2026-01-20..2026-12-05", "2026-06-11..2026-12-03", "2026-10-20..2026-12-10"];

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
        await OneGroupAsync(report, everything);
    }

    /// <summary>A group of thousands: over periods that nobody has asked of, and over those that the job keeps.</summary>
    private static async Task OneGroupAsync(Report report, Asker everything)
    {
        await using var services = await NationStore.OpenAsync(NationBenchmark.Year);
        var query = services.GetRequiredService<LeaderboardQuery>();
        var unasked = new List<double>();
        foreach (var (period, metric) in own.SelectMany(p => LeaderboardMetric.All.Select(m => (p, m.Name))))
        {
            await ChangeAsync(services);
            unasked.Add(await TimeAsync(query, everything, (NationStore.Everybody, period, metric)));
        }

        var clock = Stopwatch.GetTimestamp();
        var boards = await services.GetRequiredService<LiveLeaderboards>().RefreshAsync(CancellationToken.None);
        report.Add($"the job that keeps {Report.Number(boards)} current leaderboards ready", "", $"{Report.Number(Stopwatch.GetElapsedTime(clock).TotalSeconds, 1)} s", null);
        var kept = new List<double>();
        foreach (var (period, metric) in current.SelectMany(p => LeaderboardMetric.All.Select(m => (p, m.Name))))
            kept.Add(await TimeAsync(query, everything, (NationStore.Everybody, period, metric)));
        var group = $"{Report.Number(NationStore.Wards)} units in one group";
        Add(report, $"{group}, a period that runs, first, p95", kept, isNeeded: true);
        Add(report, $"{group}, days of one's own, first, p95", unasked, isNeeded: false);
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
