namespace Command.Reviews.Slides;

/// <summary>What a description may not say. A fault is the caller's, so it is found before anything is written.</summary>
internal static class DeckFaults
{
    /// <summary>An interval's end may come out of its formula a little on the wrong side of 0 or 1.</summary>
    private const double Rounding = 1e-9;

    public static void Refuse(Deck deck)
    {
        if (deck.Slides.Count == 0)
            throw new ArgumentException("A deck has at least one slide.");

        var blocks = deck.Slides.SelectMany(s => Flat(s.Blocks)).ToList();
        foreach (var chart in blocks.OfType<Chart>())
            Refuse(chart);
        foreach (var table in blocks.OfType<Table>())
            Refuse(table);
        if (blocks.OfType<Chart>().GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"Two charts are named '{twice.Key}'.");
    }

    public static void Refuse(Chart chart)
    {
        switch (chart)
        {
            case CategoryChart categories:
                Refuse(categories);
                break;
            case ScatterChart scatter when scatter.Points.Select(p => (p.X, p.Y)).Concat(scatter.Curves.SelectMany(c => c.Points.Select(p => (p.X, p.Y)))).Any(p => !double.IsFinite(p.X) || !double.IsFinite(p.Y)):
                throw new ArgumentException($"Chart '{chart.Name}': a point is no number.");
            case ScatterChart scatter when scatter.Points.Count == 0 || scatter.Curves.Any(c => c.Points.Count == 0):
                throw new ArgumentException($"Chart '{chart.Name}': no points.");
        }
    }

    private static void Refuse(CategoryChart chart)
    {
        if (chart.Categories.Count == 0 || chart.Series.Count == 0)
            throw new ArgumentException($"Chart '{chart.Name}': no categories or no series.");
        foreach (var series in chart.Series)
        {
            if (series.Values.Count != chart.Categories.Count || (series.Intervals?.Count ?? chart.Categories.Count) != chart.Categories.Count || (series.Tones?.Count ?? chart.Categories.Count) != chart.Categories.Count)
                throw new ArgumentException($"Chart '{chart.Name}', series '{series.Name}': not as many values, intervals or tones as categories.");
            if (series.Values.Any(v => v is { } value && !double.IsFinite(value)))
                throw new ArgumentException($"Chart '{chart.Name}', series '{series.Name}': a value is no number.");
            if (series.Intervals is { } intervals && intervals.Zip(series.Values).Any(pair => pair.First is { } interval && !(interval.Low - Rounding <= pair.Second && pair.Second <= interval.High + Rounding)))
                throw new ArgumentException($"Chart '{chart.Name}', series '{series.Name}': an interval does not hold its value.");
        }
    }

    private static void Refuse(Table table)
    {
        if (table.Columns.Count == 0 || table.Rows.Any(row => row.Cells.Count != table.Columns.Count))
            throw new ArgumentException($"Table '{table.AltText}': a row has not as many cells as the table has columns.");
    }

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(block =>
        block is Columns columns ? columns.Items.Count > 0 && columns.Items.All(c => c.Weight > 0) ? columns.Items.SelectMany(c => Flat(c.Blocks)) : throw new ArgumentException("Columns: none, or one without a weight above 0.") : [block]);
}
