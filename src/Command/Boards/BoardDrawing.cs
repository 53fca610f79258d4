using Command.Data;
using Command.Live;
using Command.Units;

namespace Command.Boards;

/// <summary>Draws the view of a scope from the shared snapshot: pure, so a hundred screens of one scope share one view.</summary>
public static class BoardDrawing
{
    private const int FeedLines = 30;

    /// <summary>In a scope of few pages their own last events are put together when the common feed has too few.</summary>
    private const int PagesWithOwnFeed = 200;
    private const int HeatDays = 28;

    /// <param name="silentAfter">For pages without a setting of their own.</param>
    /// <returns>Null when the scope names a unit or a page that is not there.</returns>
    public static BoardView? Draw(BoardSnapshot snapshot, UnitTree tree, Scope scope, TimeSpan silentAfter)
    {
        var unit = scope.UnitKey is null ? null : tree.Find(scope.UnitKey);
        var page = scope.PageKey is null ? null : tree.FindPage(scope.PageKey);
        if ((scope.UnitKey is not null && unit is null) || (scope.PageKey is not null && page is null))
            return null;

        var day = snapshot.Today;
        var ids = page is null ? tree.PagesUnder(unit?.Id, day) : new HashSet<int> { page.Id };
        var sum = Sum(ids, snapshot);
        var now = snapshot.TakenAt;
        var hoursBegun = LocalTime.ToLocal(now).Hour + 1;
        return new BoardView(
            scope,
            page?.Name ?? page?.ExternalId ?? (unit is null ? "" : tree.NameOf(unit.Id, day)),
            Path(tree, page is null ? unit?.Id : tree.OwnerOn(page.Id, day), day),
            now,
            day,
            snapshot.Cut,
            ids.Count,
            Tiles(sum),
            [.. sum.Add(p => p.Today.MessagesByHour, 24).Select((count, hour) => hour < hoursBegun ? count : (long?)null)],
            !sum.KnowsYesterday ? null : sum.Add(p => p.History.MessagesByHourYesterday, 24),
            !sum.KnowsLastWeek ? null : sum.Add(p => p.History.MessagesByHourLastWeek, 24),
            page is null ? Rows(snapshot, tree, unit, silentAfter) : [],
            Feed(snapshot, tree, ids),
            Averages(sum, day),
            Silent(snapshot, tree, ids, silentAfter),
            ids.Select(id => snapshot.Pages.GetValueOrDefault(id)?.OldestWaitingSince).Min(),
            page is null ? ScopeRatios.Of(snapshot, tree, unit?.Id) : null);
    }

    private static ScopeSum Sum(IEnumerable<int> ids, BoardSnapshot snapshot) =>
        new([.. ids.Select(id => snapshot.Pages.GetValueOrDefault(id)).OfType<PageNow>()], snapshot.Today);

    /// <summary>By weekday and hour over the days that are known: a page of last week is not diluted by weeks before it.</summary>
    private static IReadOnlyList<double> Averages(ScopeSum sum, DateOnly today)
    {
        var known = Enumerable.Range(1, HeatDays).Select(ago => today.AddDays(-ago)).Where(day => day >= sum.FirstDay).CountBy(day => ((int)day.DayOfWeek + 6) % 7).ToDictionary();
        return [.. sum.Add(p => p.History.MessagesByWeekHour, 7 * 24).Select((count, cell) => known.TryGetValue(cell / 24, out var days) ? (double)count / days : 0)];
    }

    private static IReadOnlyList<(string, string)> Path(UnitTree tree, int? unitId, DateOnly day) =>
        [.. tree.LineOf(unitId, day).Select(id => (tree.Units[id].Key, tree.NameOf(id, day))).Reverse()];

    private static IReadOnlyList<Tile> Tiles(ScopeSum sum)
    {
        var today = sum.Today;
        return
        [
            Level(TileKind.Waiting, d => d.Waiting),
            Level(TileKind.Overdue, d => d.Overdue),
            Count(TileKind.TipoffCandidates, d => d.TipoffCandidates),
            Count(TileKind.Messages, d => d.Messages),
            Of(TileKind.MedianFirstReply, today.FirstReply.MedianSeconds(), today.FirstReply.Count, sum.CompareMedians()),
            Of(TileKind.AnsweredInTime, Share(today), today.FellDue, sum.CompareShares()),
            Count(TileKind.NewFollowers, d => d.Follows),
            Count(TileKind.Interactions, d => d.Interactions),
        ];

        Tile Count(TileKind kind, Func<DayCounts, long> count) => Of(kind, count(today), null, sum.Compare(count));
        Tile Level(TileKind kind, Func<DayCounts, long> level) => Of(kind, level(today), null, sum.CompareLevels(level));
        static Tile Of(TileKind kind, double? value, long? of, (Comparison Yesterday, Comparison LastWeek) c) => new(kind, value, of, c.Yesterday, c.LastWeek);
        static double? Share(DayCounts d) => d.FellDue == 0 ? null : (double)d.AnsweredInTime / d.FellDue;
    }

