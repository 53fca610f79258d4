using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>
/// Reads the board's numbers from rollups, open conversations and the newest events, never by scanning events. After a
/// change only the changed pages' hours of today are read; what the day is compared with is read when five minutes are
/// whole, and what the weeks look like when an hour is.
/// </summary>
public sealed class BoardReader(IDbContextFactory<CommandDb> databases, ReplyTarget target, TimeProvider time)
{
    private const int FeedLength = 400;
    private const int RecentOfPage = 20;
    private const int FirstFeed = 2_000;
    private static readonly TimeSpan fiveMinutes = TimeSpan.FromMinutes(5);

    /// <summary>The change counter: grows with every commit of any node.</summary>
    public async Task<long> VersionAsync(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await db.ChangeCounters.Select(c => c.Value).SingleAsync(cancellation);
    }

    /// <summary>Five minutes have become whole since the snapshot was taken.</summary>
    public bool IsOutOfDate(BoardSnapshot snapshot) => LocalTime.Slot(time.GetUtcNow(), fiveMinutes) != snapshot.Cut;

    /// <param name="pages">Whose numbers changed; null: everything is read anew.</param>
    public async Task<BoardSnapshot> ReadAsync(BoardSnapshot? before, IReadOnlyCollection<int>? pages, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var cut = LocalTime.Slot(now, fiveMinutes);
        var today = LocalTime.DayOf(now);
        await using var db = await databases.CreateDbContextAsync(cancellation);

        if (before is null || pages is null || before.Cut != cut)
            pages = await db.Pages.Select(p => p.Id).ToListAsync(cancellation);
        var start = LocalTime.StartOf(today);
        var live = await DayReader.ReadAsync(db, pages, start, start.AddDays(1), cancellation);
        var waiting = await WaitingAsync(db, pages, now, cancellation);
        var history = before is null || before.Cut != cut
            ? await new HistoryReader(db, target).ReadAsync(before, pages, today, cut, waiting, cancellation)
            : null;
        var lastEvents = before is null ? await LastEventsAsync(db, cancellation) : [];
        var fresh = await NewestAsync(db, before, cancellation);
        var freshByPage = fresh.ToLookup(f => f.PageId);

        var read = before?.Pages.ToDictionary() ?? [];
        foreach (var id in pages)
        {
            var known = read.GetValueOrDefault(id);
            var w = waiting.GetValueOrDefault(id);
            var past = history?.GetValueOrDefault(id);
            var recent = Newest(freshByPage[id], known?.Recent, RecentOfPage);
            read[id] = new PageNow(
                id,
                past?.FirstDay ?? known?.FirstDay ?? (freshByPage[id].Any() ? today : null),
                Latest(known?.LastEventAt ?? lastEvents.GetValueOrDefault(id), recent),
                w.Count,
                w.Overdue,
                w.Oldest,
                (live.GetValueOrDefault(id) ?? DayCounts.Nothing) with { Waiting = w.Count, Overdue = w.Overdue },
                past?.TodayAtCut ?? known?.TodayAtCut ?? DayCounts.Nothing,
                past?.History ?? known?.History ?? PageHistory.Nothing,
                recent);
        }

        return new BoardSnapshot((before?.Version ?? 0) + 1, now, today, cut, read, fresh is [var newest, ..] ? newest.EventId : before?.LastEventId ?? 0, Newest(fresh, before?.Feed, FeedLength));
    }

    private static List<FeedItem> Newest(IEnumerable<FeedItem> fresh, IReadOnlyList<FeedItem>? before, int length) =>
        [.. fresh.Concat(before ?? []).OrderByDescending(f => f.OccurredAt).ThenByDescending(f => f.EventId).Take(length)];

    private static DateTimeOffset? Latest(DateTimeOffset? known, IReadOnlyList<FeedItem> recent)
    {
        var newest = recent is [var first, ..] ? first.OccurredAt : (DateTimeOffset?)null;
        return newest is null || known > newest ? known : newest;
    }

    private async Task<Dictionary<int, WaitingNow>> WaitingAsync(CommandDb db, IReadOnlyCollection<int> pages, DateTimeOffset now, CancellationToken cancellation)
    {
        var overdueBefore = now - target.Value;
        var rows = await db.Conversations
            .Where(c => pages.Contains(c.PageId) && c.WaitingSince != null)
            .GroupBy(c => c.PageId)
            .Select(g => new { g.Key, Count = g.Count(), Overdue = g.Count(c => c.WaitingSince < overdueBefore), Oldest = g.Min(c => c.WaitingSince) })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Key, r => new WaitingNow(r.Count, r.Overdue, r.Oldest));
    }

    /// <summary>When each page's last event happened, to the slot.</summary>
    private static async Task<Dictionary<int, DateTimeOffset?>> LastEventsAsync(CommandDb db, CancellationToken cancellation)
    {
        var rows = await db.Pages
            .Select(p => new
            {
                p.Id,
                Minutes = db.RollupFiveMinutes.Where(r => r.PageId == p.Id).Max(r => (DateTimeOffset?)r.SlotUtc),
                Hour = db.RollupHours.Where(r => r.PageId == p.Id).Max(r => (DateTimeOffset?)r.SlotUtc),
            })
            .ToListAsync(cancellation);
        return rows.ToDictionary(r => r.Id, r => r.Minutes ?? r.Hour);
    }

    private static async Task<List<FeedItem>> NewestAsync(CommandDb db, BoardSnapshot? before, CancellationToken cancellation)
    {
        var last = before?.LastEventId ?? 0;
        return await db.Events
            .Where(e => e.Id > last)
            .OrderByDescending(e => e.Id)
            .Take(before is null ? FirstFeed : FeedLength)
            .Select(e => new FeedItem(e.Id, e.PageId, e.Kind, e.Proposed, e.OccurredAt))
            .ToListAsync(cancellation);
    }
}

/// <summary>Conversations that wait, of one page.</summary>
internal readonly record struct WaitingNow(int Count, int Overdue, DateTimeOffset? Oldest);
