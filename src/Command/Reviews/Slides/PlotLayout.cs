using System.Globalization;

namespace Command.Reviews.Slides;

/// <summary>
/// Where a chart's parts stand, in points of its own box. Everything is placed, nothing is left to the program that opens
/// it: so charts of one deck stand on one line and labels have their room.
/// </summary>
/// <param name="Legend">Null: one series needs none, or the lines carry their names.</param>
/// <param name="NamesRight">Lines carry their series' names at their last mark.</param>
/// <param name="EveryNthLabel">Of short categories that stand too close, months mostly, some go unnamed.</param>
/// <param name="SlantedLabels">Categories below stand aslant, since they do not fit under their columns.</param>
internal sealed record PlotLayout(Box Chart, Box Title, Box? Legend, Box Plot, bool NamesRight, bool SlantedLabels, int EveryNthLabel)
{
    public const double TitleSize = 12;
    public const double TextSize = 10;

    private const double TitleHeight = 22;
    private const double LegendRow = 18;
    private const double LegendMark = 46;
    private const double AxisTitle = 18;
    private const double LabelLine = TextSize * Grid.Leading;
    private const double LargestName = 150;
    private const int MostLabelLines = 3;

    /// <summary>Kept also for labels of one line: so two charts side by side stand on one line though one wraps its labels.</summary>
    private const int FewestLabelLines = 2;
    private const double ShortLabel = 60;

    /// <summary>How far down, and to the left, a text at 45° reaches.</summary>
    private const double Slant = 0.71;

    public static PlotLayout Of(CategoryChart chart, double width, double height)
    {
        var isLying = chart.Kind is ChartKind.Bars or ChartKind.StackedBars;
        var namesRight = CarriesNames(chart);
        Box? legend = chart.Series.Count < 2 || namesRight ? null : LegendOf(chart.Series.Select(s => s.Name), width);
        var top = TitleHeight + (legend?.Height ?? 0) + 8;
        var valueLabel = TextWidth.Of(Format(chart.Maximum ?? NiceMaximum(chart), chart.Format), TextSize);
        if (isLying)
        {
            var left = BarRows.LabelWidth(chart, width) + 10;
            var bottom = (chart.HasLabels ? 4 : LabelLine + 8) + (chart.ValueTitle is null ? 0 : AxisTitle);
            return new(new(0, 0, width, height), new(0, 0, width, TitleHeight), legend, Within(left, top, width - (chart.HasLabels ? valueLabel + 10 : valueLabel / 2 + 6), height - bottom), false, false, 1);
        }

        var start = (chart.HasLabels ? 2 : valueLabel + 10) + (chart.ValueTitle is null ? 0 : AxisTitle);
        var end = width - (namesRight ? chart.Series.Max(s => TextWidth.Of(s.Name, TextSize)) + 14 : 12);
        var room = Math.Max(10, (end - start) / chart.Categories.Count - 6);
        var widest = chart.Categories.Max(c => TextWidth.Of(c, TextSize));
        var everyNth = widest > ShortLabel ? 1 : Math.Max(1, (int)Math.Ceiling(widest / room));
        // A program that knows no unnamed labels wraps them.
        var lines = chart.Categories.Max(c => TextWidth.Lines(c, TextSize, room));
        var isSlanted = everyNth == 1 && (lines > MostLabelLines || chart.Categories.Any(c => TextWidth.LongestWord(c, TextSize) > room));
        var slant = Math.Min(height * 0.35, widest * Slant + 10);
        if (isSlanted)
            start = Math.Max(start, slant - room / 2);
        var labels = isSlanted ? slant : Math.Max(lines, FewestLabelLines) * LabelLine + 6;
        return new(new(0, 0, width, height), new(0, 0, width, TitleHeight), legend, Within(start, top + (chart.HasLabels ? 12 : 0), end, height - labels - (chart.CategoryTitle is null ? 0 : AxisTitle)), namesRight, isSlanted, everyNth);
    }

    public static PlotLayout Of(ScatterChart chart, double width, double height)
    {
        var legend = LegendOf([.. chart.Curves.Select(c => c.Name).Distinct(), chart.PointsName], width);
        var most = chart.Points.Select(p => p.Y).Concat(chart.Curves.SelectMany(c => c.Points.Select(p => p.Y))).DefaultIfEmpty(1).Max();
        var left = TextWidth.Of(Format(most, chart.YFormat), TextSize) + 10 + (chart.YTitle is null ? 0 : AxisTitle);
        return new(new(0, 0, width, height), new(0, 0, width, TitleHeight), legend, Within(left, TitleHeight + legend.Height + 8, width - 24, height - LabelLine - 8 - (chart.XTitle is null ? 0 : AxisTitle)), false, false, 1);
    }

    /// <summary>1, 2, 2.5, 5 or 10 times a power of ten, at least the highest mark and interval.</summary>
    public static double NiceMaximum(CategoryChart chart)
    {
        var marks = chart.Kind is ChartKind.StackedBars or ChartKind.StackedColumns
            ? Enumerable.Range(0, chart.Categories.Count).Select(i => chart.Series.Sum(s => Math.Max(0, s.Values[i] ?? 0)))
            : chart.Series.SelectMany(s => s.Values.Select((v, i) => Math.Max(v ?? 0, s.Intervals?[i]?.High ?? 0)));
        return NiceMaximum(marks.Max());
    }

    public static double NiceMaximum(double highest)
    {
        if (highest <= 0)
            return 1;

        var power = Math.Pow(10, Math.Floor(Math.Log10(highest)));
        return power * new[] { 1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10 }.First(step => step * power >= highest * 0.999999);
    }

    /// <summary>Few lines whose ends lie apart are named where they end; others need a legend.</summary>
    private static bool CarriesNames(CategoryChart chart)
    {
        if (chart.Kind != ChartKind.Line || chart.Series.Count is < 2 or > 4 || chart.Series.Any(s => s.Values[^1] is null || TextWidth.Of(s.Name, TextSize) > LargestName))
            return false;

        var apart = NiceMaximum(chart) * 0.1;
        var ends = chart.Series.Select(s => s.Values[^1]!.Value).Order().ToList();
        return ends.Zip(ends.Skip(1)).All(pair => pair.Second - pair.First >= apart);
    }

    private static Box LegendOf(IEnumerable<string> names, double width)
    {
        var wide = names.Sum(name => TextWidth.Of(name, TextSize) + LegendMark);
        return new(0, TitleHeight, Math.Min(width, wide + 8), Math.Ceiling(wide / width) * LegendRow);
    }

    private static Box Within(double left, double top, double right, double bottom) => new(left, top, Math.Max(20, right - left), Math.Max(20, bottom - top));

    public static string Format(double value, NumberFormat format) =>
        format == NumberFormat.Percent ? value.ToString("0.0%", CultureInfo.InvariantCulture) : value.ToString("#,##0", CultureInfo.InvariantCulture);
}
