using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>What pages of a subtree counted over some days, all together.</summary>
/// <param name="FirstReplies">Durations of first replies.</param>
internal sealed record CountedSums(IReadOnlyDictionary<short, long> Counts, Histogram FirstReplies)
{
    /// <summary>Nothing at all was counted: then nobody listened, and nothing is known.</summary>
    public bool IsEmpty => Counts.Count == 0;

    public long Of(Metric metric) => Counts.GetValueOrDefault(metric.Id);

    public static Task<CountedSums> ReadAsync(CommandDb db, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation) =>
        ReadAsync(db, tree.PagesUnder(unitId, from, to), cancellation);

    public static async Task<CountedSums> ReadAsync(CommandDb db, IReadOnlyList<PageSpan> spans, CancellationToken cancellation)
    {
        var counts = new Dictionary<short, long>();
        var firstReplies = new Histogram();
        foreach (var span in spans)
        {
            int[] pages = [.. span.Pages];
            var sums = await db.RollupDays.AsNoTracking()
                .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.Day >= span.From && r.Day <= span.To)
                .GroupBy(r => new { r.Metric, r.Bucket })
                .Select(g => new { g.Key.Metric, g.Key.Bucket, Count = g.Sum(r => r.Count) })
                .ToListAsync(cancellation);
            foreach (var sum in sums)
            {
                counts[sum.Metric] = counts.GetValueOrDefault(sum.Metric) + sum.Count;
                if (sum.Metric == Metric.FirstReply.Id)
                    firstReplies.Add(sum.Bucket, sum.Count);
            }
        }

        return new CountedSums(counts, firstReplies);
    }
}
