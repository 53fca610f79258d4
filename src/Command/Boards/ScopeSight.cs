using Command.People;
using Command.Units;

namespace Command.Boards;

/// <summary>Pure: which scope an asker gets, and what of its view he does not.</summary>
internal static class ScopeSight
{
    /// <summary>Whoever names no scope gets his own unit. Null: what he names is not there, or not in his sight.</summary>
    public static Scope? Resolve(Sight sight, UnitTree tree, Scope asked, DateOnly day)
    {
        if (asked == Scope.Whole && sight.RootUnitId is { } root)
            return tree.Units.TryGetValue(root, out var own) ? new Scope(own.Key, null) : null;
        return IsOutOfSight(sight, tree, asked, day) ? null : asked;
    }

    public static bool IsOutOfSight(Sight sight, UnitTree tree, Scope asked, DateOnly day)
    {
        if (asked.PageKey is { } pageKey)
            return tree.FindPage(pageKey) is { } page && !(tree.OwnerOn(page.Id, day) is { } owner ? sight.SeesCounts(owner) : sight.SeesEverything);
        return asked.UnitKey is { } unitKey && tree.Find(unitKey) is { } unit && !sight.SeesCounts(unit.Id);
    }

    /// <summary>Units above the own one are no way to go, and single events not for everybody.</summary>
    public static BoardView Cut(Sight sight, UnitTree tree, BoardView view) => view with
    {
        Path = sight.RootUnitId is null ? view.Path : [.. view.Path.Where(step => tree.Find(step.Key) is { } unit && sight.SeesCounts(unit.Id))],
        Feed = sight.SeesSingles ? view.Feed : null,
    };

    /// <summary>The part of the list that stands under the unit.</summary>
    public static IReadOnlyList<(string Key, string Name, int Depth)> Under(UnitTree tree, int root, IReadOnlyList<(string Key, string Name, int Depth)> units)
    {
        var first = tree.Units.TryGetValue(root, out var own) ? units.TakeWhile(u => u.Key != own.Key).Count() : units.Count;
        if (first == units.Count)
            return [];
        var depth = units[first].Depth;
        return [(units[first].Key, units[first].Name, 0), .. units.Skip(first + 1).TakeWhile(u => u.Depth > depth).Select(u => (u.Key, u.Name, u.Depth - depth))];
    }
}
