namespace Command.Reviews.Slides;

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
