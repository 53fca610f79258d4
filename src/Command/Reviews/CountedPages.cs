using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>What each page of a subtree counted, credited to the unit directly below the root that owned it on the day.</summary>
/// <param name="LastDays">By page: its last day with an event within the range.</param>
/// <param name="FirstReplies">Durations, by unit directly below the root.</param>
internal sealed record CountedPages(
    IReadOnlyDictionary<(int UnitId, int PageId, short Metric), long> Counts, IReadOnlyDictionary<int, DateOnly> LastDays, IReadOnlyDictionary<int, Histogram> FirstReplies)
{
    /// <summary>Null: none of them counted anything.</summary>
    public long? OfUnit(int unitId, Metric metric) => Sum(Counts.Where(c => c.Key.UnitId == unitId), metric);

    public long? OfPlatform(UnitTree tree, Platform platform, Metric metric) => Sum(Counts.Where(c => tree.Pages[c.Key.PageId].Platform == platform), metric);

    public static async Task<CountedPages> ReadAsync(CommandDb db, UnitTree tree, int root, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var counts = new Dictionary<(int, int, short), long>();
        var lastDays = new Dictionary<int, DateOnly>();
        var replies = new Dictionary<int, Histogram>();
        foreach (var (begin, end, owners) in Owned(tree, root, from, to))
        {
            int[] pages = [.. owners.Keys];
            var sums = await db.RollupDays.AsNoTracking()
                .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.Day >= begin && r.Day <= end)
                .GroupBy(r => new { r.PageId, r.Metric, r.Bucket })
                .Select(g => new { g.Key.PageId, g.Key.Metric, g.Key.Bucket, Count = g.Sum(r => r.Count), Last = g.Max(r => r.Day) })
                .ToListAsync(cancellation);
            foreach (var sum in sums)
            {
                var key = (owners[sum.PageId], sum.PageId, sum.Metric);
                counts[key] = counts.GetValueOrDefault(key) + sum.Count;
                if (sum.Metric == Metric.FirstReply.Id)
                {
                    if (!replies.TryGetValue(key.Item1, out var durations))
                        replies[key.Item1] = durations = new Histogram();
                    durations.Add(sum.Bucket, sum.Count);
                }

                lastDays[sum.PageId] = lastDays.TryGetValue(sum.PageId, out var last) && last > sum.Last ? last : sum.Last;
            }
        }

        return new CountedPages(counts, lastDays, replies);
    }

    /// <summary>The unit directly below the root under which another stands that day; the root for what is its own.</summary>
    public static int PartOf(UnitTree tree, int root, int unitId, DateOnly day) => tree.LineOf(unitId, day).TakeWhile(id => id != root).LastOrDefault(root);

    /// <summary>For whom each page counts, cut where that changes.</summary>
    public static List<(DateOnly From, DateOnly To, Dictionary<int, int> Owners)> Owned(UnitTree tree, int root, DateOnly from, DateOnly to)
    {
        var spans = new List<(DateOnly From, DateOnly To, Dictionary<int, int> Owners)>();
        foreach (var (begin, end) in tree.Parts(from, to))
        {
            var owners = tree.PagesUnder(root, begin).ToDictionary(page => page, page => PartOf(tree, root, tree.OwnerOn(page, begin)!.Value, begin));
            if (spans is [.., var last] && last.Owners.Count == owners.Count && owners.All(o => last.Owners.GetValueOrDefault(o.Key, -1) == o.Value))
                spans[^1] = last with { To = end };
            else
                spans.Add((begin, end, owners));
        }

        return spans;
    }

    private static long? Sum(IEnumerable<KeyValuePair<(int UnitId, int PageId, short Metric), long>> counts, Metric metric)
    {
        var any = false;
        var sum = 0L;
        foreach (var (key, count) in counts)
        {
            any = true;
            sum += key.Metric == metric.Id ? count : 0;
        }

        return any ? sum : null;
    }
}
