namespace Command.Data;

/// <summary>What came with a message beside its text. Named in rules, in lower case; the numbers are stored: never reuse one.</summary>
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
