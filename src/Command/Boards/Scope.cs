namespace Command.Boards;

/// <summary>What a board shows: the whole tree, a unit with all under it, or one page. Both keys null: the whole tree.</summary>
public sealed record Scope(string? UnitKey, string? PageKey)
{
    public static readonly Scope Whole = new(null, null);
}
