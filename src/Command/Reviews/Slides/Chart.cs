namespace Command.Reviews.Slides;

/// <summary>
/// A native chart with its own workbook inside the file. Numbers are raw: a ratio is 0.2496, and Office formats it in its
/// reader's way.
/// </summary>
/// <param name="Name">Stable and unlike any other in the deck: `tipoffs.by-month`. A template's chart of this name is filled.</param>
/// <param name="Title">Shown small above the chart; says what is counted.</param>
/// <param name="AltText">What a screen reader says of it: the shape and its two or three numbers.</param>
public abstract record Chart(string Name, string Title, string AltText) : Block
{
    /// <summary>What the graphic is called on its slide.</summary>
    internal virtual string GraphicName => Name;
}

public enum NumberFormat
{
    /// <summary>`#,##0`</summary>
    Count,

    /// <summary>`0.0%` of a share between 0 and 1.</summary>
    Percent,
}
