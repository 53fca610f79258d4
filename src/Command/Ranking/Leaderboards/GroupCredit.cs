using Command.Units;

namespace Command.Ranking.Leaderboards;

/// <summary>For whom a page or a unit counts from a day to a day, both inclusive.</summary>
/// <param name="Share">0 exclusive to 1: less where only a part of a predecessor passed to the member.</param>
/// <param name="IsRestated">It counts by a succession's share.</param>
public readonly record struct Credit(int Id, int Member, DateOnly From, DateOnly To, double Share = 1, bool IsRestated = false);

/// <summary>
/// Which pages and units count for which member of a peer group over a range: its subtree on each day, as everywhere
/// else, and what passed to it by known shares; what passed by unknown ones counts for nobody. Pure.
/// </summary>
public sealed record GroupCredit(IReadOnlyList<Credit> Pages, IReadOnlyList<Credit> Units)
{
    public static GroupCredit Of(RestatedTree restated, IReadOnlySet<int> members, DateOnly from, DateOnly to)
    {
        var tree = restated.Tree;
        var pages = new Dictionary<(int, int), List<Credit>>();
        var units = new Dictionary<(int, int), List<Credit>>();
        foreach (var (first, last) in restated.Parts(from, to))
        {
            var above = tree.Units.Keys.Where(id => tree.IsFounded(id, last)).ToDictionary(id => id, id => restated.PlacesOf(id, last, members).Where(p => p.Placement.Share > 0).ToList());
            foreach (var (id, found) in above)
                Add(units, id, found, first, last);
            foreach (var pageId in tree.Pages.Keys)
            {
                if (tree.OwnerOn(pageId, last) is { } owner && above.TryGetValue(owner, out var credited))
                    Add(pages, pageId, credited, first, last);
            }
        }

        return new GroupCredit([.. pages.Values.SelectMany(c => c)], [.. units.Values.SelectMany(c => c)]);
    }

    private static void Add(Dictionary<(int, int), List<Credit>> credits, int id, List<(int Target, Placement Placement)> places, DateOnly first, DateOnly last)
    {
        foreach (var (member, (share, isRestated, _)) in places)
        {
            if (!credits.TryGetValue((id, member), out var own))
                credits.Add((id, member), own = []);
            if (own is [.., var before] && before.To.AddDays(1) == first && (before.Share, before.IsRestated) == (share, isRestated))
                own[^1] = before with { To = last };
            else
                own.Add(new Credit(id, member, first, last, share, isRestated));
        }
    }
}
