namespace Command.Data;

/// <summary>What came of a tip-off. The numbers are stored: never reuse one.</summary>
public enum Outcome : byte
{
    OffenderCaught = 1,
    Surrendered = 2,
    CaseOpened = 3,
    Fined = 4,
    Settled = 5,
    PersonFound = 6,
    PropertyFound = 7,
    Referred = 8,
    NoResult = 9,
}

/// <summary>How often a tip-off led to an outcome: two offenders caught are one row with the count 2.</summary>
public sealed class TipoffOutcome
{
    public long TipoffId { get; set; }

    public Outcome Outcome { get; set; }

    public int Count { get; set; }

    /// <summary>The local day on which it was first noted.</summary>
    public DateOnly Day { get; set; }
}
