using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using Index = DocumentFormat.OpenXml.Drawing.Charts.Index;

namespace Command.Reviews.Slides;

/// <summary>Lines, columns and bars over categories.</summary>
internal static class CategoryPlot
{
    /// <summary>A mark on the very edge of the plot is cut in half.</summary>
    private const double RoomForMarks = 1.05;

    private const double LineWidth = 2.25;

    /// <summary>Above so many categories the marks on a line would be a second line.</summary>
    private const int MostMarks = 31;

    /// <summary>Bars of half a slide: ten steps of their axis would stand aslant.</summary>
    private const double NarrowPlot = 360;
    private const int FewSteps = 4;

    public static (ChartSpace Space, ChartSheet Sheet) Write(CategoryChart chart, double width, double height, string language, string workbookId)
    {
        var (sheet, categories, columns) = SheetOf(chart);
        var layout = PlotLayout.Of(chart, width, height);
        return (ChartParts.Space(chart.Title, layout, Plot(chart, layout, categories, columns), language, workbookId), sheet);
    }

    /// <summary>Categories, then each series, followed by its interval's two ways.</summary>
    public static (ChartSheet Sheet, WordColumn Categories, IReadOnlyList<SeriesColumns> Series) SheetOf(CategoryChart chart)
    {
        var sheet = new ChartSheet();
        var categories = sheet.AddWords(chart.CategoryTitle ?? "", chart.Categories);
        var columns = chart.Series.Select(series => new SeriesColumns(
            sheet.AddNumbers(series.Name, series.Values, chart.Format),
            series.Intervals is null ? null : sheet.AddNumbers(series.LowName, [.. series.Intervals.Zip(series.Values, (interval, value) => Way(interval?.Low, value))], chart.Format),
            series.Intervals is null ? null : sheet.AddNumbers(series.HighName, [.. series.Intervals.Zip(series.Values, (interval, value) => Way(value, interval?.High))], chart.Format))).ToList();
        return (sheet, categories, columns);
    }

    public static ErrorBars Intervals(NumberColumn down, NumberColumn up) => new(
        new ErrorBarType { Val = ErrorBarValues.Both },
        new ErrorBarValueType { Val = ErrorValues.Custom },
        new NoEndCap { Val = false },
        new Plus(ChartParts.Numbers(up)),
        new Minus(ChartParts.Numbers(down)),
        new ChartShapeProperties(Ink.Text.Line(1)));

    private static double? Way(double? from, double? to) => to - from is { } way ? Math.Max(0, way) : null;

    private static PlotArea Plot(CategoryChart chart, PlotLayout layout, WordColumn categories, IReadOnlyList<SeriesColumns> columns)
    {
        var isLying = chart.Kind is ChartKind.Bars or ChartKind.StackedBars;
        var isStacked = chart.Kind is ChartKind.StackedBars or ChartKind.StackedColumns;
        // A target lies over columns as a line; lying bars know no line.
        var asLines = chart.Series.Select(s => chart.Kind == ChartKind.Line || !isLying && s.Role == SeriesRole.Target).ToList();
        var plot = new PlotArea();
        if (asLines.Contains(false))
        {
            var bars = new BarChart(
                new BarDirection { Val = isLying ? BarDirectionValues.Bar : BarDirectionValues.Column },
                new BarGrouping { Val = isStacked ? BarGroupingValues.Stacked : BarGroupingValues.Clustered },
                new VaryColors { Val = false });
            for (var i = 0; i < columns.Count; i++)
            {
                if (!asLines[i])
                    bars.Append(Bar(chart, i, layout, categories, columns[i], isStacked));
            }

            bars.Append(new GapWidth { Val = Gap(chart) }, new Overlap { Val = (sbyte)(isStacked ? 100 : 0) }, new AxisId { Val = ChartParts.CategoryAxisId }, new AxisId { Val = ChartParts.ValueAxisId });
            plot.Append(bars);
        }

        if (asLines.Contains(true))
        {
            var lines = new LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
            for (var i = 0; i < columns.Count; i++)
            {
                if (asLines[i])
                    lines.Append(Line(chart, i, layout, categories, columns[i]));
            }

            lines.Append(new ShowMarker { Val = true }, new AxisId { Val = ChartParts.CategoryAxisId }, new AxisId { Val = ChartParts.ValueAxisId });
            plot.Append(lines);
        }

        var values = ChartParts.ValueAxis(ChartParts.ValueAxisId, ChartParts.CategoryAxisId, isLying ? AxisPositionValues.Bottom : AxisPositionValues.Left, chart.Format, chart.ValueTitle, Maximum(chart), HasLabels(chart), isLying ? CrossesValues.Maximum : CrossesValues.AutoZero, CrossBetweenValues.Between);
        if (isLying && layout.Plot.Width < NarrowPlot && Maximum(chart) is { } most)
            values.Append(new MajorUnit { Val = most / FewSteps });
        plot.Append(
            ChartParts.CategoryAxis(isLying ? AxisPositionValues.Left : AxisPositionValues.Bottom, isLying, isLying ? null : chart.CategoryTitle, layout.SlantedLabels, layout.EveryNthLabel),
            values);
        return plot;
    }

