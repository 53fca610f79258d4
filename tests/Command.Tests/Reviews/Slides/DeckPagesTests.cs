using System.Globalization;
using System.Xml;
using Command.Boards.Reviews;
using Command.Reviews;
using Command.Reviews.Slides;

namespace Command.Tests.Reviews.Slides;

/// <summary>Decks as another office program draws them.</summary>
public sealed class DeckPagesTests : IDisposable
{
    /// <summary>Where the footer begins, of a page that is 540 high.</summary>
    private const double FooterLine = 504.0 / 540;

    /// <summary>Whose review it is, and what else is known.</summary>
    private static readonly (string[] Worlds, string Period)[] published =
    [
        (["tan-phu"], "2021-02-01..2022-05-13"), (["ho-chi-minh", "tan-phu"], "2021-01-01..2022-05-16"), (["nam-tu-liem"], "2021-03-01..2021-06-30"), (["ninh-binh"], "2020-01-01..2021-12-31"), (["o-cho-dua"], "2025-07-01..2025-12-31"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("command-deck");

    [LibreOfficeFact]
    public async Task Every_slide_is_one_page_and_no_word_runs_over_its_edge_or_its_footer() =>
        await ExpectOnPagesAsync([.. new[] { "review", "hostile, one unit", "hostile, 60 units" }.Select(name => (name, Written.Of(name)))]);

    [LibreOfficeFact]
    public async Task So_it_is_of_reviews_of_the_published_systems()
    {
        var decks = new List<(string, byte[])>();
        foreach (var (worlds, period) in published)
        {
            var world = worlds[0];
            await using var app = await PublishedReviewsTests.StartAsync(worlds);
            var figures = await PublishedReviewsTests.ReadAsync(app, world, period);
            decks.AddRange(Enum.GetValues<DeckLanguage>().Select(language => ($"{world}, {language}", Written.Write(app.Get<ReviewDeck>().Deck(figures, ReviewWords.None, "Hội nghị tổng kết", language)))));
        }

        await ExpectOnPagesAsync(decks);
    }

    [LibreOfficeFact]
    public async Task So_it_is_of_reviews_with_hostile_names_and_any_number_of_units()
    {
        await using var app = await TestApp.StartAsync();
        var words = ReviewWords.None.With(ReviewSection.Boards, "Nhận xét & \"dấu\" <b>\u0001") with { Commendations = [new(HostileDeck.Long, HostileDeck.Unbroken)], Targets = [new("coverage", 1), new("messages", 100)] };

        await ExpectOnPagesAsync([.. new[] { (0, 0), (1, 0), (1, 3), (60, 40) }.SelectMany(size => Enum.GetValues<DeckLanguage>().Select(language =>
            ($"{size.Item1} units of {size.Item2} tip-offs, {language}", Written.Write(app.Get<ReviewDeck>().Deck(ReviewDeckTests.Figures(size.Item1, size.Item2), words, HostileDeck.Long, language)))))]);
    }

    private async Task ExpectOnPagesAsync(IReadOnlyList<(string Name, byte[] File)> decks)
    {
        var files = decks.Select((_, i) => Path.Combine(folder.FullName, $"deck{i}.pptx")).ToList();
        foreach (var (deck, file) in decks.Zip(files))
            await File.WriteAllBytesAsync(file, deck.File);
        await LibreOfficeFactAttribute.RunAsync("soffice", [$"-env:UserInstallation={new Uri(folder.FullName).AbsoluteUri}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder.FullName, .. files]);

        foreach (var ((name, bytes), path) in decks.Zip(files))
        {
            var pdf = Path.ChangeExtension(path, "pdf");
            if (Environment.GetEnvironmentVariable("COMMAND_SCREENSHOTS") is { } kept)
            {
                File.Copy(path, Path.Combine(kept, $"deck {name}.pptx"), overwrite: true);
                File.Copy(pdf, Path.Combine(kept, $"deck {name}.pdf"), overwrite: true);
            }

            using var file = new DeckReader(bytes);
            var slides = file.Slides();
            var pages = await PagesAsync(pdf);

            Assert.Equal(slides.Count, pages.Count);
            var faults = pages.SelectMany((page, number) => page.Words.Select(word => (page, word, Number: number + 1)))
                .Where(p => p.word.Left < -0.5 || p.word.Right > p.page.Width + 0.5 || p.word.Top < -0.5 || p.word.Bottom > p.page.Height + 0.5)
                .Select(p => $"{name}, page {p.Number}: '{p.word.Text}' runs over the edge.")
                .Concat(pages.Select((page, number) => (Number: number + 1, Extra: Extra(Below(page), Footer(file, slides[number])))).Where(p => p.Extra.Length > 0)
                    .Select(p => $"{name}, page {p.Number}: '{p.Extra}' runs into the footer."))
                .ToList();
            Assert.Empty(faults);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Below(PdfPage page) => string.Concat(page.Words.Where(w => w.Bottom > page.Height * FooterLine + 3).Select(w => w.Text));

    private static string Footer(DeckReader file, string slide) =>
        string.Concat(file.Xml(slide).SelectNodes("//*[local-name()='sp'][.//*[local-name()='ph'][@type='ftr' or @type='sldNum']]//*[local-name()='t']")!.Cast<XmlElement>().Select(t => t.InnerText));

    /// <summary>Letters of what is drawn that the text does not have. By letters: a word whose letters come from two fonts is read as several.</summary>
    private static string Extra(string drawn, string text)
    {
        var own = text.Where(c => !char.IsWhiteSpace(c)).ToList();
        return string.Concat(drawn.Where(c => !own.Remove(c)));
    }

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