    /// <summary>The units directly under the scope, and the pages that belong to none of them: the lines add up to the whole.</summary>
    private static List<UnitRow> Rows(BoardSnapshot snapshot, UnitTree tree, Unit? unit, TimeSpan silentAfter)
    {
        var day = snapshot.Today;
        var (under, above) = Split(tree, unit, day);
        var rows = under
            .Select(id => Row(snapshot, tree, tree.PagesUnder(id, day), tree.Units[id].Key, null, tree.NameOf(id, day), silentAfter))
            .Where(row => row.Pages > 0)
            .ToList();
        if (above.Count > 0)
        {
            rows.AddRange(tree.PagesUnder(above[0], day)
                .Where(id => tree.OwnerOn(id, day) is { } owner && above.Contains(owner))
                .Select(id => tree.Pages[id])
                .OrderBy(p => p.Key, StringComparer.Ordinal)
                .Select(p => Row(snapshot, tree, new HashSet<int> { p.Id }, null, p.Key, p.Name ?? p.ExternalId, silentAfter)));
        }

        return rows;
    }

    /// <summary>Units worth a line, and those above them within the scope: a unit alone says nothing as a line, its children do.</summary>
    private static (IReadOnlyList<int> Under, List<int> Above) Split(UnitTree tree, Unit? unit, DateOnly day)
    {
        List<int> above = unit is null ? [] : [unit.Id];
        var children = tree.ChildrenOn(unit?.Id, day);
        while (children is [var only] && tree.ChildrenOn(only, day) is { Count: > 0 } next)
        {
            above.Add(only);
            children = next;
        }

        return (children, above);
    }

    private static UnitRow Row(
        BoardSnapshot snapshot, UnitTree tree, IReadOnlySet<int> ids, string? unitKey, string? pageKey, string name, TimeSpan silentAfter)
    {
        var sum = Sum(ids, snapshot);
        return new UnitRow(
            unitKey,
            pageKey,
            name,
            ids.Count,
            sum.Today.Messages,
            sum.Compare(d => d.Messages).LastWeek,
            sum.Today.Waiting,
            sum.Today.Overdue,
            sum.Today.TipoffCandidates,
            sum.Today.FirstReply.MedianSeconds(),
            sum.Today.FirstReply.Count,
            [.. sum.Add(p => p.History.MessagesByDay, 14), sum.Today.Messages],
            ids.Select(id => snapshot.Pages.GetValueOrDefault(id)?.LastEventAt).Max(),
            ids.Any(id => IsSilent(snapshot, tree.Pages[id], silentAfter)));
    }

    private static IReadOnlyList<FeedLine> Feed(BoardSnapshot snapshot, UnitTree tree, IReadOnlySet<int> ids)
    {
        var items = snapshot.Feed.Where(f => ids.Contains(f.PageId)).Take(FeedLines).ToList();
        if (items.Count < FeedLines && ids.Count <= PagesWithOwnFeed)
        {
            items = [.. ids.SelectMany(id => snapshot.Pages.GetValueOrDefault(id)?.Recent ?? [])
                .Concat(items)
                .DistinctBy(f => f.EventId)
                .OrderByDescending(f => f.OccurredAt)
                .ThenByDescending(f => f.EventId)
                .Take(FeedLines)];
        }

        return [.. items.Select(item =>
        {
            var page = tree.Pages[item.PageId];
            var owner = tree.OwnerOn(page.Id, snapshot.Today);
            return new FeedLine(
                item,
                page.Name ?? page.ExternalId,
                page.Key,
                owner is { } id ? tree.NameOf(id, snapshot.Today) : "",
                owner is { } key ? tree.Units[key].Key : null);
        })];
    }

    private static IReadOnlyList<SilentPage> Silent(BoardSnapshot snapshot, UnitTree tree, IReadOnlySet<int> ids, TimeSpan silentAfter) =>
        [.. ids.Select(id => tree.Pages[id])
            .Where(page => page.Key is not null && IsSilent(snapshot, page, silentAfter))
            .Select(page => new SilentPage(
                page.Key!,
                page.Name ?? page.ExternalId,
                tree.OwnerOn(page.Id, snapshot.Today) is { } owner ? tree.NameOf(owner, snapshot.Today) : "",
                snapshot.Pages.GetValueOrDefault(page.Id)?.LastEventAt))
            .OrderBy(s => s.Since ?? DateTimeOffset.MinValue)];

    private static bool IsSilent(BoardSnapshot snapshot, Page page, TimeSpan silentAfter) =>
        new Silence(silentAfter).IsSilent(page, snapshot.Pages.GetValueOrDefault(page.Id)?.LastEventAt, snapshot.TakenAt);
}
