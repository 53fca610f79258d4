using Command.Data;

namespace Command.Tipoffs;

/// <summary>One line of the list; no words.</summary>
/// <param name="UnitKey">Of the credited unit; null where its page is not for the reader.</param>
public sealed record TipoffLine(
    string Number,
    TipoffState State,
    Verdict? Verdict,
    TipoffCategory Category,
    Urgency Urgency,
    TipoffSource Source,
    string? UnitKey,
    string UnitName,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? AwaitingSince,
    bool IsRecheckDue);

/// <summary>A page of the list as one reader may see it.</summary>
/// <param name="Ratio">Of the chosen unit and days; null when he sees no sums of it.</param>
/// <param name="From">First day of the ratio.</param>
/// <param name="To">Its last day.</param>
/// <param name="IsUnknownUnit">The address names a unit that is not in his sight.</param>
public sealed record TipoffList(
    IReadOnlyList<TipoffLine> Lines, int Total, TipoffRatio? Ratio, DateOnly From, DateOnly To, bool IsUnknownUnit, DateTimeOffset Now);

/// <summary>What must be done now.</summary>
/// <param name="Waiting">The unit must act.</param>
/// <param name="Overdue">Of these, beyond the limit.</param>
/// <param name="Awaiting">Put up to a second person.</param>
/// <param name="OldestReceivedAt">Of those waiting.</param>
public sealed record OpenTipoffs(int Waiting, int Overdue, int Awaiting, DateTimeOffset? OldestReceivedAt);
