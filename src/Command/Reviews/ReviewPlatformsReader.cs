using Command.Data;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>Reads the pages of a subtree by platform.</summary>
internal static class ReviewPlatformsReader
{
    public static async Task<IReadOnlyList<ReviewPlatform>> ReadAsync(
        CommandDb db, UnitTree tree, int unitId, DateOnly to, CountedPages counted, IReadOnlyList<TipoffBreakdown> tipoffs, CancellationToken cancellation)
    {
        int[] owned = [.. tree.PagesUnder(unitId, to)];
        var (metric, end, readings) = (Metric.Followers.Id, LocalTime.StartOf(to.AddDays(1)), db.Readings);
        var followers = await db.Pages.Where(p => EF.Parameter(owned).Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                Value = readings
                    .Where(r => r.PageId == p.Id && r.Metric == metric && r.At < end && r.Source != ReadingSource.Declared)
                    .OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
                    .Select(r => (double?)r.Value).FirstOrDefault(),
            })
            .ToDictionaryAsync(p => p.Id, p => p.Value, cancellation);
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
