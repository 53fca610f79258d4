using Command.Ranking.Leaderboards;

namespace Command.Boards.Leaderboards;

/// <summary>
/// The part of a leaderboard that a page shows: of a group of thousands some hundreds of units at once, ranked ones first,
/// then those apart. Pure.
/// </summary>
/// <param name="Page">From 1.</param>
public sealed record LeaderboardWindow(IReadOnlyList<LeaderboardRow> Rows, IReadOnlyList<NotRanked> Apart, int Page, int Pages)
{
    private const int AtOnce = 200;

    /// <summary>Nobody turns a page for a few units more.</summary>
    private const int WholeUpTo = 400;

    /// <param name="apart">In the order in which they are shown.</param>
    /// <param name="page">From 1; beyond the last it is the last.</param>
    public static LeaderboardWindow Of(IReadOnlyList<LeaderboardRow> rows, IReadOnlyList<NotRanked> apart, int page)
    {
        var units = rows.Count + apart.Count;
        if (units <= WholeUpTo)
            return new LeaderboardWindow(rows, apart, 1, 1);
        var pages = (units + AtOnce - 1) / AtOnce;
        page = Math.Clamp(page, 1, pages);
        var (first, end) = ((page - 1) * AtOnce, page * AtOnce);
        return new LeaderboardWindow(
            [.. rows.Skip(first).Take(AtOnce)],
            [.. apart.Skip(Math.Max(0, first - rows.Count)).Take(Math.Max(0, end - Math.Max(first, rows.Count)))],
            page,
            pages);
    }
}
