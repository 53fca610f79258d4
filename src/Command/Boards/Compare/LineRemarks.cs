using Command.Comparable;
using Command.Periods;
using Command.Units;

namespace Command.Boards.Compare;

/// <summary>What happened to a unit that its line does not show. Pure.</summary>
internal static class LineRemarks
{
    /// <summary>Of what platforms tell of whole ranges of days.</summary>
    public static IEnumerable<Remark> OfRanges(FigureDays days, IReadOnlyList<Bucket> buckets, Step step)
    {
        if (days.Unsummed.Count > 0)
            yield return new Remark(RemarkKind.NotSummed, []) { Days = days.Unsummed };
        var ranges = days.Own.Ranges.Select(r => r.Days).Distinct().Order(Comparer<Bucket>.Create((a, b) => a.From.CompareTo(b.From))).ToList();
        var standing = ranges.Where(r => buckets.Any(b => b.Holds(r, step))).ToList();
        if (standing.Exists(r => !buckets.Any(b => b.Holds(r, null))))
            yield return new Remark(RemarkKind.OwnRanges, []);
        if (ranges.Count > standing.Count)
            yield return new Remark(RemarkKind.LongRanges, []) { Days = [.. ranges.Except(standing)] };
    }

    public static IEnumerable<Remark> Of(RestatedTree restated, int unit, Period period, IReadOnlyList<PlacementSpan> sources, FigureDays days)
    {
        var (tree, order) = (restated.Tree, restated.Order);
        var predecessors = sources.SelectMany(s => s.Units).Where(u => u.Value.IsRestated).Select(u => u.Key).Distinct().ToList();
        if (predecessors.Count > 0)
            yield return new Remark(RemarkKind.RestatedFrom, Names(predecessors));
        if (restated.Successors(unit, period.From) is { Count: > 0 } successors)
            yield return new Remark(RemarkKind.PassedInto, [.. successors.Select(id => tree.NameOf(id, order)).Order()]);
        if (tree.NameOf(unit, period.From) is var before && before != tree.NameOf(unit, order))
            yield return new Remark(RemarkKind.WasCalled, [before]);
        foreach (var day in tree.ChangesIn(period.From, order))
        {
            if (tree.ParentOn(unit, day.AddDays(-1)) is { } parent && tree.VersionOn(unit, day) is not null && tree.VersionOn(parent, day) is null)
                yield return new Remark(RemarkKind.ParentEnded, tree.ParentOn(unit, day) is { } now ? [tree.NameOf(parent, day), tree.NameOf(now, day)] : [tree.NameOf(parent, day)], day);
        }

        if (days.Unread.Count > 0)
        {
            var (day, (unread, pages)) = days.Unread.MaxBy(u => u.Key);
            yield return new Remark(RemarkKind.PagesUnread, [$"{unread}", $"{pages}"], day);
        }

        if (days.FirstDay is { } first && first > period.From && first <= period.To)
            yield return new Remark(RemarkKind.BeginsLater, [], first);

        IReadOnlyList<string> Names(IEnumerable<int> units) => [.. units.Select(id => tree.NameOf(id, period.From)).Order()];
    }
}
