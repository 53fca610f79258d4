using Command.Reviews.Packages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Command.Reviews.Slides;

/// <summary>Turns the description of a deck into a PPTX.</summary>
public static class DeckWriter
{
    public const string Type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /// <param name="output">Written from here on, needs neither reading nor seeking; written to synchronously: a file or memory, not a response. Untouched when the description is at fault or the caller cancels.</param>
    /// <param name="progress">Told after each slide: how many are written, of how many.</param>
    /// <exception cref="ArgumentException">A description that contradicts itself: a series longer than its categories, a value that is no number, two charts of one name.</exception>
    public static void Write(Deck deck, Stream output, IProgress<DeckProgress>? progress = null, CancellationToken cancel = default)
    {
        DeckFaults.Refuse(deck);
        var pages = new List<Page>();
        foreach (var slide in deck.Slides)
            pages.AddRange(Page.Of(slide, cancel));

        using var package = new MemoryStream();
        using (var document = PresentationDocument.Create(package, PresentationDocumentType.Presentation))
        {
            // It is packed once, by StillZip.
            document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            var file = new DeckFile(document, deck);
            for (var i = 0; i < pages.Count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                file.Add(pages[i], deck.Footer);
                progress?.Report(new DeckProgress(i + 1, pages.Count));
            }

            file.Close();
        }

        using var packed = new MemoryStream();
        StillZip.Pack(package, packed);
        packed.WriteTo(output);
    }
}

public readonly record struct DeckProgress(int Slides, int Of);
