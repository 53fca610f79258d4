using System.Diagnostics;
using Command.Api;
using Command.Boards;
using Command.Data;
using Command.Live;
using Command.People;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>
/// The board of the whole nation while pages change, its totals, what closing a day costs after a year and after a quarter of
/// history, and how long it takes to recompute a day from its events.
/// </summary>
internal static class NationBenchmark
{
    public const int Year = 365;
    private const int Quarter = 92;
    private const int Readings = 40;
    private const int PagesChanged = 20;
    private const int Closings = 5;
    private const int Verifications = 3;

    private static readonly Scope whole = new(NationStore.Root, null);
    private static readonly Asker everything = new(Role.Administrator, null, 1, "benchmark");

    public static async Task RunAsync(Report report)
    {
        await using var year = await NationStore.OpenAsync(Year);
        await BoardAsync(report, year);
        await TotalsAsync(report, year);
        await VerifyAsync(report, year);
        var afterYear = await CloseAsync(year);
        await using var quarter = await NationStore.OpenAsync(Quarter);
        var afterQuarter = await CloseAsync(quarter);
        report.Add($"closing a day after {Year} days of history, against {Quarter}", "≤ 1.3 times", $"{Report.Number(afterYear / afterQuarter, 2)} times ({Report.Number(afterYear)} ms, {Report.Number(afterQuarter)} ms)", afterYear / afterQuarter <= 1.3);
    }

    /// <summary>Each time other pages have changed, as under traffic.</summary>
    private static async Task BoardAsync(Report report, ServiceProvider services)
    {
        await HearAsync(services);
        var (board, query) = (services.GetRequiredService<LiveBoard>(), services.GetRequiredService<BoardQuery>());
        var clock = Stopwatch.GetTimestamp();
        await query.ViewAsync(everything, whole, CancellationToken.None);
        report.Add("board of the whole nation, first reading after a start", "", $"{Report.Number(Stopwatch.GetElapsedTime(clock).TotalMilliseconds)} ms", null);
        var took = new List<double>();
        for (var i = 0; i < Readings; i++)
        {
            await using (var db = await services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync())
                board.Changed([.. Enumerable.Range(1 + i * PagesChanged, PagesChanged)], await db.CountChangeAsync(CancellationToken.None));
            clock = Stopwatch.GetTimestamp();
            if (await query.ViewAsync(everything, whole, CancellationToken.None) is not { PageCount: NationStore.Pages })
                throw new InvalidOperationException("It is not the nation's board.");
            took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        var p95 = Report.Quantile(took, 0.95);
        report.Add($"board of the whole nation, {PagesChanged} pages changed", "p95 ≤ 100 ms", $"p95 {Report.Number(p95)} ms (median {Report.Number(Report.Median(took))} ms)", p95 <= 100);
    }

    /// <summary>Every page was heard of within the last hour: a nation that has fallen silent is another board.</summary>
    private static async Task HearAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        var hour = NationStore.Now.AddHours(-1).ToUnixTimeMilliseconds();
        await db.Database.ExecuteSqlRawAsync(
            "INSERT OR IGNORE INTO RollupHours (PageId, SlotUtc, Metric, Bucket, Count, Sum) SELECT Id, {0}, 1, 0, 1 + Id % 5, 1 + Id % 5 FROM Pages; " +
            "INSERT OR IGNORE INTO RollupFiveMinutes (PageId, SlotUtc, Metric, Bucket, Count, Sum) SELECT Id, {0}, 1, 0, 1 + Id % 5, 1 + Id % 5 FROM Pages",
            hour);
    }

    private static async Task TotalsAsync(Report report, ServiceProvider services)
    {
        foreach (var (unit, from) in new[] { ("province-2", new DateOnly(2025, 12, 1)), (NationStore.Root, new DateOnly(2026, 11, 1)), (NationStore.Root, new DateOnly(2025, 12, 1)) })
        {
            var clock = Stopwatch.GetTimestamp();
            var (totals, _) = await services.GetRequiredService<TotalsQuery>().ReadAsync(everything, unit, from, NationStore.LastDay, CancellationToken.None);
            report.Add($"totals of {unit} from {from:yyyy-MM-dd} to {NationStore.LastDay:yyyy-MM-dd}", "", $"{Report.Number(Stopwatch.GetElapsedTime(clock).TotalMilliseconds)} ms", totals!.Metrics["messages"].Count > 0 ? null : false);
        }
    }

    private static async Task VerifyAsync(Report report, ServiceProvider services)
    {
        var took = new List<double>();
        for (var i = 0; i < Verifications; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            var drifts = await services.GetRequiredService<Rebuild>().VerifyAsync(NationStore.LastDay, NationStore.LastDay, CancellationToken.None);
            took.Add(Stopwatch.GetElapsedTime(clock).TotalSeconds);
            if (drifts.Count > 0)
                throw new InvalidOperationException($"{drifts.Count} sums of the nation differ, such as {drifts[0]}.");
        }

        await using var db = await services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        report.Add($"recomputing a day of {Report.Number(await db.Events.CountAsync())} events", "≤ 10 s", $"{Report.Number(Report.Median(took), 1)} s", Report.Median(took) <= 10);
    }

    /// <summary>Closes the same day again and again, each time as if it never had been. Median, in milliseconds.</summary>
    private static async Task<double> CloseAsync(ServiceProvider services)
    {
        var took = new List<double>();
        for (var i = 0; i < Closings; i++)
        {
            await using var db = await services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
            var month = Fold.MonthOf(NationStore.LastDay);
            await db.Database.ExecuteSqlRawAsync(
                "UPDATE DayMarks SET Day = {0} WHERE Name = {1}; " +
                "UPDATE RollupMonths SET Count = RollupMonths.Count - d.Count, Sum = RollupMonths.Sum - d.Sum FROM RollupDays AS d " +
                "WHERE RollupMonths.PageId = d.PageId AND RollupMonths.Month = {2} AND RollupMonths.Metric = d.Metric AND RollupMonths.Bucket = d.Bucket AND d.PageId IN (SELECT Id FROM Pages) AND d.Day = {3}",
                NationStore.LastDay.AddDays(-1), DayMark.SummedThrough, month, NationStore.LastDay);
            var clock = Stopwatch.GetTimestamp();
            if (await services.GetRequiredService<MonthSums>().CloseAsync(CancellationToken.None) != 1)
                throw new InvalidOperationException("One day was to be closed.");
            took.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        if ((await services.GetRequiredService<MonthSums>().VerifyAsync(NationStore.LastDay, CancellationToken.None)).Count > 0)
            throw new InvalidOperationException("The sum of the month is not that of its days.");
        return Report.Median(took);
    }
}
