using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>What the speaker sees: the slide, and under it the sentence to say.</summary>
internal static class SpeakerNotes
{
    private static readonly Placeholder image = new(PlaceholderValues.SlideImage);

    /// <summary>On a page of 540 × 720 points, upright.</summary>
    private static readonly Box imageBox = new(54, 54, 432, 243);
    private static readonly Box textBox = new(54, 324, 432, 342);

    public static NotesMaster Master(Words words) => new(
        new CommonSlideData(new Background(new BackgroundStyleReference(new A.SchemeColor { Val = A.SchemeColorValues.Background1 }) { Index = 1001 }), Tree(words, [words.Notes], true)),
        DeckTheme.Map());

    public static NotesSlide Slide(string notes, Words words) => new(
        new CommonSlideData(Tree(words, notes.ReplaceLineEndings("\n").Split('\n'), false)),
        new ColorMapOverride(new A.MasterColorMapping()));

    private static ShapeTree Tree(Words words, string[] paragraphs, bool isMaster)
    {
        var shapes = new Shapes(words.Language);
        shapes.SlideImage(image, words.Content, isMaster ? imageBox : null);
        shapes.Placeholder(Placeholder.Body, words.Notes, isMaster ? textBox : null, paragraphs.Select(p => new Paragraph(p, 12, Ink.Text) { SpaceBefore = 4 }));
        return shapes.Tree();
    }
}
