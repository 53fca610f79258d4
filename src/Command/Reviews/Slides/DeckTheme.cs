using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>The colours of the screens and a font that every Office has with all Vietnamese letters.</summary>
internal static class DeckTheme
{
    private const string Font = "Arial";

    /// <summary>Which colour of the theme stands for which part; the same for slides and for notes.</summary>
    public static DocumentFormat.OpenXml.Presentation.ColorMap Map() => new()
    {
        Background1 = ColorSchemeIndexValues.Light1,
        Text1 = ColorSchemeIndexValues.Dark1,
        Background2 = ColorSchemeIndexValues.Light2,
        Text2 = ColorSchemeIndexValues.Dark2,
        Accent1 = ColorSchemeIndexValues.Accent1,
        Accent2 = ColorSchemeIndexValues.Accent2,
        Accent3 = ColorSchemeIndexValues.Accent3,
        Accent4 = ColorSchemeIndexValues.Accent4,
        Accent5 = ColorSchemeIndexValues.Accent5,
        Accent6 = ColorSchemeIndexValues.Accent6,
        Hyperlink = ColorSchemeIndexValues.Hyperlink,
        FollowedHyperlink = ColorSchemeIndexValues.FollowedHyperlink,
    };

    public static Theme Write(string name) => new(
        new ThemeElements(
            new ColorScheme(
                new Dark1Color(Rgb("171B22")),
                new Light1Color(Rgb("FFFFFF")),
                new Dark2Color(Rgb("545C69")),
                new Light2Color(Rgb("F4F5F7")),
                new Accent1Color(Rgb("1D5FBF")),
                new Accent2Color(Rgb("7D8591")),
                new Accent3Color(Rgb("A36100")),
                new Accent4Color(Rgb("B3211A")),
                new Accent5Color(Rgb("8AB4EA")),
                new Accent6Color(Rgb("C3C9D2")),
                new DocumentFormat.OpenXml.Drawing.Hyperlink(Rgb("1D5FBF")),
                new FollowedHyperlinkColor(Rgb("545C69")))
            { Name = name },
            new FontScheme(
                new MajorFont(new LatinFont { Typeface = Font }, new EastAsianFont { Typeface = "" }, new ComplexScriptFont { Typeface = "" }),
                new MinorFont(new LatinFont { Typeface = Font }, new EastAsianFont { Typeface = "" }, new ComplexScriptFont { Typeface = "" }))
            { Name = name },
            // The format wants three of each; the deck uses the flat first.
            new FormatScheme(
                new FillStyleList(Fill(), Fill(), Fill()),
                new LineStyleList(Line(6_350), Line(12_700), Line(19_050)),
                new EffectStyleList(Effect(), Effect(), Effect()),
                new BackgroundFillStyleList(Fill(), Fill(), Fill()))
            { Name = name }),
        new ObjectDefaults(),
        new ExtraColorSchemeList())
    { Name = name };

    private static RgbColorModelHex Rgb(string hex) => new() { Val = hex };

    private static SolidFill Fill() => new(new SchemeColor { Val = SchemeColorValues.PhColor });

    private static Outline Line(int width) => new(Fill(), new PresetDash { Val = PresetLineDashValues.Solid }) { Width = width };

    private static EffectStyle Effect() => new((OpenXmlElement)new EffectList());
}
