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
        var spans = tree.PagesUnder(unitId, days.From, days.To);
        var platforms = new List<ReviewPlatform>();
        foreach (var pages in owned.Select(id => tree.Pages[id]).GroupBy(p => p.Platform).OrderBy(g => g.Key))
        {
            // Posts come as events from one platform, as readings from another.
            PageSpan[] own = [.. spans.Select(s => s with { Pages = s.Pages.Where(id => tree.Pages[id].Platform == pages.Key).ToHashSet() })];
            var told = await ToldTotals.ReadAsync(new TotalsRange(db, new PageCoverage(own), days.From, days.To), cancellation);
            var known = pages.Select(p => followers.GetValueOrDefault(p.Id)).OfType<double>().ToList();
            platforms.Add(new ReviewPlatform(
                pages.Key,
                pages.Count(),
                counted.OfPlatform(tree, pages.Key, Metric.Messages),
                Collected(Metric.Posts),
                Collected(Metric.Interactions),
                known.Count == 0 ? null : known.Sum(),
                known.Count,
                tipoffs.FirstOrDefault(t => t.Key == pages.Key.ToString())?.Ratio ?? TipoffRatio.None));

            long? Collected(Metric of) =>
                (counted.OfPlatform(tree, pages.Key, of) ?? 0) + (long)(told.GetValueOrDefault(of.Id)?.Sum ?? 0) is > 0 and var sum ? sum : null;
        }

        return platforms;
    }
}
