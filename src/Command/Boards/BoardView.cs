using Command.Live;
using Command.Ranking;

namespace Command.Boards;

/// <summary>What a tile shows; the order is that of the board.</summary>
public enum TileKind
{
    Waiting,
    Overdue,
    TipoffCandidates,
    Messages,
    MedianFirstReply,
    AnsweredInTime,
    NewFollowers,
    Interactions,
}

/// <summary>A number against an earlier one. Null <see cref="Before"/>: nothing is known of that day.</summary>
/// <param name="Percent">Null where a percentage would mean nothing.</param>
/// <param name="Of">The n that an earlier share stands on; null for counts.</param>
public sealed record Comparison(double? Before, ChangeMark Mark, double? Percent, long? Of = null);

/// <summary>One number of the board.</summary>
/// <param name="Value">A count; seconds for the median; 0 … 1 for a share. Null: unknown.</param>
/// <param name="Of">The n of a median or share; null for counts.</param>
public sealed record Tile(TileKind Kind, double? Value, long? Of, Comparison Yesterday, Comparison LastWeek);

/// <summary>One line of the table of units: a unit directly under the scope with all under it, or a page.</summary>
/// <param name="UnitKey">Null for a line of a page.</param>
/// <param name="PageKey">Null for a line of a unit.</param>
/// <param name="MessagesByDay">The 14 days before today and today, oldest first.</param>
/// <param name="IsSilent">Some page of the line has been silent longer than its setting.</param>
public sealed record UnitRow(
    string? UnitKey,
    string? PageKey,
    string Name,
    int Pages,
    long Messages,
    Comparison MessagesLastWeek,
    long Waiting,
    long Overdue,
    long TipoffCandidates,
    double? MedianFirstReplySeconds,
    long FirstReplies,
    IReadOnlyList<long> MessagesByDay,
    DateTimeOffset? LastEventAt,
    bool IsSilent);

/// <summary>A line of the feed: what happened, where, when. Never who or what was said.</summary>
public sealed record FeedLine(FeedItem Item, string PageName, string? PageKey, string UnitName, string? UnitKey);

/// <summary>A page that has been silent longer than its setting. <see cref="Since"/> null: never heard of.</summary>
public sealed record SilentPage(string PageKey, string Name, string UnitName, DateTimeOffset? Since);

/// <summary>All that one board shows: a pure function of the shared snapshot, the tree and the scope.</summary>
/// <param name="Path">From the root to the scope: key and name of each unit.</param>
/// <param name="MessagesByHour">Today; hours that have not begun are null.</param>
/// <param name="MessagesByHourYesterday">Null: unknown.</param>
/// <param name="MessagesByHourLastWeek">Null: unknown.</param>
/// <param name="MessagesByWeekHour">Average messages of the known days of the last four weeks by weekday (Monday first) × 24 + local hour.</param>
/// <param name="Feed">Null: not for this asker.</param>
/// <param name="OldestWaitingSince">Since when the longest waiting conversation of the scope waits.</param>
/// <param name="Ratios">Null for one page: a tip-off is credited to a unit.</param>
public sealed record BoardView(
    Scope Scope,
    string Name,
    IReadOnlyList<(string Key, string Name)> Path,
    DateTimeOffset TakenAt,
    DateOnly Today,
    DateTimeOffset Cut,
    int PageCount,
    IReadOnlyList<Tile> Tiles,
    IReadOnlyList<long?> MessagesByHour,
    IReadOnlyList<long>? MessagesByHourYesterday,
    IReadOnlyList<long>? MessagesByHourLastWeek,
    IReadOnlyList<UnitRow> Rows,
    IReadOnlyList<FeedLine>? Feed,
    IReadOnlyList<double> MessagesByWeekHour,
    IReadOnlyList<SilentPage> Silent,
    DateTimeOffset? OldestWaitingSince,
    ScopeRatios? Ratios)
{
    /// <summary>Numbers are links to their records; whoever gets no single events gets no records either.</summary>
    public bool LeadsToRecords => Feed is not null;
}
