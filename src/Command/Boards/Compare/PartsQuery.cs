using Command.Boards.Tipoffs;
using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Boards.Compare;

/// <summary>Takes a number of a comparison apart for who asks: sums of the own subtree for everybody, records for whoever may open them.</summary>
public sealed class PartsQuery(
    UnitRegistry registry, PeriodBook periods, ComparableFigures figures, FigurePieces pieces, DeclaredQuery declared, IDbContextFactory<CommandDb> databases, TimeProvider time)
{
    public const int MostTalks = 50;

    /// <summary>Of more pages at once no conversation is looked for: who wants one chooses a page.</summary>
    private const int MostTalkedPages = 30;

    /// <returns>Null: no such unit or period, or not for this asker.</returns>
    public async Task<FigureParts?> ReadAsync(Asker asker, PartsRequest request, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await registry.TreeAsync(cancellation);
        if (tree.Find(request.Unit) is not { } unit || (await periods.CalendarAsync(cancellation)).Find(request.Period) is not { Days: <= Period.MostDays } period)
            return null;
        var sight = Sight.Of(asker, tree, today);
        var last = request.Order ?? period.To;
        var restated = await registry.RestatedAsync(last < today ? last : today, cancellation);
        var group = request.IsGroup ? tree.PeerGroupOn(unit.Id, restated.Order) : null;
        if (request.IsGroup && group is null)
            return null;
        var units = group is null ? new HashSet<int> { unit.Id } : tree.MembersOn(group, restated.Order).ToHashSet();
        if (!units.All(id => sight.SeesCounts(id) && CompareQuery.MayCompare(sight, tree, id, period, today)))
            return null;
        var days = request.Days is { } point && point.From >= period.From && point.To <= period.To ? point : new Bucket(period.From, period.To);
        var step = request.Days == days ? request.By : null;
        var isLevel = request.Measure.Form == MeasureForm.Level;
        var found = group is null || !isLevel ? await pieces.ReadAsync(request.Measure, tree, restated.Sources(units, period.From, period.To), days, step, today, cancellation) : await LevelsOfEachAsync();
        var all = group is null ? null : await figures.ReadGroupAsync(request.Measure, restated, units, period.From, period.To, cancellation, [days.To < today ? days.To : today]);
        var named = found.Select(p => Named(p, request.Measure, tree, sight, today)).OrderBy(p => p.Piece.Standing).ThenBy(p => p.Unit).ThenBy(p => p.Page).ThenBy(p => p.Piece.Days.From).ToList();
        var counted = found.Select(p => p.Counted).OfType<Figure>().ToList();
        Figure? sum = counted.Count == 0 ? null : counted.Aggregate(Figure.Add);
        return new FigureParts(
            request,
            tree.NameOf(unit.Id, restated.Order),
            group,
            units.Count,
            period,
            days,
            restated.Order,
            named,
            sum,
            all is not null ? all.In(days, today, step) : isLevel && !IsKnown(found) ? null : sum,
            all?.Known(days, today, step) ?? 1,
            group is null ? await DeclaredAsync(request.Measure, tree, unit.Id, days, cancellation) : [],
            request.Measure.IsOfConversations && sight.SeesSingles ? await TalksAsync(named, request.Page, tree, days, cancellation) : null);

        // A unit of which a page is unknown is not part of the average, and neither are its other pages.
        async Task<IReadOnlyList<Piece>> LevelsOfEachAsync()
        {
            var each = new List<Piece>();
            foreach (var id in units)
            {
                var own = await pieces.ReadAsync(request.Measure, tree, restated.Sources(new HashSet<int> { id }, period.From, period.To), days, step, today, cancellation);
                each.AddRange(IsKnown(own) ? own : own.Select(p => p.Standing == PieceStanding.Counted ? p with { Standing = PieceStanding.Unsummed } : p));
            }

            return each;
        }

        static bool IsKnown(IReadOnlyList<Piece> pieces) => pieces.All(p => p.Standing != PieceStanding.Counted || p.Own is not null);
    }

    private static NamedPiece Named(Piece piece, Measure measure, UnitTree tree, Sight sight, DateOnly today)
    {
        var unit = tree.NameOf(piece.UnitId, piece.Days.From);
        if (piece.PageId is not { } id)
            return new NamedPiece(piece, unit, null, sight.SeesRecords(piece.UnitId, piece.Days.To) && piece.Own is not null ? Records(measure, tree.Units[piece.UnitId].Key, piece.Days) : null, null);
        var page = tree.Pages[id];
        var mayOpen = tree.OwnerOn(id, today) is { } owner && sight.SeesRecords(owner);
        return new NamedPiece(piece, unit, page.Name ?? page.ExternalId, null, mayOpen ? page.Key : null);
    }

    private static string Records(Measure measure, string unit, Bucket days) => TipoffAddress.Write(new TipoffFilter
    {
        CreditedUnitKey = unit,
        Show = measure == Measure.TipoffsValuable ? TipoffShow.Valuable : TipoffShow.Counted,
        From = days.From,
        To = days.To,
    });

    private async Task<IReadOnlyList<DeclaredFigure>> DeclaredAsync(Measure measure, UnitTree tree, int unit, Bucket days, CancellationToken cancellation)
    {
        Metric?[] metrics = measure == Measure.ValuableRatio ? [Metric.TipoffsReceived, Metric.TipoffsValuable] : [Metric.Find(measure.Name)];
        return [.. (await declared.ReadAsync(tree, unit, days.From, days.To, cancellation)).Readings.Where(f => metrics.Contains(f.Metric))];
    }

    /// <summary>From conversations alone, never from events: those that wait since these days or were answered last on them.</summary>
    private async Task<IReadOnlyList<TalkLine>> TalksAsync(List<NamedPiece> named, string? pageKey, UnitTree tree, Bucket days, CancellationToken cancellation)
    {
        int[] pages = [.. named.Where(p => p.PageKey is not null && (pageKey is null || p.PageKey == pageKey)).Select(p => p.Piece.PageId!.Value).Distinct()];
        if (pages.Length is 0 or > MostTalkedPages)
            return [];
        var (begin, end) = (LocalTime.StartOf(days.From), LocalTime.StartOf(days.To.AddDays(1)));
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var talks = await db.Conversations.AsNoTracking()
            .Where(c => EF.Parameter(pages).Contains(c.PageId) && ((c.WaitingSince >= begin && c.WaitingSince < end) || (c.LastReplyAt >= begin && c.LastReplyAt < end)))
            .OrderByDescending(c => c.Id).Take(MostTalks)
            .Select(c => new { c.Id, c.PageId, c.WaitingSince, c.LastReplyAt })
            .ToListAsync(cancellation);
        return [.. talks.Select(t => new TalkLine(t.Id, tree.Pages[t.PageId].Name ?? tree.Pages[t.PageId].ExternalId, t.WaitingSince, t.LastReplyAt))];
    }
}
