using Command.Data;
using Command.Live;
using Command.People;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Boards;

/// <summary>
/// Reads the health of the pages in sight: from registry, rollups and the shared snapshot, never from events. What
/// belongs to no unit is for those who see the whole tree.
/// </summary>
public sealed class PageHealthQuery(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, LiveBoard live, BoardQuery boards, TimeProvider time)
{
    /// <summary>Refusals of older days say nothing about today's keys and signatures.</summary>
    private const int RefusalDays = 30;

    /// <summary>Metrics that count each event once; the others count some of them again under another name.</summary>
    private static readonly short[] onePerEvent =
    [
        .. new[]
        {
            Metric.Messages, Metric.Replies, Metric.AutomaticReplies, Metric.Follows, Metric.Unfollows, Metric.Comments,
            Metric.Reactions, Metric.Shares, Metric.Posts, Metric.Images, Metric.Videos, Metric.Receipts,
            Metric.GroupMessages, Metric.OtherEvents,
        }.Select(m => m.Id),
    ];

    public async Task<PageHealth> ReadAsync(Asker asker, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = LocalTime.DayOf(now);
        var tree = await units.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, today);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var pages = await db.Pages.AsNoTracking().ToListAsync(cancellation);
        return new PageHealth(
            now,
            await RegisteredAsync([.. pages.Where(p => tree.OwnerOn(p.Id, today) is { } owner ? sight.SeesCounts(owner) : sight.SeesEverything)], asker, tree, today, cancellation),
            sight.SeesEverything ? await UnregisteredAsync(db, pages, cancellation) : [],
            !sight.SeesEverything ? [] : await db.SetAsides
                .GroupBy(a => new { a.Platform, a.Reason })
                .Select(g => new SetAsideCount(g.Key.Platform, g.Key.Reason, g.LongCount(), g.Max(a => a.ReceivedAt)))
                .ToListAsync(cancellation),
            !sight.SeesEverything ? [] : await db.Refusals.AsNoTracking()
                .Where(r => r.Day > today.AddDays(-RefusalDays))
                .OrderByDescending(r => r.Day).ThenByDescending(r => r.Count)
                .ToListAsync(cancellation),
            [.. tree.FaultsOn(today).Where(f => f.UnitKey is { } key ? sight.SeesCounts(tree.Find(key)!.Id) : sight.SeesEverything).Select(f => Line(f, tree, today))]);
    }

    private async Task<IReadOnlyList<RegisteredPage>> RegisteredAsync(
        IReadOnlyList<Page> pages, Asker asker, UnitTree tree, DateOnly today, CancellationToken cancellation)
    {
        var silent = (await boards.ViewAsync(asker, Scope.Whole, cancellation))?.Silent.Select(p => p.PageKey).ToHashSet() ?? [];
        return
        [
            .. pages.Where(p => p.Key is not null)
                .Select(p => new RegisteredPage(
                    p.Key!,
                    p.Name ?? p.Key!,
                    p.Platform,
                    tree.OwnerOn(p.Id, today) is { } owner ? tree.NameOf(owner, today) : null,
                    live.Current?.Pages.GetValueOrDefault(p.Id)?.LastEventAt,
                    silent.Contains(p.Key!)))
                .OrderByDescending(p => p.IsSilent).ThenBy(p => p.LastEventAt),
        ];
    }

    private static FaultLine Line(DataFault fault, UnitTree tree, DateOnly today)
    {
        string? NameOfUnit(string? key) => key is not null && tree.Find(key) is { } unit ? tree.NameOf(unit.Id, today) : key;
        var name = fault.PageKey is { } page ? tree.FindPage(page)?.Name ?? page : NameOfUnit(fault.UnitKey);
        return new FaultLine(fault.Code, name ?? "", NameOfUnit(fault.Values.GetValueOrDefault("hangsOn")));
    }

    private static async Task<IReadOnlyList<UnregisteredPage>> UnregisteredAsync(
        CommandDb db, List<Page> pages, CancellationToken cancellation)
    {
        var sums = await db.RollupDays
            .Where(r => onePerEvent.Contains(r.Metric) && db.Pages.Any(p => p.Id == r.PageId && p.Key == null))
            .GroupBy(r => r.PageId)
            .Select(g => new { PageId = g.Key, Events = g.Sum(r => r.Count), First = g.Min(r => r.Day), Last = g.Max(r => r.Day) })
            .ToDictionaryAsync(s => s.PageId, cancellation);
        return
        [
            .. pages.Where(p => p.Key is null)
                .Select(p => sums.TryGetValue(p.Id, out var sum)
                    ? new UnregisteredPage(p.Platform, p.ExternalId, sum.Events, sum.First, sum.Last)
                    : new UnregisteredPage(p.Platform, p.ExternalId, 0, null, null))
                .OrderByDescending(p => p.Events),
        ];
    }
}
