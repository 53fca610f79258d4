namespace Command.Reviews.Slides;

/// <summary>A part of a slide. Every text comes formatted; unknown is "—", never 0.</summary>
public abstract record Block;

/// <summary>How a text or a mark is meant: amber waits, red is overdue or broken, nothing else has these colours.</summary>
public enum Tone
{
    Normal,
    Strong,
    Quiet,
    Accent,
    Waits,
    Overdue,
}

/// <summary>Paragraphs and bullets. The type shrinks within bounds; what still does not fit goes on on the next slide.</summary>
public sealed record Prose(IReadOnlyList<Line> Lines) : Block;

/// <param name="Text">One paragraph.</param>
public sealed record Line(string Text, bool IsBullet = false, Tone Tone = Tone.Normal);

/// <summary>Big numbers in a row of at most four, more in further rows.</summary>
public sealed record Figures(IReadOnlyList<Figure> Items) : Block;

/// <param name="Label">Small, above: what is counted.</param>
/// <param name="Value">Big: "1.230", "24,96 %", "—".</param>
/// <param name="Comparison">Below: "cao hơn kỳ trước 12 %"; a ratio's "307/1.230".</param>
/// <param name="Tone">Of the value.</param>
public sealed record Figure(string Label, string Value, string? Comparison = null, Tone Tone = Tone.Normal);

/// <summary>Side by side, each with its share of the width.</summary>
public sealed record Columns(IReadOnlyList<Column> Items) : Block;

/// <param name="Weight">Above 0; relative to the other columns.</param>
public sealed record Column(IReadOnlyList<Block> Blocks, double Weight = 1);

/// <summary>A native table with a repeated head where it goes on on a further slide.</summary>
/// <param name="AltText">What a screen reader says of it.</param>
public sealed record Table(string AltText, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows) : Block;

/// <param name="IsNumber">Numbers stand right, words left.</param>
/// <param name="Weight">Share of the width beside the other columns; null: by what its cells hold.</param>
public sealed record TableColumn(string Heading, bool IsNumber = false, double? Weight = null);

/// <summary>As many cells as there are columns.</summary>
/// <param name="IsStrong">A total, or the unit the review is about.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsStrong = false);

public sealed record TableCell(string Text, Tone Tone = Tone.Normal)
{
    public static implicit operator TableCell(string text) => new(text);

    public static TableCell FromString(string text) => new(text);
}
