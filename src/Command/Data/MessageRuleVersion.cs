namespace Command.Data;

/// <summary>All rules at one time. An edit makes a new version; the newest is in force, and none is ever changed.</summary>
public sealed class MessageRuleVersion
{
    /// <summary>1, 2, 3, …</summary>
    public int Number { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public required string MadeBy { get; set; }

    /// <summary>Why, in the maker's words.</summary>
    public required string Note { get; set; }
}
