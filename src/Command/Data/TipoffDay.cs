namespace Command.Data;

/// <summary>How a tip-off counts in the ratio. The numbers are stored: never reuse one.</summary>
public enum TipoffStanding : byte
{
    /// <summary>Not assessed yet, or sent back.</summary>
    Pending = 1,

    /// <summary>Assessed as valuable, duplicate or spam; nobody else has agreed yet.</summary>
    Awaiting = 2,
    Valuable = 3,
    NotValuable = 4,
    False = 5,
    Duplicate = 6,
    Spam = 7,
}

/// <summary>
/// Tip-offs by the local day they were received on, credited unit, page, category and standing. Each stands in exactly
/// one row, and moves from row to row in the transaction of the step that moves it.
/// </summary>
public sealed class TipoffDay
{
    public DateOnly Day { get; set; }

    public int UnitId { get; set; }

    /// <summary>0: none; it came by phone or in person.</summary>
    public int PageId { get; set; }

    public TipoffCategory Category { get; set; }

    public TipoffStanding Standing { get; set; }

    /// <summary>Confirmed within the assessing unit, since no other unit exists.</summary>
    public bool Internally { get; set; }

    public long Count { get; set; }
}
