namespace Command.Data;

/// <summary>A published set of weights for the composite score. A version is never changed; a new one replaces it.</summary>
public sealed class WeightsVersion
{
    /// <summary>1, 2, 3, …; the highest holds.</summary>
    public int Number { get; set; }

    public DateTimeOffset PublishedAt { get; set; }

    public required string PublishedBy { get; set; }

    /// <summary>Why it was published.</summary>
    public string? Note { get; set; }
}

/// <summary>What one indicator weighs in a version.</summary>
public sealed class Weight
{
    public int Version { get; set; }

    /// <summary>Name of the leaderboard's metric.</summary>
    public required string Metric { get; set; }

    /// <summary>0 to 1; those of a version sum to 1.</summary>
    public double Value { get; set; }

    /// <summary>
    /// What counts as one step of difference, in the metric's own unit: the spread between units of the last sealed year,
    /// with a floor. Fixed with the version, so that noise of the current figures cannot blow it up. Those of version 1 are
    /// estimates, since it came with the product.
    /// </summary>
    public double Scale { get; set; }
}
