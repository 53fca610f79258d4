using Command.Units;

namespace Command.Ranking.Leaderboards;

/// <summary>For whom a page or a unit counts from a day to a day, both inclusive.</summary>
public readonly record struct Credit(int Id, int Member, DateOnly From, DateOnly To);

/// <summary>
/// Which pages and units count for which member of a peer group over a range: its subtree on each day, as everywhere
/// else. Pure.
/// </summary>
public sealed record GroupCredit(IReadOnlyList<Credit> Pages, IReadOnlyList<Credit> Units)
{
    public static GroupCredit Of(UnitTree tree, IReadOnlySet<int> members, DateOnly from, DateOnly to)
    {
        var pages = new Dictionary<(int, int), List<Credit>>();
        var units = new Dictionary<(int, int), List<Credit>>();
        foreach (var (first, last) in tree.Parts(from, to))
        {
            var above = tree.Units.Keys.ToDictionary(id => id, id => MembersAbove(tree, members, id, last));
            foreach (var (id, found) in above)
                Add(units, id, found, first, last);
            foreach (var pageId in tree.Pages.Keys)
            {
                if (tree.OwnerOn(pageId, last) is { } owner)
                    Add(pages, pageId, above[owner], first, last);
            }
        }

        return new GroupCredit([.. pages.Values.SelectMany(c => c)], [.. units.Values.SelectMany(c => c)]);
    }

    private static List<int> MembersAbove(UnitTree tree, IReadOnlySet<int> members, int unitId, DateOnly day)
    {
        var found = new List<int>();
        for (int? current = unitId; current is { } id; current = tree.ParentOn(id, day))
        {
            if (members.Contains(id))
                found.Add(id);
        }

        return found;
    }

    private static void Add(Dictionary<(int, int), List<Credit>> credits, int id, List<int> members, DateOnly first, DateOnly last)
    {
        foreach (var member in members)
        {
            if (!credits.TryGetValue((id, member), out var own))
                credits.Add((id, member), own = []);
            if (own is [.., var before] && before.To.AddDays(1) == first)
                own[^1] = before with { To = last };
            else
                own.Add(new Credit(id, member, first, last));
        }
    }
}
