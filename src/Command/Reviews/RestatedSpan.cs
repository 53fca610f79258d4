using Command.Comparable;
using Command.Data;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>
/// Reads the period that a review is compared with in the order of the review's last day: what units did that have merged
/// since counts for those who succeeded them, by the shares of the succession.
/// </summary>
internal static class RestatedSpan
{
    private const double Tolerance = 1e-9;

    /// <returns>Null: nothing of the unit has passed from or to another.</returns>
    public static ReviewRestatement? Judge(RestatedTree restated, int unitId, ReviewSpan now, ReviewSpan before)
    {
        var target = new HashSet<int> { unitId };
        var within = restated.Sources(target, now.From, now.To);
        var earlier = restated.Sources(target, before.From, before.To);
        if (within.Any(IsTouched))
            return new ReviewRestatement(RestatementKind.ChangedWithin, Names(restated, within), IsWhole: false);
        if (!earlier.Any(IsTouched))
            return null;
        var placements = earlier.SelectMany(s => s.Units.Values).Where(p => p.IsRestated).ToList();
        return new ReviewRestatement(
            earlier.Any(s => s.Units.Values.Any(p => p.Beside.Count > 0)) ? RestatementKind.SharesUnknown : RestatementKind.Restated,
            Names(restated, earlier),
            placements.All(p => Math.Abs(p.Share - 1) < Tolerance));
    }

    /// <summary>Counts are rounded once, when all parts are summed.</summary>
    public static async Task<SpanFigures> ReadAsync(
        CommandDb db, ComparableFigures comparable, RestatedTree restated, int unitId, ReviewSpan span, CancellationToken cancellation)
    {
        var tree = restated.Tree;
        var sources = restated.Sources(new HashSet<int> { unitId }, span.From, span.To);
        var (counted, levels, told) = (new Sums(), new Sums(), new Sums());
        var (counts, replies) = (new Dictionary<short, double>(), new Dictionary<short, double>());
        foreach (var share in sources.SelectMany(s => s.Units.Values).Select(p => p.Share).Where(s => s > 0).Distinct().Order())
        {
            var pages = Pages(tree, sources, share);
            var range = new TotalsRange(db, new PageCoverage(pages), span.From, span.To);
            counted.Add(await CountedTotals.ReadAsync(range, cancellation), share);
            levels.Add(await LevelTotals.ReadAsync(range, cancellation), share);
            told.Add((await ToldTotals.ReadAsync(range, cancellation)).ToDictionary(t => t.Key, t => new MetricTotals(t.Value.Readings, t.Value.Sum, null)), share);
            var sums = await CountedSums.ReadAsync(db, pages, cancellation);
            foreach (var (metric, count) in sums.Counts)
                counts[metric] = counts.GetValueOrDefault(metric) + share * count;
            foreach (var (bucket, count) in sums.FirstReplies.Buckets)
                replies[bucket] = replies.GetValueOrDefault(bucket) + share * count;
        }

        var declared = await new TotalsRange(db, new PageCoverage([]), span.From, span.To).DeclaredByUnitAsync(unitId, cancellation);
        return new SpanFigures(
            span,
            new SubtreeTotals(counted.All, levels.All, told.All, declared, Array.Empty<Reading>().ToLookup(r => r.Metric)),
            await TipoffsAsync(comparable, tree, sources, span, cancellation),
            new CountedSums(counts.ToDictionary(c => c.Key, c => Whole(c.Value)), Histogram(replies)),
            await db.UnitResidents.AsNoTracking().Where(r => r.UnitId == unitId && r.From <= span.To).OrderByDescending(r => r.From).Select(r => (long?)r.Count).FirstOrDefaultAsync(cancellation));
    }

    private static bool IsTouched(PlacementSpan span) => span.Units.Values.Any(p => p.IsTouched);

    /// <summary>Of those that passed on; not what stood below them.</summary>
    private static IReadOnlyList<string> Names(RestatedTree restated, IReadOnlyList<PlacementSpan> sources)
    {
        var tree = restated.Tree;
        var touched = sources.SelectMany(s => s.Units.Where(u => u.Value.IsTouched).Select(u => (Id: u.Key, s.From))).ToList();
        var ids = touched.Select(t => t.Id).ToHashSet();
        return [.. touched.Where(t => tree.ParentOn(t.Id, t.From) is not { } parent || !ids.Contains(parent)).DistinctBy(t => t.Id).Select(t => tree.NameOf(t.Id, t.From)).Order(StringComparer.Ordinal)];
    }

    private static List<PageSpan> Pages(UnitTree tree, IReadOnlyList<PlacementSpan> sources, double share) =>
    [
        .. sources.SelectMany(s => ComparableFigures.Owned(tree, [.. s.Units.Where(u => u.Value.Share == share).Select(u => u.Key)], s.From, s.To))
            .Select(p => new PageSpan(p.From, p.To, p.Pages.ToHashSet())),
    ];

    private static async Task<TipoffRatio> TipoffsAsync(ComparableFigures comparable, UnitTree tree, IReadOnlyList<PlacementSpan> sources, ReviewSpan span, CancellationToken cancellation)
    {
        var sum = Figure.Nothing;
        foreach (var (_, day) in (await comparable.ReadAsync(Measure.ValuableRatio, tree, sources, cancellation)).Own.Days)
            sum += day;
        return new TipoffRatio(Whole(sum.Of), Whole(sum.Value), Whole(sum.Pending), 0, 0, false);
    }

    private static Histogram Histogram(Dictionary<short, double> buckets)
    {
        var histogram = new Histogram();
        foreach (var (bucket, count) in buckets)
            histogram.Add(bucket, Whole(count));
        return histogram;
    }

    private static long Whole(double count) => (long)Math.Round(count, MidpointRounding.AwayFromZero);

    /// <summary>Totals of several shares, added up.</summary>
    private sealed class Sums
    {
        private readonly Dictionary<short, (double Count, double? Sum, double? Last)> sums = [];

        public IReadOnlyDictionary<short, MetricTotals> All => sums.ToDictionary(
            s => s.Key, s => new MetricTotals(Whole(s.Value.Count), s.Value.Sum is { } sum ? Whole(sum) : null, s.Value.Last is { } last ? Whole(last) : null));

        public void Add(IReadOnlyDictionary<short, MetricTotals> part, double share)
        {
            foreach (var (metric, totals) in part)
            {
                var (count, sum, last) = sums.GetValueOrDefault(metric);
                sums[metric] = (count + share * totals.Count, Plus(sum, totals.Sum, share), Plus(last, totals.Last, share));
            }
        }

        private static double? Plus(double? sum, double? more, double share) => more is { } known ? (sum ?? 0) + share * known : sum;
    }
}
