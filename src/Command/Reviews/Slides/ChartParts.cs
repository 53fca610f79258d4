using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using A = DocumentFormat.OpenXml.Drawing;
using Index = DocumentFormat.OpenXml.Drawing.Charts.Index;

namespace Command.Reviews.Slides;

/// <summary>What all charts are made of: references with their cache, axes, words.</summary>
internal static class ChartParts
{
    public const uint CategoryAxisId = 1001;
    public const uint ValueAxisId = 1002;

    /// <summary>The chart around its plot; the workbook hangs on the relationship of this id.</summary>
    /// <param name="unnamed">Series, by their order, that the legend leaves out.</param>
    public static ChartSpace Space(string title, PlotLayout layout, PlotArea plot, string language, string workbookId, params IEnumerable<uint> unnamed)
    {
        plot.InsertAt(Inner(layout), 0);
        return new ChartSpace(
            new Date1904 { Val = false },
            new EditingLanguage { Val = language },
            new RoundedCorners { Val = false },
            new DocumentFormat.OpenXml.Drawing.Charts.Chart(Ink.Some(
                new Title(new ChartText(Rich(TextWidth.Cut(title, PlotLayout.TitleSize, layout.Title.Width - 8, 1, true), PlotLayout.TitleSize, Ink.Text, true)), Outer(layout, layout.Title with { Width = 0 }), new Overlay { Val = false }),
                new AutoTitleDeleted { Val = false },
                plot,
                layout.Legend is { } legend ? new Legend([new LegendPosition { Val = LegendPositionValues.Top }, .. unnamed.Select(i => new LegendEntry(new Index { Val = i }, new Delete { Val = true })), Outer(layout, legend), new Overlay { Val = false }, Words(PlotLayout.TextSize, Ink.Soft)]) : null,
                new PlotVisibleOnly { Val = true },
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap })),
            new ShapeProperties(new A.NoFill(), Ink.NoLine()),
            Words(PlotLayout.TextSize, Ink.Soft),
            new ExternalData(new AutoUpdate { Val = false }) { Id = workbookId });
    }

    public static SeriesText Head(SheetColumn column) => new(new StringReference(new Formula(column.HeadFormula), Cache([column.Head])));

    public static CategoryAxisData Categories(WordColumn column) => new(new StringReference(new Formula(column.Formula), Cache(column.Words)));

    public static NumberReference Numbers(NumberColumn column)
    {
        var cache = new NumberingCache(new FormatCode(ChartSheet.FormatCode(column.Format)), new PointCount { Val = (uint)column.Count });
        foreach (var (value, i) in column.Values.Select((value, i) => (value, i)))
        {
            if (value is { } known)
                cache.Append(new NumericPoint(new NumericValue(ChartWorkbook.Text(known))) { Index = (uint)i });
        }

        return new NumberReference(new Formula(column.Formula), cache);
    }

    public static TextProperties Words(double size, Ink ink, bool isBold = false, int? rotation = null) => new(
        rotation is null ? new A.BodyProperties() : new A.BodyProperties { Rotation = rotation, Vertical = A.TextVerticalValues.Horizontal },
        new A.ListStyle(),
        new A.Paragraph(new A.ParagraphProperties(Run<A.DefaultRunProperties>(size, ink, isBold)), new A.EndParagraphRunProperties()));

    public static RichText Rich(string text, double size, Ink ink, bool isBold = false, int? rotation = null) => new(
        rotation is null ? new A.BodyProperties() : new A.BodyProperties { Rotation = rotation, Vertical = A.TextVerticalValues.Horizontal },
        new A.ListStyle(),
        new A.Paragraph(
            new A.ParagraphProperties(Run<A.DefaultRunProperties>(size, ink, isBold)) { Alignment = A.TextAlignmentTypeValues.Left },
            new A.Run(Run<A.RunProperties>(size, ink, isBold), new A.Text(CleanText.Of(text)))));

    public static CategoryAxis CategoryAxis(AxisPositionValues side, bool isFromTop, string? title, bool isSlanted, int everyNth) => new(Ink.Some(
        new AxisId { Val = CategoryAxisId },
        new Scaling(new Orientation { Val = isFromTop ? OrientationValues.MaxMin : OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = side },
        AxisTitle(title, side),
        new NumberingFormat { FormatCode = "General", SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        new ChartShapeProperties(Ink.Pale.Line(0.75)),
        // Level by word, not by default: only then every program wraps long names.
        Words(PlotLayout.TextSize, Ink.Text, rotation: isSlanted ? -2_700_000 : 0),
        new CrossingAxis { Val = ValueAxisId },
        new Crosses { Val = CrossesValues.AutoZero },
        new AutoLabeled { Val = false },
        new LabelAlignment { Val = LabelAlignmentValues.Center },
        new LabelOffset { Val = 60 },
        everyNth > 1 ? new TickLabelSkip { Val = everyNth } : null,
        new NoMultiLevelLabels { Val = true }));

    /// <param name="maximum">Null: as the data say.</param>
    /// <param name="crosses">At the end of the other axis where that one runs from the top.</param>
    public static ValueAxis ValueAxis(uint id, uint crossing, AxisPositionValues side, NumberFormat format, string? title, double? maximum, bool isHidden, CrossesValues crosses, CrossBetweenValues between) => new(Ink.Some(
        new AxisId { Val = id },
        new Scaling(Ink.Some(new Orientation { Val = OrientationValues.MinMax }, maximum is { } most ? new MaxAxisValue { Val = most } : null, new MinAxisValue { Val = 0 })),
        new Delete { Val = isHidden },
        new AxisPosition { Val = side },
        isHidden ? null : new MajorGridlines(new ChartShapeProperties(Ink.Hairline.Line(0.5))),
        AxisTitle(title, side),
        new NumberingFormat { FormatCode = ChartSheet.FormatCode(format), SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        new ChartShapeProperties(Ink.NoLine()),
        Words(PlotLayout.TextSize, Ink.Soft),
        new CrossingAxis { Val = crossing },
        new Crosses { Val = crosses },
        new CrossBetween { Val = between }));

    /// <summary>What a label shows, in the order the format wants.</summary>
    public static OpenXmlElement[] Shown(bool value, bool series) =>
    [
        new ShowLegendKey { Val = false },
        new ShowValue { Val = value },
        new ShowCategoryName { Val = false },
        new ShowSeriesName { Val = series },
        new ShowPercent { Val = false },
        new ShowBubbleSize { Val = false },
    ];

    private static StringCache Cache(IReadOnlyList<string> words)
    {
        var cache = new StringCache(new PointCount { Val = (uint)words.Count });
        foreach (var (word, i) in words.Select((word, i) => (word, i)))
            cache.Append(new StringPoint(new NumericValue(CleanText.Of(word))) { Index = (uint)i });
        return cache;
    }

    private static Title? AxisTitle(string? title, AxisPositionValues side) => title is null ? null : new Title(
        new ChartText(Rich(title, PlotLayout.TextSize, Ink.Soft, rotation: side == AxisPositionValues.Left ? -5_400_000 : 0)),
        new Overlay { Val = false });

    private static T Run<T>(double size, Ink ink, bool isBold) where T : A.TextCharacterPropertiesType, new() => new()
    {
        FontSize = (int)(size * 100),
        Bold = isBold,
        InnerXml = ink.Fill().OuterXml,
    };

    private static Layout Inner(PlotLayout layout) => Manual(layout.Plot, layout.Chart, new LayoutTarget { Val = LayoutTargetValues.Inner });

    private static Layout Outer(PlotLayout layout, Box box) => Manual(box, layout.Chart, null);

    private static Layout Manual(Box box, Box chart, LayoutTarget? target) => new(new ManualLayout(Ink.Some(
        target,
        new LeftMode { Val = LayoutModeValues.Edge },
        new TopMode { Val = LayoutModeValues.Edge },
        new Left { Val = Share(box.X, chart.Width) },
        new Top { Val = Share(box.Y, chart.Height) },
        box.Width > 0 ? new Width { Val = Share(box.Width, chart.Width) } : null,
        box.Width > 0 ? new Height { Val = Share(box.Height, chart.Height) } : null)));

    private static double Share(double part, double whole) => Math.Round(part / whole, 5);
}
