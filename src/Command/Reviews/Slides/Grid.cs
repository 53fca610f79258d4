namespace Command.Reviews.Slides;

/// <summary>The one grid of all slides, 16:9, in points.</summary>
internal static class Grid
{
    public const double Width = 960;
    public const double Height = 540;
    public const double Margin = 48;
    public const double Inner = Width - 2 * Margin;

    /// <summary>Between blocks under each other, and beside each other.</summary>
    public const double Gap = 16;
    public const double Gutter = 32;

    /// <summary>Type stands in lines of fixed height, so that a stand-in font makes no box higher. Vietnamese marks need more than Latin ones.</summary>
    public const double Leading = 1.25;

    public const double TitleSize = 26;
    public const double LeadSize = 15;
    public const double KickerSize = 11;
    public const double FootnoteSize = 9;
    public const double FooterSize = 9;

    public static readonly Box Kicker = new(Margin, 24, Inner, 16);
    public static readonly Box Title = new(Margin, 42, Inner, TitleSize * Leading + 2);
    public static readonly Box Lead = new(Margin, 80, Inner, LeadSize * Leading + 2);
    public static readonly Box Body = new(Margin, 112, Inner, 356);
    public static readonly Box Footnote = new(Margin, 474, Inner, 24);
    public static readonly Box Footer = new(Margin, 510, Inner - 80, 16);
    public static readonly Box PageNumber = new(Width - Margin - 72, 510, 72, 16);
    public const double FooterLine = 504;

    public static readonly Box CoverKicker = new(88, 132, 760, 20);
    public static readonly Box CoverTitle = new(88, 156, 760, 102);
    public static readonly Box CoverLead = new(88, 270, 760, 52);
    public static readonly Box CoverBody = new(88, 352, 784, 110);
    public static readonly Box CoverBar = new(56, 132, 6, 190);
    public const double CoverTitleSize = 40;
    public const double CoverLeadSize = 20;
}
