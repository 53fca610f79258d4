namespace Command.Boards;

/// <summary>The order in which the wall shows scopes: the whole, then each line under it, those with a worry first.</summary>
public static class WallRotation
{
    public static IReadOnlyList<Scope> Order(BoardView whole) =>
    [
        whole.Scope,
        .. whole.Rows
            .OrderByDescending(r => r.Overdue)
            .ThenByDescending(r => r.Waiting)
            .ThenByDescending(r => r.IsSilent)
            .Select(r => new Scope(r.UnitKey, r.PageKey))
            .Where(s => s != whole.Scope),
    ];

    /// <summary>
    /// The scope after the one shown, in the round that began with the whole. The order is taken once a round: a line
    /// that rises while it waits for its turn would otherwise be shown twice and another never.
    /// </summary>
    public static Scope Next(IReadOnlyList<Scope> round, Scope shown)
    {
        for (var i = 0; i < round.Count - 1; i++)
        {
            if (round[i] == shown)
                return round[i + 1];
        }

        return round[0];
    }
}
