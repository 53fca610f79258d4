using Command.Tipoffs;

namespace Command.Boards.OneUnit;

/// <summary>The page of one unit as one reader may see it: sums and the health of pages, no single records.</summary>
/// <param name="Path">Units above that are in sight, from the top.</param>
/// <param name="Open">What must be done now, whatever the period.</param>
/// <param name="Agreement">Of second looks taken in the period.</param>
/// <param name="Months">The twelve months that end with the period's last one; a month without tip-offs stands too.</param>
/// <param name="Children">Units directly below, with all under them.</param>
/// <param name="Peers">The peer group as far as the reader may compare, the unit itself among them; by name.</param>
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
    /// <summary>What documents say of the period.</summary>
    public DeclaredFigures Declared { get; init; } = DeclaredFigures.None;

    /// <summary>All days that documents speak of; null: of none.</summary>
    public UnitPeriod? Published { get; init; }
}

/// <summary>One unit among others: aggregates only.</summary>
/// <param name="IsInSight">Its page and records are for this reader; of the others only what stands here.</param>
public sealed record UnitComparison(string Key, string Name, TipoffRatio Ratio, bool IsOwn, bool IsInSight);

/// <summary>What a reader gets who asks for a unit by its key.</summary>
/// <param name="IsOutOfSight">The unit is there, but not for him.</param>
public sealed record UnitAnswer(UnitFigures? Figures, bool IsOutOfSight)
{
    public static readonly UnitAnswer Unknown = new(null, false);
    public static readonly UnitAnswer OutOfSight = new(null, true);
}
