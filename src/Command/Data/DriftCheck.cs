namespace Command.Data;

/// <summary>A night's comparison of sums with their records: where the next one begins to look for what changed.</summary>
public sealed class DriftCheck
{
    /// <summary>The local day in whose night it ran.</summary>
    public DateOnly Day { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The newest event that it knew of.</summary>
    public long LastEventId { get; set; }

    /// <summary>Days that were compared.</summary>
    public int Days { get; set; }

    /// <summary>Rows that differed.</summary>
    public int Drifts { get; set; }
}
