using DocumentFormat.OpenXml.Presentation;

namespace Command.Reviews.Slides;

/// <summary>A place that master, layouts and slides have in common, so that titles are titles and a changed layout moves all its slides.</summary>
internal sealed record Placeholder(PlaceholderValues Type, uint? Index = null)
{
    public static readonly Placeholder Title = new(PlaceholderValues.Title);
    public static readonly Placeholder CoverTitle = new(PlaceholderValues.CenteredTitle);
    public static readonly Placeholder CoverLead = new(PlaceholderValues.SubTitle, 1);
    public static readonly Placeholder Body = new(PlaceholderValues.Body, 1);
    public static readonly Placeholder Footer = new(PlaceholderValues.Footer, 11);
    public static readonly Placeholder PageNumber = new(PlaceholderValues.SlideNumber, 12);
    public static readonly Placeholder Kicker = new(PlaceholderValues.Body, 20);
    public static readonly Placeholder Lead = new(PlaceholderValues.Body, 21);
    public static readonly Placeholder Footnote = new(PlaceholderValues.Body, 22);

    public PlaceholderShape Draw() => Index is { } index ? new() { Type = Type, Index = index } : new() { Type = Type };
}
