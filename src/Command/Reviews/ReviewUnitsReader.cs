using Command.Data;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;

namespace Command.Reviews;

/// <summary>Reads the units directly below the one reviewed, each with all under it: a few set-based queries for all of them.</summary>
internal sealed class ReviewUnitsReader(TipoffRatios ratios, GroupFigures groups)
{
    private static readonly StringComparer vietnamese = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("vi-VN"), System.Globalization.CompareOptions.None);

    public async Task<IReadOnlyList<ReviewUnit>> ReadAsync(UnitTree tree, int unitId, Period period, CountedPages pages, CancellationToken cancellation)
    {
        var atEnd = tree.ChildrenOn(unitId, period.To);
        int[] parts = [.. tree.Parts(period.From, period.To).SelectMany(p => tree.ChildrenOn(unitId, p.From)).Concat(atEnd).Distinct().Where(id => IsPolice(tree, id, period))];
        var each = await ratios.OfEachAsync(parts, period.From, period.To, cancellation);
        var span = new GroupSpan(RestatedTree.AsReported(tree), parts, period);
        var replies = ByKey(await groups.ReadAsync(LeaderboardMetric.AnsweredInTime, span, cancellation));
        var followers = ByKey(await groups.ReadAsync(LeaderboardMetric.FollowersPer1000, span, cancellation));
        var units = parts.Select(id => Unit(id, isOwn: false, each[id])).OrderBy(u => u.Name, vietnamese).ToList();
        if (parts.Length > 0)
        {
            var own = (await ratios.ByAsync(TipoffDimension.Unit, unitId, period.From, period.To, cancellation)).FirstOrDefault(b => b.Key == tree.Units[unitId].Key)?.Ratio;
            if (own is not null || pages.OfUnit(unitId, Metric.Messages) is not null)
                units.Insert(0, Unit(unitId, isOwn: true, own ?? TipoffRatio.None));
        }

        return units;

        ReviewUnit Unit(int id, bool isOwn, TipoffRatio ratio)
        {
            var key = tree.Units[id].Key;
            var (answered, followed) = isOwn ? (null, null) : (replies.GetValueOrDefault(key), followers.GetValueOrDefault(key));
            return new ReviewUnit(key, tree.NameOf(id, period.To), tree.VersionOn(id, period.To)?.PeerGroup, isOwn, !isOwn && !atEnd.Contains(id), ratio)
            {
                FellDue = (long)(answered?.Of ?? 0),
                InTime = (long)(answered?.Count ?? 0),
                MedianSeconds = pages.FirstReplies.GetValueOrDefault(id)?.MedianSeconds(),
                Durations = pages.FirstReplies.GetValueOrDefault(id)?.Count ?? 0,
                Followers = followed is null or { Apart: NotRankedReason.ReadingUnknown } ? null : followed.Count,
                Residents = followed?.Of * LeaderboardMetric.FollowersPer1000.Per,
                Messages = pages.OfUnit(id, Metric.Messages),
                Posts = pages.OfUnit(id, Metric.Posts) is > 0 and var posts ? posts : null,
            };
        }
    }

    private static bool IsPolice(UnitTree tree, int id, Period period) =>
        (tree.VersionOn(id, period.To) ?? tree.VersionOn(id, period.From))?.Kind != UnitKind.Partner;

    private static Dictionary<string, UnitFigure> ByKey(IEnumerable<UnitFigure> figures) => figures.ToDictionary(f => f.Unit);
}
