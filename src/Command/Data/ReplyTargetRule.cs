namespace Command.Data;

public enum TargetMeasure : byte
{
    Clock = 1,
    WorkingTime = 2,
}

/// <summary>How soon a message of a kind must be answered by a unit and all under it, from a local day to a local day.</summary>
public sealed class ReplyTargetRule
{
    public int Id { get; set; }

    /// <summary>Null: every unit.</summary>
    public int? UnitId { get; set; }

    /// <summary>Null: every kind.</summary>
    public MessageKind? Kind { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Last local day, inclusive; null while it goes on.</summary>
    public DateOnly? To { get; set; }

    public int Minutes { get; set; }

    public TargetMeasure Measure { get; set; }
}
