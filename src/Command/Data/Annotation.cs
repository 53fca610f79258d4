namespace Command.Data;

/// <summary>The numbers are stored: never reuse one.</summary>
public enum AnnotationKind : byte
{
    Campaign = 1,
    Tet = 2,
    Outage = 3,
    Other = 4,
}

/// <summary>What happened on some local days that whoever compares figures must know.</summary>
public sealed class Annotation
{
    public const int LongestText = 300;

    public int Id { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly To { get; set; }

    /// <summary>Null: it concerns everybody.</summary>
    public int? UnitId { get; set; }

    public AnnotationKind Kind { get; set; }

    public required string Text { get; set; }

    public required string MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }
}
