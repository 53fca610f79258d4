namespace Command.Reviews.Slides;

/// <summary>A chart of lying bars: how high a row is, how many rows a slide holds.</summary>
internal static class BarRows
{
    public const double LabelSize = 10;
    public const double LargestLabelShare = 0.42;

    private const double LeastRow = 15;
    private const double MostRow = 44;
    private const double LeastBar = 9;
    private const int MostLabelLines = 4;

    /// <summary>Title, axis and their margins.</summary>
    private const double Around = 64;

    public static Extent Extent(CategoryChart chart, double width, Density density)
    {
        var row = Row(chart, width);
        return new(Math.Max(density.Chart * 0.6, chart.Categories.Count * row + Around), Math.Max(density.Chart, chart.Categories.Count * Math.Max(row, MostRow) + Around));
    }

    /// <summary>As many units on each slide, all with one axis.</summary>
    public static (CategoryChart? Here, CategoryChart? Later) Split(CategoryChart chart, double width, double height, double fullHeight)
    {
        var row = Row(chart, width);
        var fits = (int)((height - Around) / row);
        if (fits < 1 || height < fullHeight * 0.6)
            return (null, chart);

        var pages = Math.Ceiling(chart.Categories.Count / Math.Max(1, Math.Floor((fullHeight - Around) / row)));
        var here = Math.Min(fits, (int)Math.Ceiling(chart.Categories.Count / pages));
        if (here >= chart.Categories.Count)
            return (chart, null);
        var whole = chart with { Maximum = chart.Maximum ?? PlotLayout.NiceMaximum(chart), LabelWidth = LabelWidth(chart, width) };
        return (whole.Slice(0, here), whole.Slice(here, chart.Categories.Count - here) with { Part = chart.Part + 1 });
    }

    public static double LabelWidth(CategoryChart chart, double width) =>
        Math.Min(width * LargestLabelShare, chart.LabelWidth ?? chart.Categories.Max(c => TextWidth.Of(c, LabelSize)) + 4);

    /// <summary>Measured anew for what is left on each slide, so it wraps no more labels than it must.</summary>
    private static int LabelLines(CategoryChart chart, double room)
    {
        var most = 1;
        foreach (var label in chart.Categories)
        {
            if (most < MostLabelLines && TextWidth.Of(label, LabelSize) > room)
                most = Math.Max(most, Math.Min(MostLabelLines, TextWidth.Lines(label, LabelSize, room)));
        }

        return most;
    }

    private static double Row(CategoryChart chart, double width)
    {
        var room = LabelWidth(chart, width);
        var lines = LabelLines(chart, room);
        var bars = chart.Kind == ChartKind.StackedBars ? 1 : chart.Series.Count;
        return Math.Max(LeastRow, Math.Max(lines * LabelSize * Grid.Leading + 4, bars * LeastBar + 6));
    }
}
