namespace Command.Data;

/// <summary>What of a message a rule looks at. The numbers are stored: never reuse one.</summary>
public enum RuleTest : byte
{
    /// <summary>A phrase stands in the text; left-out marks and case do not matter.</summary>
    Words = 1,

    /// <summary>The whole text is that of a menu's button.</summary>
    Menu = 2,

    /// <summary>Something of that type is attached.</summary>
    Attachment = 3,

    /// <summary>The resident sent where he is.</summary>
    Location = 4,
}

/// <summary>One rule of a version: of the rules that fit a message the first decides.</summary>
public sealed class MessageRule
{
    public int Version { get; set; }

    /// <summary>1, 2, 3, …; the order in which rules decide.</summary>
    public int Position { get; set; }

    public RuleTest Test { get; set; }

    public MessageKind Kind { get; set; }

    /// <summary>One to a line: phrases, texts of buttons, types of attachments; empty for a location.</summary>
    public required string Texts { get; set; }
}
