namespace Command.Data;

/// <summary>What a unit is to reach in a metric of the leaderboards by the end of a period.</summary>
public sealed class Target
{
    public int UnitId { get; set; }

    /// <summary>Key of the period.</summary>
    public required string Period { get; set; }

    /// <summary>Name of the leaderboard's metric.</summary>
    public required string Metric { get; set; }

    /// <summary>In the metric's own unit: a share 0 to 1, a rate per 10,000 or 1,000 residents.</summary>
    public double Value { get; set; }

    public DateTimeOffset SetAt { get; set; }

    public required string SetBy { get; set; }
}
