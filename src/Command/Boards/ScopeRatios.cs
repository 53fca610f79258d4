using Command.Live;
using Command.Tipoffs;
using Command.Units;

namespace Command.Boards;

/// <summary>The valuable-tip ratio of some local days.</summary>
/// <param name="To">The last day, inclusive.</param>
public sealed record RatioSpan(DateOnly From, DateOnly To, TipoffRatio Ratio);

/// <summary>The ratio of a unit with all under it, of this month so far and of the whole month before.</summary>
public sealed record ScopeRatios(RatioSpan Now, RatioSpan Before)
{
    /// <summary>Pure; the subtree is judged on each day.</summary>
    /// <param name="unitId">Null: all units.</param>
    public static ScopeRatios Of(BoardSnapshot snapshot, UnitTree tree, int? unitId)
    {
        var begin = TipoffMonths.FirstDay(snapshot.Today);
        return new ScopeRatios(Of(begin, snapshot.Today), Of(begin.AddMonths(-1), begin.AddDays(-1)));

        RatioSpan Of(DateOnly from, DateOnly to) => new(
            from,
            to,
            TipoffRatio.Of(snapshot.Tipoffs.Counts
                .Where(c => c.From >= from && c.To <= to && (unitId is not { } root || tree.IsUnder(c.UnitId, root, c.To)))
                .Select(c => new StandingCount(c.Standing, c.Internally, c.Count))) with
            {
                Candidates = Math.Max(0, Candidates(from, to)),
            });

        long Candidates(DateOnly from, DateOnly to) =>
            snapshot.Tipoffs.Candidates
                .Where(c => c.From >= from && c.To <= to && tree.PagesUnder(unitId, c.To).Contains(c.PageId))
                .Sum(c => c.Proposed - c.Made)
            + (to == snapshot.Today ? tree.PagesUnder(unitId, to).Sum(page => snapshot.Pages.GetValueOrDefault(page)?.Today.TipoffCandidates ?? 0) : 0);
    }
}
