namespace Command.Reviews.Slides;

/// <summary>The fixed parts of a slide: how large they are written and what room they leave.</summary>
internal sealed record Head(string Title, double TitleSize, Box TitleBox, string? Lead, double LeadSize, Box LeadBox, string? Footnote, Box FootnoteBox, Box Body)
{
    private const int TitleLines = 2;
    private const int LeadLines = 2;
    private const int FootnoteLines = 4;

    /// <param name="part">From 1; above 1 the slide goes on from the one before and needs no lead.</param>
    public static Head Of(Slide slide, int part, int parts) => slide.IsCover ? Cover(slide) : Content(slide, part, parts);

    private static Head Content(Slide slide, int part, int parts)
    {
        var numbered = parts > 1 ? $" ({part}/{parts})" : "";
        var titleSize = TextWidth.Fit(slide.Title + numbered, Grid.Inner, 1, true, Grid.TitleSize, 24, 22);
        if (TextWidth.Lines(slide.Title + numbered, titleSize, Grid.Inner, true) > 1)
            titleSize = TextWidth.Fit(slide.Title + numbered, Grid.Inner, TitleLines, true, 22, 20, 18);
        var room = Grid.Inner - TextWidth.Of(numbered, titleSize, true);
        var title = TextWidth.Cut(slide.Title, titleSize, room, TitleLines, true) + numbered;
        var titleBox = Grid.Title with { Height = Math.Max(Grid.Title.Height, Lines(title, titleSize, true) * titleSize * Grid.Leading + 2) };

        var lead = part == 1 ? slide.Lead : null;
        var leadSize = lead is null ? Grid.LeadSize : TextWidth.Fit(lead, Grid.Inner, LeadLines, false, Grid.LeadSize, 14, 13, 12);
        lead = lead is null ? null : TextWidth.Cut(lead, leadSize, Grid.Inner, LeadLines);
        var leadBox = Grid.Lead with { Y = titleBox.Bottom + 4, Height = lead is null ? 0 : Lines(lead, leadSize, false) * leadSize * Grid.Leading + 2 };

        var footnote = slide.Footnote is null ? null : TextWidth.Cut(slide.Footnote, Grid.FootnoteSize, Grid.Inner, FootnoteLines);
        var footnoteHeight = footnote is null ? 0 : Lines(footnote, Grid.FootnoteSize, false) * Grid.FootnoteSize * Grid.Leading + 2;
        var footnoteBox = Grid.Footnote with { Y = Grid.Footnote.Bottom - footnoteHeight, Height = footnoteHeight };

        var top = Math.Max(leadBox.Bottom, titleBox.Bottom) + 14;
        return new Head(title, titleSize, titleBox, lead, leadSize, leadBox, footnote, footnoteBox, new Box(Grid.Margin, top, Grid.Inner, footnoteBox.Y - 8 - top));
    }

    private static Head Cover(Slide slide)
    {
        var width = Grid.CoverTitle.Width;
        var titleSize = TextWidth.Fit(slide.Title, width, 2, true, Grid.CoverTitleSize, 36, 32);
        if (TextWidth.Lines(slide.Title, titleSize, width, true) > 2)
            titleSize = TextWidth.Fit(slide.Title, width, 3, true, 32, 28, 24, 22);
        var title = TextWidth.Cut(slide.Title, titleSize, width, 3, true);
        var titleHeight = TextWidth.Lines(title, titleSize, width, true) * titleSize * Grid.Leading + 2;
        var leadSize = slide.Lead is null ? Grid.CoverLeadSize : TextWidth.Fit(slide.Lead, width, 2, false, Grid.CoverLeadSize, 18, 16, 14);
        return new Head(
            title, titleSize, Grid.CoverTitle with { Height = titleHeight },
            slide.Lead is null ? null : TextWidth.Cut(slide.Lead, leadSize, width, 2), leadSize, Grid.CoverLead with { Y = Grid.CoverTitle.Y + titleHeight + 12 },
            slide.Footnote is null ? null : TextWidth.Cut(slide.Footnote, Grid.FootnoteSize, Grid.Inner, 2), Grid.Footnote, Grid.CoverBody);
    }

    private static int Lines(string text, double size, bool bold) => TextWidth.Lines(text, size, Grid.Inner, bold);
}
