using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>
/// Reads the board's numbers from rollups, open conversations and the newest events, never by scanning events. After a
/// change only the changed pages' hours of today are read; what the day is compared with is read when five minutes are
/// whole or something late touched it, and what the weeks look like when an hour is.
/// </summary>
public sealed class BoardReader(IDbContextFactory<CommandDb> databases, UnitRegistry units, ReplyTargetBook book, TimeProvider time)
{
    private const int FeedLength = 400;
    private const int RecentOfPage = 20;

    /// <summary>More new events than this between two readings are not followed one by one.</summary>
    private const int MostFresh = 2_000;

    /// <summary>A flood of late events, such as a platform's retries, costs one reading of the past in this time.</summary>
    private static readonly TimeSpan leastBetweenPasts = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan fiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan hour = TimeSpan.FromHours(1);

    /// <summary>The change counter: grows with every commit of any node.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ChangeCounters.Select(c => c.Value).SingleAsync(cancellation);
    }

    /// <summary>What the snapshot compares with must be read anew, though no page may have changed.</summary>
    public bool IsOutOfDate(BoardSnapshot snapshot) => IsOutOfDate(snapshot, time.GetUtcNow());

    /// <param name="changed">Pages whose numbers changed; null: everything is read anew.</param>
    public async Task<BoardSnapshot> ReadAsync(BoardSnapshot? before, IReadOnlyCollection<int>? changed, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var cut = LocalTime.Slot(now, fiveMinutes);
        var today = LocalTime.DayOf(now);
        var targets = await book.ReadAsync(cancellation);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var picture = await ConsistentReading.BeginAsync(db, cancellation);

        var fresh = before is null ? [] : await SinceAsync(db, before.LastEventId, cancellation);
        var isFirst = before is null || fresh.Count == MostFresh;
        if (isFirst)
            fresh = await NewestAsync(db, cancellation);
        var lastEvents = isFirst ? await LastEvents.ReadAsync(db, cancellation) : [];
        var lastEventId = isFirst ? await db.Events.MaxAsync(e => (long?)e.Id, cancellation) ?? 0 : fresh.Select(f => f.EventId).Append(before!.LastEventId).Max();
        var freshByPage = fresh.ToLookup(f => f.PageId);

        var readsPast = before is null || isFirst || IsOutOfDate(before, now);
        int[] pages = changed is null || readsPast
            ? await db.Pages.Select(p => p.Id).ToArrayAsync(cancellation)
            : [.. changed.Union(freshByPage.Select(f => f.Key))];
        var start = LocalTime.StartOf(today);
        var live = await DayReader.ReadAsync(db, pages, start, start.AddDays(1), cancellation);
        var due = (await OpenWaits.ReadAsync(db, pages, now, targets, cancellation)).ToLookup(w => w.PageId, w => w.DueAt);
        var waiting = await WaitingAsync(db, pages, cancellation);
        var readsWeeks = changed is null || isFirst || before!.PastIsBehind || fresh.Any(f => f.OccurredAt < start) || LocalTime.Slot(before.Cut, hour) != LocalTime.Slot(cut, hour);
        var past = readsPast
            ? await new HistoryReader(db, pages, due).ReadAsync(readsWeeks ? null : before, today, cut, waiting, cancellation)
            : [];

        var read = before?.Pages.ToDictionary() ?? [];
        foreach (var id in pages)
        {
            var known = read.GetValueOrDefault(id);
            var w = waiting.GetValueOrDefault(id);
            var compared = past.GetValueOrDefault(id);
            var atCut = compared?.TodayAtCut ?? known?.TodayAtCut ?? DayCounts.Nothing;
            var overdue = due[id].Count(at => at <= now);
            var recent = Newest(freshByPage[id], known?.Recent, RecentOfPage);
            read[id] = new PageNow(
                id,
                compared?.FirstDay ?? known?.FirstDay ?? (freshByPage[id].Any() ? today : null),
                Latest(known?.LastEventAt, Latest(lastEvents.GetValueOrDefault(id), recent is [var newest, ..] ? newest.OccurredAt : null)),
                w.Count,
                overdue,
                w.Oldest,
                (live.GetValueOrDefault(id) ?? DayCounts.Nothing) with { Waiting = w.Count, Overdue = overdue, AnsweredInTime = atCut.AnsweredInTime, FellDue = atCut.FellDue },
                atCut,
                compared?.History ?? known?.History ?? PageHistory.Nothing,
                recent);
        }

        return new BoardSnapshot(
            (before?.Version ?? 0) + 1,
            now,
            today,
            cut,
            read,
            lastEventId,
            Newest(fresh, before?.Feed, FeedLength),
            // Who moves a tip-off names no page, so that everything is read anew.
            readsPast || changed is null ? await TipoffMonthsReader.ReadAsync(db, await units.TreeAsync(cancellation), today, cancellation) : before!.Tipoffs,
            readsPast ? now : before!.PastReadAt,
            !readsPast && (before!.PastIsBehind || changed is null || fresh.Any(f => f.OccurredAt < cut)));
    }

    private static bool IsOutOfDate(BoardSnapshot snapshot, DateTimeOffset now) =>
        LocalTime.Slot(now, fiveMinutes) != snapshot.Cut || (snapshot.PastIsBehind && now - snapshot.PastReadAt >= leastBetweenPasts);

    private static List<FeedItem> Newest(IEnumerable<FeedItem> fresh, IReadOnlyList<FeedItem>? before, int length) =>
        [.. fresh.Concat(before ?? []).DistinctBy(f => f.EventId).OrderByDescending(f => f.OccurredAt).ThenByDescending(f => f.EventId).Take(length)];

    private static DateTimeOffset? Latest(DateTimeOffset? a, DateTimeOffset? b) => b is null || a > b ? a : b;

    private static async Task<Dictionary<int, WaitingNow>> WaitingAsync(CommandDb db, int[] pages, CancellationToken cancellation)
    {
        var rows = await db.Conversations
            .Where(c => EF.Parameter(pages).Contains(c.PageId) && c.WaitingSince != null)
            .GroupBy(c => c.PageId)
            .Select(g => new { g.Key, Count = g.Count(), Oldest = g.Min(c => c.WaitingSince) })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Key, r => new WaitingNow(r.Count, r.Oldest));
    }

    private static Task<List<FeedItem>> SinceAsync(CommandDb db, long lastEventId, CancellationToken cancellation) =>
        Items(db.Events.Where(e => e.Id > lastEventId).OrderByDescending(e => e.Id), cancellation);

    private static Task<List<FeedItem>> NewestAsync(CommandDb db, CancellationToken cancellation) =>
        Items(db.Events.OrderByDescending(e => e.OccurredAt), cancellation);

    private static Task<List<FeedItem>> Items(IQueryable<Event> events, CancellationToken cancellation) =>
        events.Take(MostFresh).Select(e => new FeedItem(e.Id, e.PageId, e.Kind, e.Proposed, e.OccurredAt)).ToListAsync(cancellation);
}

/// <summary>Conversations that wait, of one page.</summary>
internal readonly record struct WaitingNow(int Count, DateTimeOffset? Oldest);
