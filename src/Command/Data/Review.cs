namespace Command.Data;

/// <summary>
/// A period that a unit reviews: what people wrote about it, and, once frozen, its figures as they were reported. A frozen
/// one never changes; what figures would say now stands beside it.
/// </summary>
public sealed class Review
{
    public int Id { get; set; }

    public int UnitId { get; set; }

    /// <summary>Key of the period.</summary>
    public required string Period { get; set; }

    /// <summary>First day of the period; a named one may be removed from the calendar later.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day of the period.</summary>
    public DateOnly To { get; set; }

    /// <summary>Key of the period that it is compared with; null: with none.</summary>
    public string? Comparison { get; set; }

    public required string Title { get; set; }

    /// <summary>JSON: remarks, commendations, targets.</summary>
    public required string Words { get; set; }

    /// <summary>1, 2, 3, …: the number of the last change. Whoever freezes names the one that he saw.</summary>
    public int Version { get; set; }

    public required string MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public required string EditedBy { get; set; }

    public DateTimeOffset EditedAt { get; set; }

    /// <summary>Null: a draft.</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    public string? FrozenBy { get; set; }

    /// <summary>JSON: the figures as reported.</summary>
    public string? Figures { get; set; }

    /// <summary>SHA-256 over all that was frozen.</summary>
    public byte[]? Digest { get; set; }
}
