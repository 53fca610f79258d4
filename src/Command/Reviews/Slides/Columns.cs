namespace Command.Reviews.Slides;

/// <summary>Side by side, each with its share of the width.</summary>
public sealed record Columns(IReadOnlyList<Column> Items) : Block;

/// <param name="Weight">Above 0; relative to the other columns.</param>
public sealed record Column(IReadOnlyList<Block> Blocks, double Weight = 1);
