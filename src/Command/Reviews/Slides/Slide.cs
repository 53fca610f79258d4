namespace Command.Reviews.Slides;

/// <summary>
/// One slide. Blocks stand under each other from top to bottom; <see cref="Columns"/> puts some side by side. What is too
/// long (a table's rows, a chart of horizontal bars) goes on under the same title on the slides that follow: "(2/3)".
/// </summary>
/// <param name="Title">What the slide shows or, better, what it says; a real title for outline views and screen readers.</param>
public sealed record Slide(string Title, IReadOnlyList<Block> Blocks)
{
    /// <summary>The first slide: large title, <see cref="Lead"/> as its subtitle.</summary>
    public bool IsCover { get; init; }

    /// <summary>A small label over the title: the part of the review that the slide belongs to.</summary>
    public string? Kicker { get; init; }

    /// <summary>One sentence under the title: what to take home.</summary>
    public string? Lead { get; init; }

    /// <summary>Small print over the footer: definition, n and data time.</summary>
    public string? Footnote { get; init; }

    /// <summary>Speaker notes: the sentence to say. A line break starts a paragraph.</summary>
    public string? Notes { get; init; }
}
