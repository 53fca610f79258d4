namespace Command.Reviews.Slides;

/// <summary>A table's widths and heights: wide enough for its words, high enough for its wrapped lines.</summary>
internal sealed record TableLayout(IReadOnlyList<double> Widths, double HeadHeight, IReadOnlyList<double> RowHeights)
{
    /// <summary>Left and right of a cell's text.</summary>
    public const double Side = 7;

    /// <summary>Of spare width, beside 1 for a column of numbers.</summary>
    private const double WordShare = 2.5;

    private const int MostHeadLines = 4;

    public double Height => HeadHeight + RowHeights.Sum();

    /// <summary>Words beside numbers that end at their edge need more air.</summary>
    public static double LeftOf(Table table, int column) => column > 0 && !table.Columns[column].IsNumber && table.Columns[column - 1].IsNumber ? 3 * Side : Side;

    private static double Sides(Table table, int column) => LeftOf(table, column) + Side;

    public static double HeadSize(Density density) => density.Table - 1;

    public static bool IsBold(TableRow row, TableCell cell) => row.IsStrong || cell.Tone == Tone.Strong;

    public static TableLayout Of(Table table, double width, Density density)
    {
        var widths = WidthsOf(table, width, density);
        return new(
            widths,
            RowHeight(table.Columns.Select((c, i) => Math.Min(MostHeadLines, TextWidth.Lines(c.Heading, HeadSize(density), widths[i] - Sides(table, i), true))), HeadSize(density), density),
            [.. table.Rows.Select(row => RowHeight(row.Cells.Select((cell, i) => TextWidth.Lines(cell.Text, density.Table, widths[i] - Sides(table, i), IsBold(row, cell))), density.Table, density))]);
    }

    /// <summary>As many rows as fit; when there are more slides to come, about as many on each.</summary>
    public static (Table? Here, Table? Later) Split(Table table, double width, double height, double fullHeight, Density density)
    {
        var layout = Of(table, width, density);
        var fits = Fitting(layout, height);
        if (fits == table.Rows.Count)
            return (table, null);
        if (fits == 0)
            return (null, table);

        var pages = Math.Ceiling(layout.RowHeights.Sum() / Math.Max(1, fullHeight - layout.HeadHeight));
        var even = (int)Math.Ceiling(table.Rows.Count / pages);
        var here = height < fullHeight ? fits : Math.Min(fits, Math.Max(1, even));
        // What goes on keeps its columns where they were.
        var columns = table.Columns.Zip(layout.Widths, (column, own) => column with { Weight = own }).ToList();
        return (table with { Columns = columns, Rows = [.. table.Rows.Take(here)] }, table with { Columns = columns, Rows = [.. table.Rows.Skip(here)] });
    }

    /// <summary>The first row alone, cut to the lines that a slide has: the last resort for a cell longer than a slide.</summary>
    public static Table CutToRow(Table table, double width, double height, Density density)
    {
        var row = table.Rows[0];
        var layout = Of(table, width, density);
        var lines = Math.Max(1, (int)((height - layout.HeadHeight - 2 * density.TablePadding) / (density.Table * Grid.Leading)));
        return table with
        {
            Rows = [row with { Cells = [.. row.Cells.Select((cell, i) => cell with { Text = TextWidth.Cut(cell.Text, density.Table, layout.Widths[i] - Sides(table, i), lines, IsBold(row, cell)) })] }],
        };
    }

    public string Heading(Table table, int column, Density density) =>
        TextWidth.Cut(table.Columns[column].Heading, HeadSize(density), Widths[column] - Sides(table, column), MostHeadLines, true);

    private static int Fitting(TableLayout layout, double height)
    {
        var left = height - layout.HeadHeight;
        return layout.RowHeights.TakeWhile(row => (left -= row) >= -0.01).Count();
    }

    private static double RowHeight(IEnumerable<int> lines, double size, Density density) =>
        lines.DefaultIfEmpty(1).Max() * size * Grid.Leading + 2 * density.TablePadding;

    private static double[] WidthsOf(Table table, double width, Density density)
    {
        if (table.Columns.Any(c => c.Weight is not null))
        {
            var weights = table.Columns.Sum(c => c.Weight ?? 1);
            return [.. table.Columns.Select(c => width * (c.Weight ?? 1) / weights)];
        }

        var whole = table.Columns.Select((c, i) => Widest(table, i, density, TextWidth.Of)).ToArray();
        var spare = width - whole.Sum();
        return spare >= 0 ? Spread(table, whole, spare) : Narrowed(table, whole, width, density);
    }

    /// <summary>Spare width goes to the words, and some to the numbers, so that these do not stand at the far end.</summary>
    private static double[] Spread(Table table, double[] whole, double spare)
    {
        var shares = table.Columns.Select(c => c.IsNumber ? 1.0 : WordShare).ToArray();
        return [.. whole.Zip(shares, (own, share) => own + spare * share / shares.Sum())];
    }

    /// <summary>Columns that ask for less than an even share get what they ask for; the others share the rest by what they hold, none below its longest word.</summary>
    private static double[] Narrowed(Table table, double[] whole, double width, Density density)
    {
        var widths = new double[whole.Length];
        var (left, open) = (width, Enumerable.Range(0, whole.Length).ToList());
        while (open.Where(i => whole[i] <= left / open.Count).ToList() is { Count: > 0 } modest)
        {
            foreach (var i in modest)
            {
                widths[i] = whole[i];
                left -= whole[i];
            }

            open.RemoveAll(modest.Contains);
        }

        var even = left / open.Count;
        var words = open.Select(i => Math.Min(Widest(table, i, density, TextWidth.LongestWord), even)).ToArray();
        // The root: a cell ten times as long needs more lines, not ten times the width.
        var wants = open.Select(i => Math.Sqrt(whole[i])).ToArray();
        foreach (var (i, k) in open.Select((i, k) => (i, k)))
            widths[i] = words[k] + (left - words.Sum()) * wants[k] / wants.Sum();
        return widths;
    }

    private static double Widest(Table table, int column, Density density, Func<string, double, bool, double> measure) =>
        table.Rows.Select(row => measure(row.Cells[column].Text, density.Table, IsBold(row, row.Cells[column])))
            .Prepend(measure(table.Columns[column].Heading, HeadSize(density), true)).Max() + Sides(table, column) + 2;
}
