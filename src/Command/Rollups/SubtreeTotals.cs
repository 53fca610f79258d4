using Command.Data;
using Command.Units;

namespace Command.Rollups;

/// <summary>What a unit's subtree did over a range of local days, by metric: a few set-based queries, whatever its size. Tip-offs stand apart, in their records.</summary>
public sealed record SubtreeTotals(
    IReadOnlyDictionary<short, MetricTotals> Counted,
    IReadOnlyDictionary<short, MetricTotals> Levels,
    IReadOnlyDictionary<short, MetricTotals> Told,
    ILookup<short, Reading> DeclaredByUnit,
    ILookup<short, Reading> DeclaredByPages)
{
    public static async Task<SubtreeTotals> ReadAsync(CommandDb db, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var range = new TotalsRange(db, new PageCoverage(tree.PagesUnder(unitId, from, to)), from, to);
        return new SubtreeTotals(
            await CountedTotals.ReadAsync(range, cancellation),
            await LevelTotals.ReadAsync(range, cancellation),
            (await ToldTotals.ReadAsync(range, cancellation)).ToDictionary(t => t.Key, t => new MetricTotals(t.Value.Readings, t.Value.Sum, null)),
            await range.DeclaredByUnitAsync(unitId, cancellation),
            await range.DeclaredByPagesAsync(cancellation));
    }

    /// <summary>Null where nothing was read; a counter is 0 when nothing happened.</summary>
    public MetricTotals? Collected(Metric metric) => metric.Form switch
    {
        MetricForm.Counter => Plus(Counted.GetValueOrDefault(metric.Id) ?? new MetricTotals(0, 0, null), Told.GetValueOrDefault(metric.Id)),
        MetricForm.Duration => Counted.GetValueOrDefault(metric.Id) ?? new MetricTotals(0, 0, null),
        MetricForm.Level => Levels.GetValueOrDefault(metric.Id),
        _ => Told.GetValueOrDefault(metric.Id),
    };

    /// <summary>The unit's own figure; where it declares none, that of its pages.</summary>
    public DeclaredTotal? DeclaredOf(Metric metric) => DeclaredOfUnit(metric) ?? Declared.OfPages(metric, DeclaredByPages[metric.Id]);

    public DeclaredTotal? DeclaredOfUnit(Metric metric) => Declared.OfUnit(metric, [.. DeclaredByUnit[metric.Id]]);

    /// <summary>What a platform told of pages whose events do not count this metric.</summary>
    private static MetricTotals Plus(MetricTotals events, MetricTotals? told) => told is null
        ? events
        : events with { Count = events.Count + (long)told.Sum!.Value, Sum = events.Sum + told.Sum };
}
