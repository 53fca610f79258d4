using DocumentFormat.OpenXml.Presentation;
using A = DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>The master and its two layouts. What they set, slides need not repeat: staff may add slides of their own.</summary>
internal static class DeckMaster
{
    public const string CoverId = "rId1";
    public const string ContentId = "rId2";
    public const string ThemeId = "rId3";

    /// <summary>The format wants ids from here on, unlike any other's.</summary>
    public const uint MasterId = 2_147_483_648;

    public static SlideMaster Master(Words words)
    {
        var shapes = new Shapes(words.Language);
        shapes.Placeholder(Placeholder.Title, words.Title, Grid.Title, [new(words.Title, Grid.TitleSize, Ink.Text) { IsBold = true }]);
        shapes.Placeholder(Placeholder.Body, words.Body, Grid.Body, [new(words.Body, Density.Steps[1].Prose, Ink.Text)]);
        Foot(shapes, words);
        return new SlideMaster(
            new CommonSlideData(new Background(new BackgroundStyleReference(new A.SchemeColor { Val = A.SchemeColorValues.Background1 }) { Index = 1001 }), shapes.Tree()),
            DeckTheme.Map(),
            new SlideLayoutIdList(new SlideLayoutId { Id = MasterId + 1, RelationshipId = CoverId }, new SlideLayoutId { Id = MasterId + 2, RelationshipId = ContentId }),
            new TextStyles(
                new TitleStyle(Level<A.Level1ParagraphProperties>(Grid.TitleSize, Ink.Text, true, false)),
                new BodyStyle(Level<A.Level1ParagraphProperties>(Density.Steps[1].Prose, Ink.Text, false, false), Level<A.Level2ParagraphProperties>(Density.Steps[2].Prose, Ink.Text, false, true)),
                new OtherStyle(Level<A.Level1ParagraphProperties>(Density.Steps[3].Prose, Ink.Text, false, false))));
    }

    public static SlideLayout Cover(Words words)
    {
        var shapes = new Shapes(words.Language);
        shapes.Bar(words.Line, Grid.CoverBar, Ink.Accent);
        shapes.Placeholder(Placeholder.CoverTitle, words.Title, Grid.CoverTitle, [new(words.Title, Grid.CoverTitleSize, Ink.Text) { IsBold = true }]);
        shapes.Placeholder(Placeholder.Kicker, words.Kicker, Grid.CoverKicker, [new(words.Kicker, Grid.KickerSize, Ink.Accent) { IsBold = true }]);
        shapes.Placeholder(Placeholder.CoverLead, words.Lead, Grid.CoverLead, [new(words.Lead, Grid.CoverLeadSize, Ink.Soft)]);
        shapes.Placeholder(Placeholder.Footnote, words.Footnote, Grid.Footnote, [new(words.Footnote, Grid.FootnoteSize, Ink.Soft)]);
        Foot(shapes, words);
        return Layout(words.Cover, SlideLayoutValues.Title, shapes, Ink.Ground);
    }

    public static SlideLayout Content(Words words)
    {
        var shapes = new Shapes(words.Language);
        shapes.Placeholder(Placeholder.Title, words.Title, Grid.Title, [new(words.Title, Grid.TitleSize, Ink.Text) { IsBold = true }]);
        shapes.Placeholder(Placeholder.Kicker, words.Kicker, Grid.Kicker, [new(words.Kicker, Grid.KickerSize, Ink.Accent) { IsBold = true }]);
        shapes.Placeholder(Placeholder.Lead, words.Lead, Grid.Lead, [new(words.Lead, Grid.LeadSize, Ink.Soft)]);
        shapes.Placeholder(Placeholder.Body, words.Body, Grid.Body, [new(words.Body, Density.Steps[1].Prose, Ink.Text)]);
        shapes.Placeholder(Placeholder.Footnote, words.Footnote, Grid.Footnote, [new(words.Footnote, Grid.FootnoteSize, Ink.Soft)]);
        Foot(shapes, words);
        return Layout(words.Content, null, shapes, null);
    }

    private static void Foot(Shapes shapes, Words words)
    {
        shapes.Bar(words.Line, new Box(Grid.Margin, Grid.FooterLine, Grid.Inner, 0.75), Ink.Hairline);
        shapes.Placeholder(Placeholder.Footer, words.Footer, Grid.Footer, [new(words.Footer, Grid.FooterSize, Ink.Soft)]);
        shapes.PageNumber(Placeholder.PageNumber, words.PageNumber, null, Grid.PageNumber);
    }

    private static SlideLayout Layout(string name, SlideLayoutValues? type, Shapes shapes, Ink? background)
    {
        var data = new CommonSlideData(Ink.Some(background is null ? null : new Background(new BackgroundProperties(background.Fill(), new A.EffectList())), shapes.Tree())) { Name = name };
        return new SlideLayout(data, new ColorMapOverride(new A.MasterColorMapping())) { Type = type is { } known ? known : null, Preserve = true, UserDrawn = type is null, ShowMasterShapes = false };
    }

    private static T Level<T>(double size, Ink ink, bool isBold, bool isBullet) where T : A.TextParagraphPropertiesType, new()
    {
        var level = new T { Alignment = A.TextAlignmentTypeValues.Left, LeftMargin = isBullet ? (int)Box.Emu(ProseLayout.Indent) : 0, Indent = isBullet ? -(int)Box.Emu(ProseLayout.Indent) : 0 };
        level.Append(
            new A.LineSpacing(new A.SpacingPercent { Val = 100_000 }),
            isBullet ? new A.CharacterBullet { Char = "•" } : new A.NoBullet(),
            new A.DefaultRunProperties(ink.Fill(), new A.LatinFont { Typeface = isBold ? "+mj-lt" : "+mn-lt" }) { FontSize = (int)(size * 100), Bold = isBold });
        return level;
    }
}
