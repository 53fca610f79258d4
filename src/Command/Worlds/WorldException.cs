namespace Command.Worlds;

/// <summary>Worlds that cannot be loaded, one plain sentence a line. Nothing was loaded.</summary>
public sealed class WorldException(IReadOnlyList<string> sentences) : Exception(string.Join('\n', sentences))
{
    public IReadOnlyList<string> Sentences { get; } = sentences;
}