    private static BarChartSeries Bar(CategoryChart chart, int index, PlotLayout layout, WordColumn categories, SeriesColumns columns, bool isStacked)
    {
        var series = chart.Series[index];
        var ink = InkOf(series.Role, index);
        var bar = new BarChartSeries(new Index { Val = (uint)index }, new Order { Val = (uint)index }, ChartParts.Head(columns.Values), Filled(ink, series.Role, isStacked), new InvertIfNegative { Val = false });
        foreach (var (tone, i) in (series.Tones ?? []).Select((tone, i) => (tone, i)).Where(mark => mark.tone != Tone.Normal))
            bar.Append(new DataPoint(new Index { Val = (uint)i }, new InvertIfNegative { Val = false }, new Bubble3D { Val = false }, Filled(tone == Tone.Quiet ? Ink.Pale : Ink.Of(tone), SeriesRole.Period, isStacked)));
        if (HasLabels(chart))
            bar.Append(Labels(chart.Format, isStacked ? Narrow(chart, series, layout) : [], isStacked ? DataLabelPositionValues.Center : DataLabelPositionValues.OutsideEnd, isStacked && ink.IsDark ? Ink.Surface : Ink.Text));
        if (columns is { Down: { } down, Up: { } up })
            bar.Append(Intervals(down, up));
        bar.Append(ChartParts.Categories(categories), new Values(ChartParts.Numbers(columns.Values)));
        return bar;
    }

    private static LineChartSeries Line(CategoryChart chart, int index, PlotLayout layout, WordColumn categories, SeriesColumns columns)
    {
        var series = chart.Series[index];
        var ink = InkOf(series.Role, index);
        var isLevel = chart.Kind != ChartKind.Line;
        var line = new LineChartSeries(new Index { Val = (uint)index }, new Order { Val = (uint)index }, ChartParts.Head(columns.Values),
            new ChartShapeProperties(series.Role switch
            {
                SeriesRole.Target => ink.Line(1.25),
                SeriesRole.Comparison => ink.Line(1.75, A.PresetLineDashValues.SystemDash),
                SeriesRole.Declared => ink.Line(1.75, A.PresetLineDashValues.SystemDot),
                _ => ink.Line(LineWidth),
            }),
            MarkOf(series.Role, ink, chart.Categories.Count, isLevel));
        if (layout.NamesRight)
            line.Append(new DataLabels([new DataLabel([new Index { Val = (uint)chart.Categories.Count - 1 }, new ChartShapeProperties(new A.NoFill(), Ink.NoLine()), ChartParts.Words(PlotLayout.TextSize, ink, true), new DataLabelPosition { Val = DataLabelPositionValues.Right }, .. ChartParts.Shown(false, true)]), .. ChartParts.Shown(false, false)]));
        else if (HasLabels(chart) && !isLevel && series.Role == SeriesRole.Period)
            line.Append(Labels(chart.Format, [], DataLabelPositionValues.Top, Ink.Text));
        line.Append(ChartParts.Categories(categories), new Values(ChartParts.Numbers(columns.Values)), new Smooth { Val = false });
        return line;
    }

