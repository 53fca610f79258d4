namespace Command.Reviews.Slides;

/// <summary>Turns the description of a deck into a PPTX.</summary>
public static class DeckWriter
{
    public const string Type = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    /// <param name="output">Written from here on, needs neither reading nor seeking; written to synchronously: a file or memory, not a response.</param>
    /// <param name="progress">Told after each slide: how many are written, of how many.</param>
    /// <exception cref="ArgumentException">A description that contradicts itself: a series longer than its categories, a value that is no number, two charts of one name.</exception>
    public static void Write(Deck deck, Stream output, IProgress<DeckProgress>? progress = null, CancellationToken cancel = default) =>
        throw new NotImplementedException();
}

public readonly record struct DeckProgress(int Slides, int Of);
