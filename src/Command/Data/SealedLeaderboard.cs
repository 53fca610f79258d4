namespace Command.Data;

/// <summary>A leaderboard as it was reported: frozen once, and never changed afterwards.</summary>
public sealed class SealedLeaderboard
{
    public int Id { get; set; }

    public required string PeerGroup { get; set; }

    public required string Period { get; set; }

    public required string Metric { get; set; }

    /// <summary>First day of the period; a named period may be removed from the calendar later.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of the period.</summary>
    public DateOnly To { get; set; }

    public DateTimeOffset SealedAt { get; set; }

    public required string SealedBy { get; set; }

    public int WeightsVersion { get; set; }

    /// <summary>JSON: rows, those not ranked, the prior, and what was still open.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 over all of the above.</summary>
    public required byte[] Digest { get; set; }
}

/// <summary>A chief's objection to what was sealed for his unit, and a commander's answer; never a resident's words.</summary>
public sealed class Appeal
{
    public int Id { get; set; }

    public int SealedLeaderboardId { get; set; }

    public int UnitId { get; set; }

    public DateTimeOffset NotedAt { get; set; }

    public required string NotedBy { get; set; }

    public required string Text { get; set; }

    /// <summary>Null while nobody has answered.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    public string? AnsweredBy { get; set; }

    public string? Answer { get; set; }
}