    private static Marker MarkOf(SeriesRole role, Ink ink, int categories, bool isLevel) => role switch
    {
        SeriesRole.Target when isLevel && categories == 1 => Mark(MarkerStyleValues.Dash, 15, ink),
        SeriesRole.Target or SeriesRole.Comparison when categories > 1 => new Marker(new Symbol { Val = MarkerStyleValues.None }),
        _ when categories > MostMarks => new Marker(new Symbol { Val = MarkerStyleValues.None }),
        _ => Mark(MarkerStyleValues.Circle, 6, ink),
    };

    private static Marker Mark(MarkerStyleValues style, byte size, Ink ink) =>
        new(new Symbol { Val = style }, new Size { Val = size }, new ChartShapeProperties(ink.Fill(), Ink.NoLine()));

    private static ChartShapeProperties Filled(Ink ink, SeriesRole role, bool isStacked) => role switch
    {
        SeriesRole.Declared => new(ink.Hatch(), ink.Line(0.75)),
        SeriesRole.Target => new(new A.NoFill(), ink.Line(1.25)),
        // White between parts that stand on each other.
        _ => new(ink.Fill(), isStacked ? Ink.Surface.Line(0.75) : Ink.NoLine()),
    };

    /// <summary>Parts of a stack that are too small for their number.</summary>
    private static IEnumerable<int> Narrow(CategoryChart chart, ChartSeries series, PlotLayout layout)
    {
        var isLying = chart.Kind == ChartKind.StackedBars;
        var scale = (isLying ? layout.Plot.Width : layout.Plot.Height) / (chart.Maximum ?? PlotLayout.NiceMaximum(chart) * 1.1);
        return series.Values.Select((value, i) => (value, i)).Where(v => v.value is { } value && value * scale < (isLying ? TextWidth.Of(PlotLayout.Format(value, chart.Format), PlotLayout.TextSize) + 4 : PlotLayout.TextSize + 3)).Select(v => v.i);
    }

    private static DataLabels Labels(NumberFormat format, IEnumerable<int> without, DataLabelPositionValues position, Ink ink) => new(
    [
        .. without.Select(i => new DataLabel(new Index { Val = (uint)i }, new Delete { Val = true })),
        new NumberingFormat { FormatCode = ChartSheet.FormatCode(format), SourceLinked = false },
        new ChartShapeProperties(new A.NoFill(), Ink.NoLine()),
        ChartParts.Words(PlotLayout.TextSize, ink),
        new DataLabelPosition { Val = position },
        .. ChartParts.Shown(true, false),
    ]);

    /// <summary>Office's own end of an axis does not reach to the ends of intervals.</summary>
    private static double? Maximum(CategoryChart chart) =>
        chart is { Kind: ChartKind.Line, Maximum: { } top } ? top * RoomForMarks
        : chart.Maximum ?? (chart.Series.Any(s => s.Intervals is not null) ? PlotLayout.NiceMaximum(chart) : null);

    /// <summary>An interval would run through the number at the bar's end.</summary>
    private static bool HasLabels(CategoryChart chart) => chart.HasLabels && chart.Series.All(s => s.Intervals is null);

    private static Ink InkOf(SeriesRole role, int index) => role switch
    {
        SeriesRole.Comparison => Ink.Grey,
        SeriesRole.Target => Ink.Soft,
        SeriesRole.Part => Ink.Part(index),
        SeriesRole.Waits => Ink.Amber,
        SeriesRole.Overdue => Ink.Red,
        _ => Ink.Accent,
    };

    /// <summary>Percent of a bar's width. A lone bar does not fill the slide.</summary>
    private static ushort Gap(CategoryChart chart) => chart.Categories.Count switch
    {
        1 => 300,
        <= 4 => 140,
        _ => 60,
    };
}

internal sealed record SeriesColumns(NumberColumn Values, NumberColumn? Down, NumberColumn? Up);
