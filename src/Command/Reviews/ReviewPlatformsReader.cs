using Command.Data;
using Command.Periods;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;

namespace Command.Reviews;

/// <summary>Reads the pages of a subtree by platform.</summary>
internal static class ReviewPlatformsReader
{
    public static async Task<IReadOnlyList<ReviewPlatform>> ReadAsync(
        CommandDb db, UnitTree tree, int unitId, Period days, CountedPages counted, IReadOnlyList<TipoffBreakdown> tipoffs, CancellationToken cancellation)
    {
        int[] owned = [.. tree.PagesUnder(unitId, days.To)];
        var followers = await LastReadings.ReadAsync(db, owned, Metric.Followers, days.To, cancellation);
        var platforms = new List<ReviewPlatform>();
        foreach (var pages in owned.Select(id => tree.Pages[id]).GroupBy(p => p.Platform).OrderBy(g => g.Key))
        {
            // Posts come as events from one platform, as readings from another.
            var totals = await SubtreeTotals.ReadAsync(db, tree, unitId, days.From, days.To, cancellation, pages.Key);
            var known = pages.Select(p => followers.GetValueOrDefault(p.Id)).OfType<double>().ToList();
            platforms.Add(new ReviewPlatform(
                pages.Key,
                pages.Count(),
                counted.OfPlatform(tree, pages.Key, Metric.Messages),
                Told(Metric.Posts),
                Told(Metric.Interactions),
                known.Count == 0 ? null : known.Sum(),
                known.Count,
                tipoffs.FirstOrDefault(t => t.Key == pages.Key.ToString())?.Ratio ?? TipoffRatio.None));

            long? Told(Metric of) => totals.Collected(of)?.Sum is > 0 and var sum ? (long)sum : null;
        }

        return platforms;
    }
}
