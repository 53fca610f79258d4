using Command.Data;
using Command.Units;

namespace Command.Ranking.Leaderboards;

public enum LeaderboardStatus
{
    /// <summary>The period still runs.</summary>
    Current,

    /// <summary>It is over and not sealed yet.</summary>
    Provisional,
    Sealed,
}

/// <summary>Why there is nothing to show.</summary>
public enum LeaderboardFault
{
    UnknownGroup,
    UnknownPeriod,
    UnknownMetric,
    OutOfSight,
}

/// <summary>What was sealed, with all that stands beside it.</summary>
/// <param name="IsWhole">The table still says what was sealed.</param>
/// <param name="Restated">Units whose row would be another now, with that row; null: it would not be ranked now.</param>
public sealed record SealedView(
    int Id, DateTimeOffset At, string By, bool IsWhole, IReadOnlyList<OpenItem> Open, IReadOnlyDictionary<string, LeaderboardRow?> Restated, IReadOnlyList<Appeal> Appeals);

/// <summary>A leaderboard as one asker sees it.</summary>
/// <param name="Board">Cut to the units in sight; ranks are those of the whole group.</param>
/// <param name="Funnel">Of the whole group.</param>
/// <param name="OutOfSight">Units of the group that the asker does not see.</param>
/// <param name="OwnUnit">Key of the unit that the asker sits in, when it is in the group.</param>
public sealed record LeaderboardView(
    LeaderboardAsk Ask, LeaderboardStatus Status, Leaderboard Board, Funnel? Funnel, int Ranked, int OutOfSight, string? OwnUnit, UnitTree Tree, DateOnly NamesOn, DateTimeOffset At, SealedView? Seal)
{
    public string Name(string unit) => Tree.Find(unit) is { } known ? Tree.NameOf(known.Id, NamesOn) : unit;
}
