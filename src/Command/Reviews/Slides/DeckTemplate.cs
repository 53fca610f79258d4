using System.Xml;
using Command.Reviews.Packages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using P = DocumentFormat.OpenXml.Presentation;

namespace Command.Reviews.Slides;

/// <summary>
/// Fills a presentation of the user's own: `{{name}}` in any text of slides, notes, masters and charts, and the charts named
/// like ours (the graphic's name, or the title or the text of its alternative text).
/// </summary>
public static class DeckTemplate
{
    public const long LargestBytes = 50 * 1024 * 1024;

    /// <param name="template">Read to its end and synchronously, a file or memory; needs no seeking.</param>
    /// <param name="values">By name without braces: `tipoffs.ratio` → "24,96 %". A line break stays one.</param>
    /// <param name="charts">By <see cref="Chart.Name"/>.</param>
    /// <param name="output">Untouched when the template is refused.</param>
    /// <exception cref="ArgumentException">A chart that contradicts itself: see <see cref="DeckWriter.Write"/>.</exception>
    public static TemplateReport Fill(Stream template, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, Chart> charts, Stream output, CancellationToken cancel = default)
    {
        foreach (var chart in charts.Values)
            DeckFaults.Refuse(chart);
        using var file = new MemoryStream();
        if (!Copy(template, file, cancel))
            return Refused(TemplateRefusal.TooLarge);
        if (TemplateGate.Look(file, cancel) is { } refusal)
            return Refused(refusal);

        var text = new TemplateText(values);
        var found = new FoundCharts();
        try
        {
            file.Position = 0;
            using var document = PresentationDocument.Open(file, true, new OpenSettings { AutoSave = false });
            if (document.PresentationPart?.Presentation is null)
                return Refused(TemplateRefusal.NotAPresentation);
            document.ChangeDocumentType(PresentationDocumentType.Presentation);
            foreach (var part in Parts(document.PresentationPart))
            {
                cancel.ThrowIfCancellationRequested();
                Fill(part, text, charts, found);
            }
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException or IOException or UriFormatException)
        {
            return Refused(TemplateRefusal.NotAPresentation);
        }

        using var packed = new MemoryStream();
        StillZip.Pack(file, packed);
        packed.WriteTo(output);
        return new TemplateReport(
            null,
            new([.. text.Filled.Order(StringComparer.Ordinal)], [.. found.Filled.Order(StringComparer.Ordinal)]),
            new([.. text.Unknown.Order(StringComparer.Ordinal)], [.. found.Unknown.Order(StringComparer.Ordinal)]),
            [.. found.Unfit.Order(StringComparer.Ordinal)],
            new([.. values.Keys.Except(text.Filled).Order(StringComparer.Ordinal)], [.. charts.Keys.Except(found.Filled).Except(found.Unfit).Order(StringComparer.Ordinal)]));
    }

    private static void Fill(OpenXmlPart part, TemplateText text, IReadOnlyDictionary<string, Chart> charts, FoundCharts found)
    {
        var root = part.RootElement;
        if (root is null)
            return;

        foreach (var frame in root.Descendants<P.GraphicFrame>())
        {
            if (frame.Descendants<C.ChartReference>().FirstOrDefault()?.Id?.Value is { } id && part.TryGetPartById(id, out var held) && held is ChartPart chartPart)
                Fill(chartPart, NamesOf(frame), text, charts, found);
        }

        if (text.Fill(root))
            root.Save();
    }

    private static void Fill(ChartPart part, List<string> names, TemplateText text, IReadOnlyDictionary<string, Chart> charts, FoundCharts found)
    {
        var name = names.FirstOrDefault(charts.ContainsKey);
        var isFilled = name is not null && TemplateChart.Fill(part, charts[name]);
        if (name is null)
            found.Unknown.UnionWith(names.Take(1));
        else
            (isFilled ? found.Filled : found.Unfit).Add(name);
        if (part.ChartSpace is { } space && (text.Fill(space) || isFilled))
            space.Save();
    }

    private static List<string> NamesOf(P.GraphicFrame frame)
    {
        var named = frame.NonVisualGraphicFrameProperties?.NonVisualDrawingProperties;
        return [.. new[] { named?.Name?.Value, named?.Title?.Value, named?.Description?.Value }.OfType<string>().Select(n => n.Trim()).Where(n => n.Length > 0)];
    }

    private static IEnumerable<OpenXmlPart> Parts(PresentationPart presentation) =>
    [
        .. presentation.SlideParts,
        .. presentation.SlideParts.Select(s => s.NotesSlidePart).OfType<OpenXmlPart>(),
        .. presentation.SlideMasterParts,
        .. presentation.SlideMasterParts.SelectMany(m => m.SlideLayoutParts),
    ];

    /// <returns>False: more than may be.</returns>
    private static bool Copy(Stream template, MemoryStream file, CancellationToken cancel)
    {
        var buffer = new byte[81_920];
        for (int read; (read = template.Read(buffer)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            if (file.Length + read > LargestBytes)
                return false;
            file.Write(buffer.AsSpan(0, read));
        }

        return true;
    }

    private static TemplateReport Refused(TemplateRefusal refusal) => new(refusal, new([], []), new([], []), [], new([], []));

    private sealed class FoundCharts
    {
        public HashSet<string> Filled { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Unfit { get; } = new(StringComparer.Ordinal);
    }
}
