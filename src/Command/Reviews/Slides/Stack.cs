namespace Command.Reviews.Slides;

/// <summary>Blocks under each other in a box: set as roomily as fits, and parted where even the tightest does not.</summary>
internal static class Stack
{
    /// <param name="goesOn">From the slide before, whose type it keeps.</param>
    public static (IReadOnlyList<Placed> Here, IReadOnlyList<Block> Later) Place(IReadOnlyList<Block> blocks, Box box, bool goesOn)
    {
        foreach (var density in goesOn ? Density.Split : Density.Steps)
        {
            if (Extent.Under(blocks, box.Width, density).Least <= box.Height)
                return (Spread(blocks, box, density), []);
        }

        var (here, later) = Part(blocks, box.Width, box.Height, box.Height, Density.Split[0]);
        return here.Count > 0 ? (Spread(here, box, Density.Split[0]), later) : Force(blocks, box);
    }

    /// <summary>Something larger than a slide in every setting: it is cut, so that the deck goes on.</summary>
    private static (IReadOnlyList<Placed> Here, IReadOnlyList<Block> Later) Force(IReadOnlyList<Block> blocks, Box box)
    {
        var rest = blocks.Skip(1).ToList();
        switch (blocks[0])
        {
            case Columns columns:
                return Place([.. columns.Items.SelectMany(c => c.Blocks), .. rest], box, true);
            case Table { Rows.Count: > 0 } table:
                return ([new Placed(TableLayout.CutToRow(table, box.Width, box.Height, Density.Tightest), box, Density.Tightest)], table.Rows.Count == 1 ? rest : [table with { Rows = [.. table.Rows.Skip(1)] }, .. rest]);
            default:
                return ([new Placed(blocks[0], box, Density.Tightest)], rest);
        }
    }

    private static (List<Block> Here, List<Block> Later) Part(IReadOnlyList<Block> blocks, double width, double height, double fullHeight, Density density)
    {
        var here = new List<Block>();
        var left = height;
        for (var i = 0; i < blocks.Count; i++)
        {
            var need = Extent.Of(blocks[i], width, density).Least;
            if (need <= left)
            {
                here.Add(blocks[i]);
                left -= need + Grid.Gap;
                continue;
            }

            var (first, rest) = Part(blocks[i], width, left, fullHeight, density);
            here.AddRange(first);
            return (here, [.. rest, .. blocks.Skip(i + 1)]);
        }

        return (here, []);
    }

    private static (List<Block> Here, List<Block> Later) Part(Block block, double width, double height, double fullHeight, Density density)
    {
        switch (block)
        {
            case Table table:
                return Both(TableLayout.Split(table, width, height, fullHeight, density));
            case Prose prose:
                return Both(ProseLayout.Split(prose, width, height, density));
            case Figures figures:
                return Both(FigureLayout.Split(figures, width, height, density));
            case CategoryChart { Kind: ChartKind.Bars or ChartKind.StackedBars } bars:
                return Both(BarRows.Split(bars, width, height, fullHeight));
            case Columns columns when height > fullHeight / 2:
                var parts = Extent.Widths(columns, width).Select(c => (c.Column, Parted: Part(c.Column.Blocks, c.Width, height, fullHeight, density))).ToList();
                // A column with nothing left keeps its room: the others do not jump.
                return parts.Any(p => p.Parted.Here.Count > 0)
                    ? ([new Columns([.. parts.Select(p => p.Column with { Blocks = p.Parted.Here })])], [.. parts.SelectMany(p => p.Parted.Later)])
                    : ([], [.. columns.Items.SelectMany(c => c.Blocks)]);
            default:
                return ([], [block]);
        }
    }

    private static (List<Block> Here, List<Block> Later) Both<T>((T? Here, T? Later) parts) where T : Block =>
        (parts.Here is null ? [] : [parts.Here], parts.Later is null ? [] : [parts.Later]);

    /// <summary>Charts take the height that the rest leaves.</summary>
    private static List<Placed> Spread(IReadOnlyList<Block> blocks, Box box, Density density)
    {
        var extents = blocks.Select(block => Extent.Of(block, box.Width, density)).ToList();
        var heights = extents.Select(e => e.Least).ToArray();
        var spare = box.Height - heights.Sum() - Math.Max(0, blocks.Count - 1) * Grid.Gap;
        for (var growing = extents.Count(e => e.Most > e.Least); growing > 0 && spare > 1; growing--)
        {
            // The one that can use the least first, so that what it leaves reaches the others.
            var next = Enumerable.Range(0, blocks.Count).Where(i => extents[i].Most > extents[i].Least && heights[i] <= extents[i].Least).MinBy(i => extents[i].Most - extents[i].Least);
            var more = Math.Min(spare / growing, extents[next].Most - extents[next].Least);
            heights[next] += more;
            spare -= more;
        }

        var placed = new List<Placed>();
        var y = box.Y;
        foreach (var (block, height) in blocks.Zip(heights))
        {
            var place = new Box(box.X, y, box.Width, height);
            if (block is Columns columns)
                placed.AddRange(Extent.Widths(columns, box.Width).SelectMany(c => Spread(c.Column.Blocks, place with { X = box.X + c.X, Width = c.Width }, density)));
            else
                placed.Add(new Placed(block, place, density));
            y += height + Grid.Gap;
        }

        return placed;
    }
}
