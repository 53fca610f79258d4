using Command.Data;
using Command.People;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Api;

/// <summary>Reads a subtree's totals from day rollups and readings: a few set-based queries, whatever its size.</summary>
public sealed class TotalsQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry, TipoffRatios ratios)
{
    /// <returns>No totals when no unit has this key, or when it is out of the asker's sight on a day of the range.</returns>
    public async Task<(Totals? Totals, bool IsOutOfSight)> ReadAsync(Asker asker, string unitKey, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        if (tree.Find(unitKey) is not { } unit)
            return (null, false);
        if (!Days(from, to).All(day => Sight.Of(asker, tree, day).SeesCounts(unit.Id)))
            return (null, true);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);
        var range = new TotalsRange(db, new PageCoverage(tree.PagesUnder(unit.Id, from, to)), from, to);
        var counted = await CountedTotals.ReadAsync(range, cancellation);
        var levels = await LevelTotals.ReadAsync(range, cancellation);
        var told = await ToldTotals.ReadAsync(range, cancellation);
        var byPages = await range.DeclaredByPagesAsync(cancellation);
        var byUnit = await range.DeclaredByUnitAsync(unit.Id, cancellation);

        var tipoffsCollected = await CollectedTipoffsAsync(unit.Id, from, to, cancellation);

        var metrics = new Dictionary<string, MetricTotals>();
        foreach (var metric in Metric.All)
        {
            var declared = Declared.OfUnit(metric, [.. byUnit[metric.Id]]) ?? Declared.OfPages(metric, byPages[metric.Id]);
            if ((CountedTipoffs(metric, tipoffsCollected) ?? Collected(metric, counted, levels, told)) is { } collected)
                metrics.Add(metric.Name, collected with { Declared = declared });
            else if (declared is not null)
                metrics.Add(metric.Name, new MetricTotals(0, null, null) { Declared = declared });
        }

        var tipoffs = Tipoffs.Of(
            tipoffsCollected,
            Declared.OfUnit(Metric.TipoffsReceived, [.. byUnit[Metric.TipoffsReceived.Id]]),
            Declared.OfUnit(Metric.TipoffsValuable, [.. byUnit[Metric.TipoffsValuable.Id]]));
        return (new Totals(unit.Key, from, to, metrics, tipoffs), false);
    }

    /// <summary>A unit moves: it is in sight on some days and not on others.</summary>
    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    /// <summary>Null without a record: unknown is not zero.</summary>
    private async Task<TipoffCounts?> CollectedTipoffsAsync(int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var ratio = await ratios.ReadAsync(unitId, from, to, cancellation);
        return ratio.Received + ratio.Dropped == 0 ? null : new TipoffCounts(ratio.Received, ratio.Valuable, ratio.Pending)
        {
            Awaiting = ratio.Awaiting,
            Dropped = ratio.Dropped,
            Candidates = ratio.Candidates,
            IsInternal = ratio.IsInternal,
            IsProvisional = ratio.IsProvisional,
            Bounds = ratio.Bounds is { } bounds ? [Tipoffs.Rounded(bounds.Low), Tipoffs.Rounded(bounds.High)] : null,
        };
    }

    private static MetricTotals? CountedTipoffs(Metric metric, TipoffCounts? collected) =>
        collected is null ? null
        : metric == Metric.TipoffsReceived ? new MetricTotals(collected.Received, collected.Received, null)
        : metric == Metric.TipoffsValuable ? new MetricTotals(collected.Valuable, collected.Valuable, null)
        : null;

    private static MetricTotals? Collected(
        Metric metric,
        IReadOnlyDictionary<short, MetricTotals> counted,
        IReadOnlyDictionary<short, MetricTotals> levels,
        IReadOnlyDictionary<short, ToldTotal> told) => metric.Form switch
        {
            MetricForm.Counter => Plus(counted.GetValueOrDefault(metric.Id) ?? new MetricTotals(0, 0, null), told.GetValueOrDefault(metric.Id)),
            MetricForm.Duration => counted.GetValueOrDefault(metric.Id) ?? new MetricTotals(0, 0, null),
            MetricForm.Level => levels.GetValueOrDefault(metric.Id),
            _ => told.GetValueOrDefault(metric.Id) is { } total ? new MetricTotals(total.Readings, total.Sum, null) : null,
        };

    /// <summary>What a platform told of pages whose events do not count this metric.</summary>
    private static MetricTotals Plus(MetricTotals events, ToldTotal? told) => told is null
        ? events
        : events with { Count = events.Count + (long)told.Sum, Sum = events.Sum + told.Sum };
}
