namespace Command.Reviews.Slides;

/// <summary>The height a block needs and the height it can use, points.</summary>
internal readonly record struct Extent(double Least, double Most)
{
    public static Extent Fixed(double height) => new(height, height);

    public static Extent Of(Block block, double width, Density density) => block switch
    {
        Prose prose => Fixed(ProseLayout.Height(prose, width, density)),
        Figures figures => Fixed(FigureLayout.Of(figures, width, density).Height),
        Table table => Fixed(TableLayout.Of(table, width, density).Height),
        CategoryChart { Kind: ChartKind.Bars or ChartKind.StackedBars } bars => BarRows.Extent(bars, width, density),
        Chart => new(density.Chart, double.PositiveInfinity),
        Columns columns => Beside(columns, width, density),
        _ => throw new ArgumentException($"No layout for {block.GetType().Name}."),
    };

    public static Extent Under(IReadOnlyList<Block> blocks, double width, Density density)
    {
        var gaps = Math.Max(0, blocks.Count - 1) * Grid.Gap;
        var extents = blocks.Select(block => Of(block, width, density)).ToList();
        return new(extents.Sum(e => e.Least) + gaps, extents.Sum(e => e.Most) + gaps);
    }

    public static IEnumerable<(Column Column, double X, double Width)> Widths(Columns columns, double width)
    {
        var room = width - (columns.Items.Count - 1) * Grid.Gutter;
        var weights = columns.Items.Sum(c => c.Weight);
        var x = 0.0;
        foreach (var column in columns.Items)
        {
            var own = room * column.Weight / weights;
            yield return (column, x, own);
            x += own + Grid.Gutter;
        }
    }

    private static Extent Beside(Columns columns, double width, Density density)
    {
        var extents = Widths(columns, width).Select(c => Under(c.Column.Blocks, c.Width, density)).ToList();
        return new(extents.Max(e => e.Least), extents.Max(e => e.Most));
    }
}
