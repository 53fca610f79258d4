namespace Command.Reviews.Slides;

public enum DeckLanguage
{
    Vietnamese,
    English,
}

/// <summary>
/// What a deck says, slide by slide: words formatted by the caller, charts with raw numbers. It knows no review, no
/// database and no page; <see cref="DeckWriter"/> turns it into a PPTX, and the same description into the same bytes.
/// </summary>
/// <param name="DataTime">When the figures were read; also the file's time of creation, since no clock is asked.</param>
/// <param name="Footer">Bottom left of every slide: unit and period.</param>
public sealed record Deck(string Title, DeckLanguage Language, DateTimeOffset DataTime, string Footer, IReadOnlyList<Slide> Slides);
