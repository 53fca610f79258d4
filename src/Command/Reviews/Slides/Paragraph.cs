using DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>One paragraph as it is drawn. Lines have a fixed height, so that a stand-in font makes no box higher.</summary>
internal sealed record Paragraph(string Text, double Size, Ink Ink)
{
    public bool IsBold { get; init; }

    public bool IsBullet { get; init; }

    public bool IsRight { get; init; }

    /// <summary>Points.</summary>
    public double SpaceBefore { get; init; }

    public DocumentFormat.OpenXml.Drawing.Paragraph Draw(string language) => new(
        new ParagraphProperties(Ink.Some(
            new LineSpacing(new SpacingPoints { Val = Hundredths(Size * Grid.Leading) }),
            new SpaceBefore(new SpacingPoints { Val = Hundredths(SpaceBefore) }),
            IsBullet ? new BulletColor(Ink.Accent.Colour()) : null,
            IsBullet ? new BulletFont { Typeface = "Arial" } : null,
            IsBullet ? new CharacterBullet { Char = "•" } : new NoBullet()))
        {
            Alignment = IsRight ? TextAlignmentTypeValues.Right : TextAlignmentTypeValues.Left,
            LeftMargin = IsBullet ? (int)Box.Emu(ProseLayout.Indent) : 0,
            Indent = IsBullet ? -(int)Box.Emu(ProseLayout.Indent) : 0,
        },
        new Run(new RunProperties(Ink.Fill(), new LatinFont { Typeface = "+mn-lt" }) { Language = language, FontSize = Hundredths(Size), Bold = IsBold }, new Text(CleanText.Of(Text))));

    private static int Hundredths(double points) => (int)Math.Round(points * 100);
}
