using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using Index = DocumentFormat.OpenXml.Drawing.Charts.Index;

namespace Command.Reviews.Slides;

/// <summary>Points over curves.</summary>
internal static class ScatterPlot
{
    private const byte MarkSize = 7;

    public static (ChartSpace Space, ChartSheet Sheet) Write(ScatterChart chart, double width, double height, string language, string workbookId)
    {
        var (sheet, all) = SheetOf(chart);
        var plot = new PlotArea();
        var scatter = new DocumentFormat.OpenXml.Drawing.Charts.ScatterChart(new ScatterStyle { Val = ScatterStyleValues.LineMarker }, new VaryColors { Val = false });
        for (var i = 0; i < chart.Curves.Count; i++)
            scatter.Append(Curve(chart.Curves[i], i + 1, all[i + 1]));
        // Last, so that points lie over the curves.
        scatter.Append(Points(chart, all[0]));
        scatter.Append(new AxisId { Val = ChartParts.CategoryAxisId }, new AxisId { Val = ChartParts.ValueAxisId });
        plot.Append(
            scatter,
            ChartParts.ValueAxis(ChartParts.CategoryAxisId, ChartParts.ValueAxisId, AxisPositionValues.Bottom, chart.XFormat, chart.XTitle, null, false, CrossesValues.AutoZero, CrossBetweenValues.MidpointCategory),
            ChartParts.ValueAxis(ChartParts.ValueAxisId, ChartParts.CategoryAxisId, AxisPositionValues.Left, chart.YFormat, chart.YTitle, PlotLayout.NiceMaximum(Highest(chart)), false, CrossesValues.AutoZero, CrossBetweenValues.MidpointCategory));
        return (ChartParts.Space(chart.Title, PlotLayout.Of(chart, width, height), plot, language, workbookId, Repeated(chart)), sheet);
    }

    /// <summary>Office alone would add room above: a share's axis would reach 120 %.</summary>
    private static double Highest(ScatterChart chart) => chart.Points.Select(p => p.Y).Concat(chart.Curves.SelectMany(c => c.Points, (_, p) => p.Y)).Max();

    /// <summary>The points' labels, x and y, then x and y of each curve.</summary>
    public static (ChartSheet Sheet, IReadOnlyList<ScatterColumns> Series) SheetOf(ScatterChart chart)
    {
        var sheet = new ChartSheet();
        sheet.AddWords("", [.. chart.Points.Select(p => p.Label)]);
        var all = new List<ScatterColumns>
        {
            new(sheet.AddNumbers(chart.XTitle ?? "x", [.. chart.Points.Select(p => p.X)], chart.XFormat), sheet.AddNumbers(chart.PointsName, [.. chart.Points.Select(p => p.Y)], chart.YFormat)),
        };
        foreach (var curve in chart.Curves)
        {
            // LibreOffice draws no line that has fewer rows than the points: its end is repeated.
            List<CurvePoint> points = [.. curve.Points, .. curve.Points.TakeLast(1).SelectMany(last => Enumerable.Repeat(last, Math.Max(0, chart.Points.Count - curve.Points.Count)))];
            all.Add(new(sheet.AddNumbers(chart.XTitle ?? "x", [.. points.Select(p => p.X)], chart.XFormat), sheet.AddNumbers(curve.Name, [.. points.Select(p => p.Y)], chart.YFormat)));
        }

        return (sheet, all);
    }

    /// <summary>Two limits of one name are one entry of the legend.</summary>
    private static IEnumerable<uint> Repeated(ScatterChart chart) =>
        chart.Curves.Select((curve, i) => (curve.Name, Order: (uint)i)).GroupBy(c => c.Name).SelectMany(same => same.Skip(1).Select(c => c.Order));

    private static ScatterChartSeries Points(ScatterChart chart, ScatterColumns columns)
    {
        var series = new ScatterChartSeries(
            new Index { Val = 0 },
            new Order { Val = (uint)chart.Curves.Count },
            ChartParts.Head(columns.Y),
            new ChartShapeProperties(Ink.NoLine()),
            Mark(Tone.Normal));
        foreach (var (point, i) in chart.Points.Select((point, i) => (point, i)).Where(p => p.point.Tone != Tone.Normal))
            series.Append(new DataPoint(new Index { Val = (uint)i }, Mark(point.Tone), new Bubble3D { Val = false }));
        series.Append(new DataLabels([.. chart.Points.Select((point, i) => (point, i)).Where(p => p.point.IsLabelled).Select(p => Label(p.point, p.i)), .. ChartParts.Shown(false, false)]));
        series.Append(new XValues(ChartParts.Numbers(columns.X)), new YValues(ChartParts.Numbers(columns.Y)), new Smooth { Val = false });
        return series;
    }

    private static DataLabel Label(ScatterPoint point, int index) => new(
    [
        new Index { Val = (uint)index },
        new ChartText(ChartParts.Rich(point.Label, PlotLayout.TextSize, Ink.Of(point.Tone))),
        new DataLabelPosition { Val = DataLabelPositionValues.Right },
        .. ChartParts.Shown(true, false),
    ]);

    private static ScatterChartSeries Curve(ScatterCurve curve, int index, ScatterColumns columns) => new(
        new Index { Val = (uint)index },
        new Order { Val = (uint)index - 1 },
        ChartParts.Head(columns.Y),
        new ChartShapeProperties(curve.Role switch
        {
            SeriesRole.Comparison => Ink.Grey.Line(1, curve.IsOuter ? A.PresetLineDashValues.SystemDot : A.PresetLineDashValues.Dash),
            SeriesRole.Target => Ink.Soft.Line(1.25),
            _ => Ink.Accent.Line(1.25),
        }),
        new Marker(new Symbol { Val = MarkerStyleValues.None }),
        new XValues(ChartParts.Numbers(columns.X)),
        new YValues(ChartParts.Numbers(columns.Y)),
        new Smooth { Val = false });

    /// <summary>Noteworthy points differ in shape as well as in colour.</summary>
    private static Marker Mark(Tone tone) => new(
        new Symbol { Val = tone switch { Tone.Overdue => MarkerStyleValues.Triangle, Tone.Waits => MarkerStyleValues.Square, Tone.Accent or Tone.Strong => MarkerStyleValues.Diamond, _ => MarkerStyleValues.Circle } },
        new Size { Val = tone is Tone.Normal or Tone.Quiet ? MarkSize : (byte)(MarkSize + 3) },
        new ChartShapeProperties((tone switch { Tone.Normal => Ink.Accent, Tone.Quiet => Ink.Pale, _ => Ink.Of(tone) }).Fill(), Ink.Surface.Line(0.75)));
}

internal sealed record ScatterColumns(NumberColumn X, NumberColumn Y);
