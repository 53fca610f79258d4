namespace Command.Data;

/// <summary>A unit that got a copy of a tip-off. Copies do not count: the tip-off stays credited to its one unit.</summary>
public sealed class TipoffRecipient
{
    public long TipoffId { get; set; }

    public int UnitId { get; set; }

    public DateTimeOffset ForwardedAt { get; set; }
}
