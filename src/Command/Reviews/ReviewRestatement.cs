namespace Command.Reviews;

public enum RestatementKind
{
    /// <summary>By known shares: the period before stands in the order of the review's last day.</summary>
    Restated,

    /// <summary>A share is unknown: what was before is compared with nothing.</summary>
    SharesUnknown,

    /// <summary>Units merged within the period itself: it is no whole period of the unit, and is compared with nothing.</summary>
    ChangedWithin,
}

/// <summary>What mergers do to the comparison with the period before.</summary>
/// <param name="Predecessors">Names of the units that passed into the one reviewed, or from it into others.</param>
/// <param name="IsWhole">Every predecessor passed on wholly, so that restated counts are still counts.</param>
public sealed record ReviewRestatement(RestatementKind Kind, IReadOnlyList<string> Predecessors, bool IsWhole)
{
    public bool IsComparable => Kind == RestatementKind.Restated;
}
