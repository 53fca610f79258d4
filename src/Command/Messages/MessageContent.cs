namespace Command.Messages;

/// <summary>What came with a message beside its text. Named in rules, in lower case.</summary>
[Flags]
public enum Attachments
{
    None = 0,
    Image = 1,
    Gif = 2,
    Video = 4,
    Audio = 8,
    File = 16,
    Link = 32,
    Sticker = 64,
    BusinessCard = 128,

    /// <summary>Where the resident is.</summary>
    Location = 256,
}

/// <summary>What rules look at in a message.</summary>
public readonly record struct MessageContent(string? Text, Attachments Attachments = Attachments.None);
