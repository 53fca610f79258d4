using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using Index = DocumentFormat.OpenXml.Drawing.Charts.Index;

namespace Command.Reviews.Slides;

/// <summary>
/// Puts our numbers into a chart of the user's own: its kind and its looks stay, its series, categories and workbook become
/// ours. Series are taken in their order; one too few is made like the last, one too many goes.
/// </summary>
internal static class TemplateChart
{
    private const string WorkbookId = "rIdCommand";

    /// <returns>False: a chart of a kind that cannot carry these numbers; it is left as it is.</returns>
    public static bool Fill(ChartPart part, Chart chart)
    {
        if (part.ChartSpace?.GetFirstChild<DocumentFormat.OpenXml.Drawing.Charts.Chart>()?.PlotArea is not { } plot)
            return false;
        var series = plot.Descendants().Where(e => e.LocalName == "ser").ToList();
        var isScatter = chart is ScatterChart;
        if (series.Count == 0 || series.Any(s => s.GetFirstChild<Index>() is null || s.GetFirstChild<Order>() is null || s is ScatterChartSeries != isScatter || s is BubbleChartSeries or SurfaceChartSeries))
            return false;

        var sheet = chart switch
        {
            CategoryChart categories => Fill(series, categories),
            ScatterChart scatter => Fill(series, scatter),
            _ => throw new ArgumentException($"No plot for {chart.GetType().Name}."),
        };
        Embed(part, sheet);
        return true;
    }

    private static ChartSheet Fill(List<OpenXmlElement> series, CategoryChart chart)
    {
        var (sheet, categories, columns) = CategoryPlot.SheetOf(chart);
        foreach (var (own, i) in Matched(series, columns.Count).Select((own, i) => (own, i)))
        {
            SetHead(own, columns[i].Values);
            Set(own, new CategoryAxisData(ChartParts.Categories(categories).ChildElements.Select(e => e.CloneNode(true))));
            Set(own, new Values(ChartParts.Numbers(columns[i].Values)));
            if (columns[i] is { Down: { } down, Up: { } up })
                SetIntervals(own, down, up);
        }

        return sheet;
    }

    private static ChartSheet Fill(List<OpenXmlElement> series, ScatterChart chart)
    {
        var (sheet, columns) = ScatterPlot.SheetOf(chart);
        foreach (var (own, i) in Matched(series, columns.Count).Select((own, i) => (own, i)))
        {
            SetHead(own, columns[i].Y);
            Set(own, new XValues(ChartParts.Numbers(columns[i].X)));
            Set(own, new YValues(ChartParts.Numbers(columns[i].Y)));
        }

        return sheet;
    }

    /// <summary>As many series as there are to fill, without what belonged to single points and cells of the old data.</summary>
    private static List<OpenXmlElement> Matched(List<OpenXmlElement> series, int count)
    {
        foreach (var extra in series.Skip(count))
            extra.Remove();
        var matched = series.Take(count).ToList();
        foreach (var own in matched)
        {
            own.RemoveAllChildren<DataPoint>();
            own.RemoveAllChildren<ErrorBars>();
            foreach (var old in own.Elements().Where(e => e.LocalName is "extLst" or "trendline").ToList())
                old.Remove();
            own.GetFirstChild<DataLabels>()?.RemoveAllChildren<DataLabel>();
        }

        while (matched.Count < count)
        {
            var next = matched[^1].CloneNode(true);
            next.RemoveAllChildren<ChartShapeProperties>();
            matched.Add(matched[^1].InsertAfterSelf(next));
        }

        foreach (var (own, i) in matched.Select((own, i) => (own, i)))
        {
            own.GetFirstChild<Index>()!.Val = (uint)i;
            own.GetFirstChild<Order>()!.Val = (uint)i;
        }

        return matched;
    }

    private static void SetHead(OpenXmlElement series, NumberColumn column)
    {
        series.RemoveAllChildren<SeriesText>();
        series.GetFirstChild<Order>()!.InsertAfterSelf(ChartParts.Head(column));
    }

    private static void Set<T>(OpenXmlElement series, T data) where T : OpenXmlElement
    {
        if (series.GetFirstChild<T>() is { } old)
        {
            old.InsertAfterSelf(data);
            old.Remove();
        }
        else
        {
            ((OpenXmlCompositeElement)series).AddChild(data);
        }
    }

    private static void SetIntervals(OpenXmlElement series, NumberColumn down, NumberColumn up)
    {
        if (series is BarChartSeries or LineChartSeries)
            series.GetFirstChild<CategoryAxisData>()!.InsertBeforeSelf(CategoryPlot.Intervals(down, up));
    }

    private static void Embed(ChartPart part, ChartSheet sheet)
    {
        if (part.EmbeddedPackagePart is { } old)
            part.DeletePart(old);
        using var workbook = new MemoryStream(ChartWorkbook.Write(sheet));
        part.AddEmbeddedPackagePart(EmbeddedPackagePartType.Xlsx, WorkbookId).FeedData(workbook);
        part.ChartSpace.RemoveAllChildren<ExternalData>();
        ((OpenXmlCompositeElement)part.ChartSpace).AddChild(new ExternalData(new AutoUpdate { Val = false }) { Id = WorkbookId });
    }
}
