using Command.Ranking;

namespace Command.Reviews;

/// <summary>Places units in the funnel of all whose ratio may be compared. Pure.</summary>
public static class UnitFunnel
{
    /// <summary>One tip-off of one is no high ratio; leaderboards rank nobody with fewer either.</summary>
    private const long FewestCases = 5;

    /// <returns>Without a funnel where it says nothing: the units as they were.</returns>
    public static (IReadOnlyList<ReviewUnit> Units, Funnel? Funnel) Place(IReadOnlyList<ReviewUnit> units)
    {
        var shares = units.Where(IsPlaced).Select(ShareOf).ToList();
        return shares.Count < 2 || Funnel.Of(shares) is not { } funnel
            ? (units, null)
            : ([.. units.Select(u => IsPlaced(u) ? u with { Zone = funnel.Zone(ShareOf(u)) } : u)], funnel);
    }

    private static bool IsPlaced(ReviewUnit unit) => unit.Tipoffs is { IsComparable: true, Received: >= FewestCases };

    private static Share ShareOf(ReviewUnit unit) => new(unit.Tipoffs.Valuable, unit.Tipoffs.Received);
}
