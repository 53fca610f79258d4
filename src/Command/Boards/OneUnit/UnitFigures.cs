using Command.Ranking.Leaderboards;
using Command.Tipoffs;

namespace Command.Boards.OneUnit;

/// <summary>The page of one unit as one reader may see it: sums and the health of pages, no single records.</summary>
/// <param name="Path">Units above that are in sight, from the top.</param>
/// <param name="Open">What must be done now, whatever the period.</param>
/// <param name="Agreement">Of second looks taken in the period.</param>
/// <param name="Months">The twelve months that end with the period's last one; a month without tip-offs stands too.</param>
/// <param name="Children">Units directly below on any day of the period, each with all under it on its days here.</param>
/// <param name="Peers">The peer group of the period's last day as far as the reader may compare, the unit itself among them; by name.</param>
/// <param name="Health">Its pages and those below it, the silent ones first.</param>
/// <param name="SeesRecords">Numbers are links to their records.</param>
public sealed record UnitFigures(
    string Key,
    string Name,
    IReadOnlyList<(string Key, string Name)> Path,
    UnitPeriod Period,
    DateOnly Today,
    OpenTipoffs Open,
    TipoffRatio Ratio,
    Agreement Agreement,
    IReadOnlyList<TipoffBreakdown> Months,
    IReadOnlyList<TipoffBreakdown> Categories,
    IReadOnlyList<TipoffBreakdown> Platforms,
    IReadOnlyList<TipoffBreakdown> Pages,
    IReadOnlyList<UnitComparison> Children,
    IReadOnlyList<UnitComparison> Peers,
    IReadOnlyList<RegisteredPage> Health,
    bool SeesRecords)
{
    /// <summary>By indicator: where the unit stands in its group in the month that ends the period, as far as the reader sees it.</summary>
    public IReadOnlyList<LeaderboardView> Places { get; init; } = [];

    /// <summary>By measure: twelve months of the unit alone; empty where the reader did not see it on all of these days.</summary>
    public IReadOnlyList<Compare.Comparison> Courses { get; init; } = [];

    /// <summary>What neither child had: received by the unit itself.</summary>
    public TipoffRatio Direct => Children.Aggregate(Ratio, (left, child) => new TipoffRatio(
        left.Received - child.Ratio.Received, left.Valuable - child.Ratio.Valuable, left.Pending - child.Ratio.Pending,
        left.Awaiting - child.Ratio.Awaiting, left.Dropped - child.Ratio.Dropped, left.IsInternal));

    /// <summary>What documents say of the period.</summary>
    public DeclaredFigures Declared { get; init; } = DeclaredFigures.None;

    /// <summary>All days that documents speak of; null: of none.</summary>
    public UnitPeriod? Published { get; init; }

    /// <summary>The months with what units before it did, in today's order; null: nothing passed into it or out of it in these months.</summary>
    public Compare.Comparison? Restated { get; init; }
}

/// <summary>One unit among others: aggregates only.</summary>
/// <param name="IsInSight">Its page and records are for this reader; of the others only what stands here.</param>
public sealed record UnitComparison(string Key, string Name, TipoffRatio Ratio, bool IsOwn, bool IsInSight)
{
    /// <summary>Of a unit that stood here on some days only; null: the whole period.</summary>
    public UnitPeriod? Days { get; init; }
}

/// <summary>What a reader gets who asks for a unit by its key.</summary>
/// <param name="IsOutOfSight">The unit is there, but not for him.</param>
public sealed record UnitAnswer(UnitFigures? Figures, bool IsOutOfSight)
{
    public static readonly UnitAnswer Unknown = new(null, false);
    public static readonly UnitAnswer OutOfSight = new(null, true);
}
