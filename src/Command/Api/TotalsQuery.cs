using Command.Data;
using Command.People;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Api;

/// <summary>Reads a subtree's totals from day rollups and readings: a few set-based queries, whatever its size.</summary>
public sealed class TotalsQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry)
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
        var range = new TotalsRange(db, new PageCoverage(tree.PagesUnder(unit.Id, from, to)), from, to);
        var counted = await CountedTotals.ReadAsync(range, cancellation);
        var levels = await LevelTotals.ReadAsync(range, cancellation);
        var told = await ToldTotals.ReadAsync(range, cancellation);
        var byPages = await range.DeclaredByPagesAsync(cancellation);
        var byUnit = await range.DeclaredByUnitAsync(unit.Id, cancellation);

        var metrics = new Dictionary<string, MetricTotals>();
        foreach (var metric in Metric.All)
        {
            var declared = Declared.OfUnit(metric, [.. byUnit[metric.Id]]) ?? Declared.OfPages(metric, byPages[metric.Id]);
            if (Collected(metric, counted, levels, told) is { } collected)
                metrics.Add(metric.Name, collected with { Declared = declared });
            else if (declared is not null)
                metrics.Add(metric.Name, new MetricTotals(0, null, null) { Declared = declared });
        }

        // Tip-offs have no records of their own yet: what is known of them was published.
        var tipoffs = Tipoffs.Of(
            collected: null,
            Declared.OfUnit(Metric.TipoffsReceived, [.. byUnit[Metric.TipoffsReceived.Id]]),
            Declared.OfUnit(Metric.TipoffsValuable, [.. byUnit[Metric.TipoffsValuable.Id]]));
        return (new Totals(unit.Key, from, to, metrics, tipoffs), false);
    }

    /// <summary>A unit moves: it is in sight on some days and not on others.</summary>
    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) => Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

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
