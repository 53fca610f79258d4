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
        new ColorMap
        {
            Background1 = A.ColorSchemeIndexValues.Light1,
            Text1 = A.ColorSchemeIndexValues.Dark1,
            Background2 = A.ColorSchemeIndexValues.Light2,
            Text2 = A.ColorSchemeIndexValues.Dark2,
            Accent1 = A.ColorSchemeIndexValues.Accent1,
            Accent2 = A.ColorSchemeIndexValues.Accent2,
            Accent3 = A.ColorSchemeIndexValues.Accent3,
            Accent4 = A.ColorSchemeIndexValues.Accent4,
            Accent5 = A.ColorSchemeIndexValues.Accent5,
            Accent6 = A.ColorSchemeIndexValues.Accent6,
            Hyperlink = A.ColorSchemeIndexValues.Hyperlink,
            FollowedHyperlink = A.ColorSchemeIndexValues.FollowedHyperlink,
        });

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
