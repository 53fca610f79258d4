using Command.Data;
using Command.Ranking;
using Command.Units;

namespace Command.Reviews;

/// <summary>Which units need attention, by rules that a slide can print. Pure.</summary>
internal static class ReviewAttentions
{
    /// <summary>A page without an event for so many days at the period's end is silent.</summary>
    public const int SilentDays = 30;

    /// <summary>Under this share answered in time a unit stands out.</summary>
    private const double FewInTime = 0.8;

    private const int FewestDue = 20;

    /// <summary>Under this part of the whole unit's coverage a unit stands out.</summary>
    private const double LittleCoverage = 0.5;

    private const int MostNames = 5;

    public static IReadOnlyList<ReviewAttention> Of(
        UnitTree tree, int root, DateOnly to, IReadOnlyList<ReviewUnit> units, CountedPages pages, IReadOnlyDictionary<int, long> waiting, IReadOnlyDictionary<int, int> overdue, double? coverage)
    {
        var silent = pages.LastDays.Count == 0 ? [] : Silent(tree, root, to, pages);
        var found = new List<ReviewAttention>();
        foreach (var unit in units)
        {
            var id = tree.Find(unit.Key)!.Id;
            if (overdue.TryGetValue(id, out var late))
                found.Add(Of(unit, AttentionKind.OverdueTipoffs, late, unit.Tipoffs.Received));
            if (!unit.IsOwn && waiting.TryGetValue(id, out var waits))
                found.Add(Of(unit, AttentionKind.Waiting, waits));
            if (unit.FellDue >= FewestDue && unit.InTime < FewInTime * unit.FellDue)
                found.Add(Of(unit, AttentionKind.LateReplies, unit.FellDue - unit.InTime, unit.FellDue));
            if (unit.Zone is FunnelZone.Low or FunnelZone.FarLow)
                found.Add(Of(unit, AttentionKind.BelowFunnel, unit.Tipoffs.Valuable, unit.Tipoffs.Received));
            if (unit is { Followers: { } followers, Residents: > 0 and var residents } && coverage is { } whole && followers / residents < LittleCoverage * whole)
                found.Add(Of(unit, AttentionKind.LowCoverage, followers, residents));
            if (silent.GetValueOrDefault(id) is { Count: > 0 } names)
                found.Add(Of(unit, AttentionKind.SilentPages, names.Count) with { Names = [.. names.Take(MostNames)] });
        }

        return [.. found.OrderBy(a => a.Kind == AttentionKind.OverdueTipoffs ? 0 : 1).ThenBy(a => a.Kind)];
    }

    private static ReviewAttention Of(ReviewUnit unit, AttentionKind kind, double count, double? of = null) => new(unit.Key, unit.Name, kind, count, of);

    /// <summary>Groups have no events of their own, and YouTube sends none.</summary>
    private static Dictionary<int, List<string>> Silent(UnitTree tree, int root, DateOnly to, CountedPages pages) => tree.PagesUnder(root, to)
        .Select(id => tree.Pages[id])
        .Where(p => p.Key is not null && p.Platform is Platform.Zalo or Platform.Facebook)
        .Where(p => !pages.LastDays.TryGetValue(p.Id, out var last) || last <= to.AddDays(-SilentDays))
        .GroupBy(p => CountedPages.PartOf(tree, root, tree.OwnerOn(p.Id, to)!.Value, to))
        .ToDictionary(g => g.Key, g => g.Select(p => p.Name ?? p.Key!).Order(StringComparer.Ordinal).ToList());
}
