namespace Command.Reviews.Slides;

/// <summary>Big figures in rows of equal tiles: one size of value for all of them.</summary>
/// <param name="Labels">Lines that the longest label takes; the same for the comparisons.</param>
internal sealed record FigureLayout(int PerRow, double TileWidth, double TileHeight, double ValueSize, double TextSize, int Labels, int Comparisons, double Height)
{
    public const double TopPadding = 8;
    private const int MostPerRow = 4;
    private const double LeastTile = 130;
    private const int MostLines = 3;

    public static FigureLayout Of(Figures figures, double width, Density density)
    {
        var count = figures.Items.Count;
        if (count == 0)
            return new(1, width, 0, density.Figure, density.FigureText, 0, 0, 0);

        var perRow = PerRowOf(count, width);
        var rows = Rows(count, perRow);
        var tile = (width - (perRow - 1) * Grid.Gutter) / perRow;
        var value = figures.Items.Min(f => TextWidth.Fit(f.Value, tile, 1, true, density.Figure, 48, 44, 40, 36, 32, 28, 24, 20, 18, 16, 14, 12));
        value = Math.Min(value, density.Figure);
        var labels = Math.Min(MostLines, figures.Items.Max(f => TextWidth.Lines(f.Label, density.FigureText, tile)));
        var comparisons = Math.Min(MostLines, figures.Items.Max(f => string.IsNullOrEmpty(f.Comparison) ? 0 : TextWidth.Lines(f.Comparison, density.FigureText, tile)));
        var height = TopPadding + ((labels + comparisons) * density.FigureText + value) * Grid.Leading + 4;
        return new(perRow, tile, height, value, density.FigureText, labels, comparisons, rows * height + (rows - 1) * Grid.Gap);
    }

    public static (Figures? Here, Figures? Later) Split(Figures figures, double width, double height, Density density)
    {
        var layout = Of(figures, width, density);
        var fits = (int)((height + Grid.Gap) / (layout.TileHeight + Grid.Gap)) * layout.PerRow;
        return fits == 0
            ? (null, figures)
            : (new Figures([.. figures.Items.Take(fits)]), fits >= figures.Items.Count ? null : new Figures([.. figures.Items.Skip(fits)]));
    }

    /// <summary>Five stand as three and two, not as four and one.</summary>
    private static int PerRowOf(int count, double width)
    {
        var most = Math.Clamp((int)((width + Grid.Gutter) / (LeastTile + Grid.Gutter)), 1, MostPerRow);
        return Rows(count, Rows(count, most));
    }

    private static int Rows(int count, int perRow) => (count + perRow - 1) / perRow;
}
