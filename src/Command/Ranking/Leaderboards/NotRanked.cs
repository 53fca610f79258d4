namespace Command.Ranking.Leaderboards;

public enum NotRankedReason
{
    /// <summary>Fewer cases than a rank can stand on.</summary>
    TooFew,

    /// <summary>Under 90 % of the tip-offs are decided.</summary>
    Provisional,

    /// <summary>Something in the ratio was confirmed within the unit itself.</summary>
    Internal,

    ResidentsUnknown,

    /// <summary>A page has no reading of its followers.</summary>
    ReadingUnknown,

    /// <summary>Too few units or cases to know how the group lies, and no sealed period to take it from.</summary>
    GroupTooSmall,

    /// <summary>Composite: under half of the weights are known.</summary>
    WeightsUnknown,
}

/// <summary>A unit that is listed apart, with what is known of it.</summary>
/// <param name="Bounds">Of a provisional ratio.</param>
/// <param name="KnownWeight">Of a composite score: share of the weights that are known.</param>
public sealed record NotRanked(string Unit, NotRankedReason Reason, double Count, double? Of, Interval? Bounds = null, double? KnownWeight = null);
