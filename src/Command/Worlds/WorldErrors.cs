namespace Command.Worlds;

/// <summary>What is wrong with one file; the first twenty are told, since the rest mostly follow from them.</summary>
public sealed class WorldErrors(string file)
{
    private const int Told = 20;
    private readonly List<string> sentences = [];
    private int untold;

    public bool Any => sentences.Count > 0;

    public IReadOnlyList<string> Sentences =>
        untold == 0 ? sentences : [.. sentences, $"{file}: {untold} more errors are not listed."];

    /// <param name="place">Section, index and key; empty for the file itself.</param>
    /// <param name="sentence">What is wrong and what would be right, without the full stop.</param>
    public void Add(string place, string sentence)
    {
        if (sentences.Count < Told)
            sentences.Add(place.Length == 0 ? $"{file}: {sentence}." : $"{file}: {place}: {sentence}.");
        else
            untold++;
    }
}
