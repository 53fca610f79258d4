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
        var read = await SubtreeTotals.ReadAsync(db, tree, unit.Id, from, to, cancellation);
        var tipoffsCollected = await CollectedTipoffsAsync(unit.Id, from, to, cancellation);

        var metrics = new Dictionary<string, MetricTotals>();
        foreach (var metric in Metric.All)
        {
            var declared = read.DeclaredOf(metric);
            if ((CountedTipoffs(metric, tipoffsCollected) ?? read.Collected(metric)) is { } collected)
                metrics.Add(metric.Name, collected with { Declared = declared });
            else if (declared is not null)
                metrics.Add(metric.Name, new MetricTotals(0, null, null) { Declared = declared });
        }

        var tipoffs = Tipoffs.Of(tipoffsCollected, read.DeclaredOfUnit(Metric.TipoffsReceived), read.DeclaredOfUnit(Metric.TipoffsValuable));
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
}
