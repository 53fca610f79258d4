using Command.Data;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;

namespace Command.Reviews;

/// <summary>Reads the pages of a subtree by platform.</summary>
internal static class ReviewPlatformsReader
{
    public static async Task<IReadOnlyList<ReviewPlatform>> ReadAsync(
        CommandDb db, UnitTree tree, int unitId, DateOnly to, CountedPages counted, IReadOnlyList<TipoffBreakdown> tipoffs, CancellationToken cancellation)
    {
        int[] owned = [.. tree.PagesUnder(unitId, to)];
        var followers = await LastReadings.ReadAsync(db, owned, Metric.Followers, to, cancellation);
        return
        [
            .. owned.Select(id => tree.Pages[id]).GroupBy(p => p.Platform).OrderBy(g => g.Key).Select(pages =>
            {
                var known = pages.Select(p => followers.GetValueOrDefault(p.Id)).OfType<double>().ToList();
                return new ReviewPlatform(
                    pages.Key,
                    pages.Count(),
                    counted.OfPlatform(tree, pages.Key, Metric.Messages),
                    Told(Metric.Posts),
                    Told(Metric.Interactions),
                    known.Count == 0 ? null : known.Sum(),
                    known.Count,
                    tipoffs.FirstOrDefault(t => t.Key == pages.Key.ToString())?.Ratio ?? TipoffRatio.None);

                long? Told(Metric of) => counted.OfPlatform(tree, pages.Key, of) is > 0 and var sum ? sum : null;
            }),
        ];
    }
}
