using Command.Ranking;

namespace Command.Reviews;

/// <summary>Places units in the funnel of all whose ratio may be compared. Pure.</summary>
public static class UnitFunnel
{
    /// <param name="fewestCases">A unit with fewer has no place, as it has no rank: one tip-off of one is no high ratio.</param>
    /// <returns>Without a funnel where it says nothing: the units as they were.</returns>
    public static (IReadOnlyList<ReviewUnit> Units, Funnel? Funnel) Place(IReadOnlyList<ReviewUnit> units, int fewestCases)
    {
        var shares = units.Where(IsPlaced).Select(ShareOf).ToList();
        return shares.Count < 2 || Funnel.Of(shares) is not { } funnel
            ? (units, null)
            : ([.. units.Select(u => IsPlaced(u) ? u with { Zone = funnel.Zone(ShareOf(u)) } : u)], funnel);

        bool IsPlaced(ReviewUnit unit) => unit.Tipoffs.IsComparable && unit.Tipoffs.Received >= fewestCases;
    }

    private static Share ShareOf(ReviewUnit unit) => new(unit.Tipoffs.Valuable, unit.Tipoffs.Received);
}
