using System.Globalization;
using System.Xml;

namespace Command.Tests.Reviews.Slides;

/// <summary>Decks as another office program draws them.</summary>
public sealed class DeckPagesTests : IDisposable
{
    /// <summary>Where the footer begins, of a page that is 540 high.</summary>
    private const double FooterLine = 504.0 / 540;

    private static readonly string[] decks = ["review", "hostile, one unit", "hostile, 60 units"];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("command-deck");

    [LibreOfficeFact]
    public async Task Every_slide_is_one_page_and_no_word_runs_over_its_edge_or_its_footer()
    {
        foreach (var (name, i) in decks.Select((name, i) => (name, i)))
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"deck{i}.pptx"), Written.Of(name));
        await LibreOfficeFactAttribute.RunAsync("soffice", [$"-env:UserInstallation={new Uri(folder.FullName).AbsoluteUri}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, .. decks.Select((_, i) => Path.Combine(folder.FullName, $"deck{i}.pptx"))]);

        foreach (var (name, i) in decks.Select((name, i) => (name, i)))
        {
            using var file = new DeckReader(Written.Of(name));
            var slides = file.Slides();
            var pages = await PagesAsync(Path.Combine(folder.FullName, $"deck{i}.pdf"));

            Assert.Equal(slides.Count, pages.Count);
            var faults = pages.SelectMany((page, number) => page.Words.Select(word => (page, word, Number: number + 1)))
                .Where(p => p.word.Left < -0.5 || p.word.Right > p.page.Width + 0.5 || p.word.Top < -0.5 || p.word.Bottom > p.page.Height + 0.5)
                .Select(p => $"{name}, page {p.Number}: '{p.word.Text}' runs over the edge.")
                .Concat(pages.SelectMany((page, number) => Below(page).Except(Footer(file, slides[number])).Select(word => $"{name}, page {number + 1}: '{word}' runs into the footer.")))
                .ToList();
            Assert.Empty(faults);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static IEnumerable<string> Below(PdfPage page) => page.Words.Where(w => w.Bottom > page.Height * FooterLine + 3).Select(w => w.Text);

    private static HashSet<string> Footer(DeckReader file, string slide) =>
        [.. file.Xml(slide).SelectNodes("//*[local-name()='sp'][.//*[local-name()='ph'][@type='ftr' or @type='sldNum']]//*[local-name()='t']")!.Cast<XmlElement>().SelectMany(t => t.InnerText.Split(' '))];

    private async Task<List<PdfPage>> PagesAsync(string pdf)
    {
        var boxes = Path.Combine(folder.FullName, "boxes.html");
        await LibreOfficeFactAttribute.RunAsync("pdftotext", "-bbox", pdf, boxes);
        var document = new XmlDocument { XmlResolver = null };
        using var reader = XmlReader.Create(boxes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        document.Load(reader);
        return [.. document.SelectNodes("//*[local-name()='page']")!.Cast<XmlElement>().Select(page => new PdfPage(
            Number(page, "width"), Number(page, "height"),
            [.. page.SelectNodes("*[local-name()='word']")!.Cast<XmlElement>().Select(w => new PdfWord(w.InnerText, Number(w, "xMin"), Number(w, "yMin"), Number(w, "xMax"), Number(w, "yMax")))]))];
    }

    private static double Number(XmlElement element, string name) => double.Parse(element.GetAttribute(name), CultureInfo.InvariantCulture);

    private sealed record PdfPage(double Width, double Height, IReadOnlyList<PdfWord> Words);

    private sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom);
}
