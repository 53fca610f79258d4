using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>Reads the list of tip-offs of a scope, cut to what the asker may see.</summary>
public sealed class TipoffListQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry, TipoffRatios ratios, TimeProvider time)
{
    public async Task<TipoffList> ReadAsync(TipoffFilter filter, Asker asker, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = LocalTime.DayOf(now);
        // A ratio of one month is often too thin: without a period it is that of twelve months.
        var (from, to) = (filter.From ?? (filter.To ?? today).AddYears(-1).AddDays(1), filter.To ?? today);
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, today);
        var root = filter.UnitKey is null ? asker.UnitId : tree.Find(filter.UnitKey)?.Id;
        if ((filter.UnitKey is not null && root is null) || (root is { } id && !sight.SeesCounts(id)) || to < from)
            return new TipoffList([], 0, null, from, to, IsUnknownUnit: to >= from, now);

        await using var db = await databases.CreateDbContextAsync(cancellation);
        var query = Where(Narrowed(db, filter, root, tree, sight, today), filter, now);
        var total = await query.CountAsync(cancellation);
        var ordered = filter.IsOldestFirst
            ? query.OrderBy(t => t.ReceivedAt).ThenBy(t => t.Id)
            : query.OrderByDescending(t => t.ReceivedAt).ThenByDescending(t => t.Id);
        var rows = await ordered.Skip((Math.Max(1, filter.Page) - 1) * TipoffFilter.PageSize).Take(TipoffFilter.PageSize).ToListAsync(cancellation);
        return new TipoffList([.. rows.Select(t => Line(t, tree, sight))], total, await ratios.ReadAsync(root, from, to, cancellation), from, to, false, now);
    }

    /// <summary>What must be done now of a unit with all under it; counts only.</summary>
    public async Task<OpenTipoffs> OpenAsync(int unitId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var tree = await registry.TreeAsync(cancellation);
        int[] units = [.. tree.Units.Keys.Where(id => tree.IsUnder(id, unitId, LocalTime.DayOf(now)))];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var own = db.Tipoffs.AsNoTracking().Where(t => EF.Parameter(units).Contains(t.CreditedUnitId));
        return new OpenTipoffs(
            await own.CountAsync(t => t.DueAt != null, cancellation),
            await own.CountAsync(t => t.DueAt != null && t.DueAt < now, cancellation),
            await own.CountAsync(t => t.AwaitingSince != null, cancellation),
            await own.Where(t => t.DueAt != null).MinAsync(t => (DateTimeOffset?)t.ReceivedAt, cancellation));
    }

    /// <summary>What was put up to the asker as a second person, and drawn for a second look by him; oldest first.</summary>
    public async Task<IReadOnlyList<TipoffLine>> PutUpAsync(Asker asker, Func<CommandDb, Tipoff, CancellationToken, Task<Standpoint>> around, CancellationToken cancellation)
    {
        if (!asker.MayConfirm)
            return [];
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, today);
        int[] units = [.. tree.Units.Keys.Where(id => sight.MayConfirm(id) || id == asker.UnitId)];
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var rows = await db.Tipoffs.AsNoTracking()
            .Where(t => t.AwaitingSince != null || t.Recheck == Recheck.Due)
            .Where(t => t.AssessedUnitId == null || EF.Parameter(units).Contains(t.AssessedUnitId.Value))
            .Where(t => t.AssessedBy != asker.PersonId && t.EnteredBy != asker.PersonId)
            .OrderBy(t => t.AssessedAt).Take(2 * TipoffFilter.PageSize)
            .ToListAsync(cancellation);
        var lines = new List<TipoffLine>();
        foreach (var tipoff in rows)
        {
            if (TipoffAccess.IsPutUpTo(tipoff, await around(db, tipoff, cancellation)))
                lines.Add(Line(tipoff, tree, sight));
        }

        return lines;
    }

    /// <summary>Cut to the scope, to the asker's sight, and to the unit, page and platform that a number was told apart by.</summary>
    private static IQueryable<Tipoff> Narrowed(CommandDb db, TipoffFilter filter, int? root, UnitTree tree, Sight sight, DateOnly today)
    {
        var tipoffs = TipoffScope.Of(db, filter, root, tree, sight, today);
        if (filter.CreditedUnitKey is { } key)
        {
            var credited = tree.Find(key)?.Id;
            tipoffs = tipoffs.Where(t => t.CreditedUnitId == credited);
        }

        if (filter.PageKey == TipoffFilter.NoPage)
            return tipoffs.Where(t => t.PageId == null);
        if (filter.PageKey is { } pageKey)
        {
            // A page that nobody registered has no key.
            var page = (tree.FindPage(pageKey) ?? tree.Pages.Values.FirstOrDefault(p => p.Key is null && p.ExternalId == pageKey))?.Id;
            tipoffs = tipoffs.Where(t => t.PageId != null && t.PageId == page);
        }

        if (filter.Platform is { } platform)
        {
            int[] pages = [.. tree.Pages.Values.Where(p => p.Platform == platform).Select(p => p.Id)];
            tipoffs = tipoffs.Where(t => t.PageId != null && EF.Parameter(pages).Contains(t.PageId.Value));
        }

        return tipoffs;
    }

    private static IQueryable<Tipoff> Where(IQueryable<Tipoff> tipoffs, TipoffFilter filter, DateTimeOffset now)
    {
        tipoffs = filter.Show switch
        {
            // The unit's clock runs exactly while it must act.
            TipoffShow.Waiting => tipoffs.Where(t => t.DueAt != null),
            TipoffShow.Received => tipoffs.Where(t => t.State == TipoffState.Received && t.DueAt != null),
            TipoffShow.Verifying => tipoffs.Where(t => t.State == TipoffState.Verifying && t.DueAt != null),
            TipoffShow.Returned => tipoffs.Where(t => t.State == TipoffState.Returned && t.DueAt != null),
            TipoffShow.Awaiting => tipoffs.Where(t => t.AwaitingSince != null),
            TipoffShow.Pending => tipoffs.Where(t => t.DueAt != null || t.AwaitingSince != null),
            TipoffShow.Valuable => tipoffs.Where(t => t.Verdict == Verdict.Valuable && t.AwaitingSince == null),
            TipoffShow.NotValuable => tipoffs.Where(t => t.Verdict == Verdict.NotValuable),
            TipoffShow.False => tipoffs.Where(t => t.Verdict == Verdict.False),
            TipoffShow.Duplicate => tipoffs.Where(t => t.Verdict == Verdict.Duplicate && t.AwaitingSince == null),
            TipoffShow.Spam => tipoffs.Where(t => t.Verdict == Verdict.Spam && t.AwaitingSince == null),
            TipoffShow.Closed => tipoffs.Where(t => t.State == TipoffState.Closed),
            TipoffShow.Counted => tipoffs.Where(t => t.Verdict == null || t.AwaitingSince != null || (t.Verdict != Verdict.Duplicate && t.Verdict != Verdict.Spam)),
            _ => tipoffs,
        };
        if (filter.IsOverdue)
            tipoffs = tipoffs.Where(t => t.DueAt != null && t.DueAt < now);
        if (filter.Category is { } category)
            tipoffs = tipoffs.Where(t => t.Category == category);
        if (filter.Urgency is { } urgency)
            tipoffs = tipoffs.Where(t => t.Urgency == urgency);
        if (filter.Source is { } source)
            tipoffs = tipoffs.Where(t => t.Source == source);
        if (filter.From is { } first && LocalTime.StartOf(first) is var begin)
            tipoffs = tipoffs.Where(t => t.ReceivedAt >= begin);
        if (filter.To is { } last && LocalTime.StartOf(last.AddDays(1)) is var end)
            tipoffs = tipoffs.Where(t => t.ReceivedAt < end);
        return tipoffs;
    }

    private static TipoffLine Line(Tipoff t, UnitTree tree, Sight sight) => new(
        t.Number, t.State, t.Verdict, t.Category, t.Urgency, t.Source, sight.SeesCounts(t.CreditedUnitId) ? tree.Units[t.CreditedUnitId].Key : null,
        tree.NameOf(t.CreditedUnitId, sight.Day), t.ReceivedAt, t.DueAt, t.AwaitingSince, t.Recheck == Recheck.Due);
}
