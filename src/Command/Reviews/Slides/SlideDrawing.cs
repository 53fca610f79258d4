using A = DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>Draws a page's head and blocks.</summary>
internal static class SlideDrawing
{
    /// <param name="chartId">The relationship of each chart, in the order in which they stand.</param>
    public static Shapes Draw(Page page, string footer, int number, Words words, Func<Chart, Box, string> chartId)
    {
        var shapes = new Shapes(words.Language);
        Head(shapes, page, words);
        var prose = 0;
        foreach (var placed in page.Blocks)
        {
            switch (placed.Block)
            {
                case Prose text when prose++ == 0 && !page.Slide.IsCover:
                    shapes.Placeholder(Placeholder.Body, words.Body, placed.Box, Lines(text, placed.Density));
                    break;
                case Prose text:
                    shapes.Text(words.Body, placed.Box, Lines(text, placed.Density));
                    break;
                case Figures figures:
                    Draw(shapes, figures, placed, words);
                    break;
                case Table table:
                    shapes.Table(words.Table, table.AltText, placed.Box, TableDrawing.Draw(table, placed, words.Language));
                    break;
                case Chart chart:
                    shapes.Chart(chart, placed.Box, chartId(chart, placed.Box));
                    break;
            }
        }

        Foot(shapes, page, footer, number, words);
        return shapes;
    }

    private static void Head(Shapes shapes, Page page, Words words)
    {
        var (slide, head) = (page.Slide, page.Head);
        shapes.Placeholder(slide.IsCover ? Placeholder.CoverTitle : Placeholder.Title, words.Title, head.TitleBox == (slide.IsCover ? Grid.CoverTitle : Grid.Title) ? null : head.TitleBox, [new(head.Title, head.TitleSize, Ink.Text) { IsBold = true }]);
        if (!string.IsNullOrEmpty(slide.Kicker))
            shapes.Placeholder(Placeholder.Kicker, words.Kicker, null, [new(TextWidth.Cut(slide.Kicker, Grid.KickerSize, slide.IsCover ? Grid.CoverKicker.Width : Grid.Inner, 1, true), Grid.KickerSize, Ink.Accent) { IsBold = true }]);
        if (!string.IsNullOrEmpty(head.Lead))
            shapes.Placeholder(slide.IsCover ? Placeholder.CoverLead : Placeholder.Lead, words.Lead, head.LeadBox == (slide.IsCover ? Grid.CoverLead : Grid.Lead) ? null : head.LeadBox, [new(head.Lead, head.LeadSize, Ink.Soft)]);
    }

    private static void Foot(Shapes shapes, Page page, string footer, int number, Words words)
    {
        if (!string.IsNullOrEmpty(page.Head.Footnote))
            shapes.Placeholder(Placeholder.Footnote, words.Footnote, page.Head.FootnoteBox == Grid.Footnote ? null : page.Head.FootnoteBox, [new(page.Head.Footnote, Grid.FootnoteSize, Ink.Soft)]);
        shapes.Placeholder(Placeholder.Footer, words.Footer, null, [new(TextWidth.Cut(footer, Grid.FooterSize, Grid.Footer.Width, 1), Grid.FooterSize, Ink.Soft)]);
        shapes.PageNumber(Placeholder.PageNumber, words.PageNumber, number);
    }

    private static IEnumerable<Paragraph> Lines(Prose prose, Density density) => prose.Lines.Select((line, i) => new Paragraph(line.Text, density.Prose, Ink.Of(line.Tone))
    {
        IsBold = ProseLayout.IsBold(line),
        IsBullet = line.IsBullet,
        SpaceBefore = i == 0 ? 0 : ProseLayout.Space * density.Prose,
    });

    private static void Draw(Shapes shapes, Figures figures, Placed placed, Words words)
    {
        var layout = FigureLayout.Of(figures, placed.Box.Width, placed.Density);
        foreach (var (figure, i) in figures.Items.Select((figure, i) => (figure, i)))
        {
            var box = new Box(
                placed.Box.X + i % layout.PerRow * (layout.TileWidth + Grid.Gutter),
                placed.Box.Y + i / layout.PerRow * (layout.TileHeight + Grid.Gap),
                layout.TileWidth, layout.TileHeight);
            shapes.Bar(words.Line, box with { Height = 1 }, figure.Tone is Tone.Waits or Tone.Overdue or Tone.Accent ? Ink.Of(figure.Tone) : Ink.Pale);
            var size = layout.TextSize;
            var label = TextWidth.Cut(figure.Label, size, box.Width, layout.Labels);
            // Labels stand on one line and values hang from it, however many lines a label takes in the font at hand.
            var labels = box with { Y = box.Y + FigureLayout.TopPadding, Height = layout.Labels * size * Grid.Leading };
            shapes.Text(words.Label, labels, [new(label, size, Ink.Soft)], A.TextAnchoringTypeValues.Bottom);
            List<Paragraph> paragraphs = [new(figure.Value, layout.ValueSize, Ink.Of(figure.Tone)) { IsBold = true }];
            if (!string.IsNullOrEmpty(figure.Comparison))
                paragraphs.Add(new(TextWidth.Cut(figure.Comparison, size, box.Width, layout.Comparisons), size, Ink.Soft));
            shapes.Text(words.Figure, box with { Y = labels.Y + labels.Height, Height = box.Y + box.Height - labels.Y - labels.Height }, paragraphs, A.TextAnchoringTypeValues.Top);
        }
    }
}
