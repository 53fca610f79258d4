using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;

namespace Command.Reviews.Slides;

/// <summary>Colours and lines, all by the theme: change the theme in Office and the deck follows.</summary>
internal sealed record Ink(SchemeColorValues Scheme, int? LuminancePercent = null, int? LuminanceOffsetPercent = null)
{
    public static readonly Ink Text = new(SchemeColorValues.Text1);
    public static readonly Ink Soft = new(SchemeColorValues.Text2);
    public static readonly Ink Surface = new(SchemeColorValues.Background1);
    public static readonly Ink Ground = new(SchemeColorValues.Background2);
    public static readonly Ink Hairline = new(SchemeColorValues.Background2, 90);
    public static readonly Ink StrongLine = new(SchemeColorValues.Accent2);
    public static readonly Ink Accent = new(SchemeColorValues.Accent1);
    public static readonly Ink Grey = new(SchemeColorValues.Accent2);
    public static readonly Ink Amber = new(SchemeColorValues.Accent3);
    public static readonly Ink Red = new(SchemeColorValues.Accent4);
    public static readonly Ink Sky = new(SchemeColorValues.Accent5);
    public static readonly Ink Pale = new(SchemeColorValues.Accent6);

    /// <summary>Kinds beside each other: neighbours differ in lightness, so that they part in grey print too.</summary>
    private static readonly Ink[] parts = [Accent, Sky, Grey, Pale, new(SchemeColorValues.Accent1, 60), new(SchemeColorValues.Accent5, 60, 40), new(SchemeColorValues.Text2), new(SchemeColorValues.Background2, 90)];

    public static Ink Part(int index) => parts[index % parts.Length];

    public static Ink Of(Tone tone) => tone switch
    {
        Tone.Quiet => Soft,
        Tone.Accent => Accent,
        Tone.Waits => Amber,
        Tone.Overdue => Red,
        _ => Text,
    };

    /// <summary>On a fill of this colour white is legible, or else the text's own colour is.</summary>
    public bool IsDark => Scheme is SchemeColorValues.Accent1 or SchemeColorValues.Accent3 or SchemeColorValues.Accent4 or SchemeColorValues.Text1 or SchemeColorValues.Text2;

    public SchemeColor Colour()
    {
        var colour = new SchemeColor { Val = Scheme };
        if (LuminancePercent is { } percent)
            colour.Append(new LuminanceModulation { Val = percent * 1_000 });
        if (LuminanceOffsetPercent is { } offset)
            colour.Append(new LuminanceOffset { Val = offset * 1_000 });
        return colour;
    }

    public SolidFill Fill() => new(Colour());

    /// <summary>Bars that were declared, not counted.</summary>
    public PatternFill Hatch() => new(new ForegroundColor(Colour()), new BackgroundColor(Surface.Colour())) { Preset = PresetPatternValues.WideUpwardDiagonal };

    /// <param name="width">Points.</param>
    public Outline Line(double width, PresetLineDashValues dash = PresetLineDashValues.Solid) =>
        new(Fill(), new PresetDash { Val = dash }, new Round()) { Width = (int)Box.Emu(width), CapType = LineCapValues.Flat };

    public static Outline NoLine() => new(new NoFill());

    /// <summary>Those that are there: an element may have no part of some kind.</summary>
    public static OpenXmlElement[] Some(params ReadOnlySpan<OpenXmlElement?> elements)
    {
        var some = new List<OpenXmlElement>();
        foreach (var element in elements)
        {
            if (element is not null)
                some.Add(element);
        }

        return [.. some];
    }
}
