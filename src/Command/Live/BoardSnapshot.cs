using Command.Data;
using Command.Rollups;

namespace Command.Live;

/// <summary>
/// All that every open board shows, read once per change and shared by all screens. Numbers stand by page; a board sums
/// the pages of its scope. Holds counts only: no resident's words, names or ids.
/// </summary>
/// <param name="Version">Grows by one with each reading.</param>
/// <param name="TakenAt">When the store was read.</param>
/// <param name="Today">The local day that the numbers belong to.</param>
/// <param name="Cut">The last whole five minutes: comparisons with other days end here on both sides.</param>
/// <param name="LastEventId">The newest event that was read.</param>
/// <param name="Feed">What just happened, newest first by the time it happened.</param>
/// <param name="Tipoffs">This month's and last month's, read when a tip-off has moved.</param>
/// <param name="PastReadAt">When what the day is compared with was read.</param>
/// <param name="PastIsBehind">Something before the cut has changed since.</param>
public sealed record BoardSnapshot(
    long Version,
    DateTimeOffset TakenAt,
    DateOnly Today,
    DateTimeOffset Cut,
    IReadOnlyDictionary<int, PageNow> Pages,
    long LastEventId,
    IReadOnlyList<FeedItem> Feed,
    TipoffMonths Tipoffs,
    DateTimeOffset PastReadAt,
    bool PastIsBehind);

/// <summary>One thing that just happened on a page.</summary>
public sealed record FeedItem(long EventId, int PageId, EventKind Kind, MessageKind Proposed, DateTimeOffset OccurredAt);

/// <summary>One page as it stands.</summary>
/// <param name="FirstDay">The first local day of which anything is known; before it numbers are unknown, not zero.</param>
/// <param name="LastEventAt">When the page's last event happened, of one before the start to five minutes; null when there never was one.</param>
/// <param name="Overdue">When this page was last read: after its last change, or at the cut.</param>
/// <param name="OldestWaitingSince">Since when the longest waiting conversation waits.</param>
/// <param name="Recent">What happened last on this page, newest first.</param>
public sealed record PageNow(
    int PageId,
    DateOnly? FirstDay,
    DateTimeOffset? LastEventAt,
    int Waiting,
    int Overdue,
    DateTimeOffset? OldestWaitingSince,
    DayCounts Today,
    DayCounts TodayAtCut,
    PageHistory History,
    IReadOnlyList<FeedItem> Recent);

/// <summary>What a page is compared with. Changes when five minutes are whole, and some seconds after a late event.</summary>
/// <param name="Yesterday">Yesterday up to the cut.</param>
/// <param name="LastWeek">The same weekday last week up to the cut.</param>
/// <param name="MessagesByHourYesterday">24 whole local hours.</param>
/// <param name="MessagesByHourLastWeek">24 whole local hours.</param>
/// <param name="MessagesByDay">Messages of the 14 local days before today, oldest first.</param>
/// <param name="MessagesByWeekHour">Messages of the 28 days before today, by weekday (Monday first) × 24 + local hour.</param>
/// <param name="SameWeekdays">Up to the last whole hour, on the eight same weekdays before today, newest first.</param>
public sealed record PageHistory(
    DayCounts Yesterday,
    DayCounts LastWeek,
    IReadOnlyList<long> MessagesByHourYesterday,
    IReadOnlyList<long> MessagesByHourLastWeek,
    IReadOnlyList<long> MessagesByDay,
    IReadOnlyList<long> MessagesByWeekHour,
    IReadOnlyList<DayCounts> SameWeekdays)
{
    public static readonly PageHistory Nothing = new(
        DayCounts.Nothing, DayCounts.Nothing, new long[24], new long[24], new long[14], new long[7 * 24], []);
}

/// <summary>A day, or its part up to a cut.</summary>
/// <param name="Waiting">Conversations that waited at the end of the part; of today, now.</param>
/// <param name="Overdue">Of these, beyond the target.</param>
/// <param name="AnsweredInTime">Of <paramref name="FellDue"/>, those that a person had answered by then; of today up to the cut.</param>
/// <param name="FellDue">Messages that fell due in the part: answered, closed late, or waiting still; of today up to the cut.</param>
/// <param name="FirstReply">First replies to messages of the part; up to a cut, those given before it.</param>
/// <param name="MessagesByHour">24 local hours.</param>
public sealed record DayCounts(
    long Messages,
    long TipoffCandidates,
    long Follows,
    long Interactions,
    long Waiting,
    long Overdue,
    long AnsweredInTime,
    long FellDue,
    Histogram FirstReply,
    IReadOnlyList<long> MessagesByHour)
{
    public static readonly DayCounts Nothing = new(0, 0, 0, 0, 0, 0, 0, 0, new Histogram(), new long[24]);
}
