using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>Alerts cut to what an asker may see: the open ones of the shared list, and the past.</summary>
public sealed class AlertQuery(IDbContextFactory<CommandDb> databases, LiveAlerts live, UnitRegistry units, TimeProvider time)
{
    /// <summary>What must be acted on first stands first.</summary>
    private static readonly AlertKind[] order = [AlertKind.UrgentTipoff, AlertKind.Drift, AlertKind.Job, AlertKind.Overdue, AlertKind.SilentPage, AlertKind.Spike];

    /// <summary>Calls back from a thread of the pool when the open alerts changed.</summary>
    public IDisposable Subscribe(Func<Task> changed) => live.Subscribe(changed);

    /// <summary>Nobody has acknowledged them; the most pressing first.</summary>
    public async Task<IReadOnlyList<AlertLine>> OpenAsync(Asker asker, CancellationToken cancellation)
    {
        var alerts = await live.CurrentAsync(cancellation);
        var view = await ViewAsync(asker, cancellation);
        var seen = alerts.Where(a => AlertSight.Sees(view.Sight, a.Kind, a.UnitId)).ToList();
        var lines = view.Sight.SeesSingles
            ? seen.Select(view.Line)
            : seen.Where(a => a.Kind != AlertKind.UrgentTipoff).Select(view.Line)
                .Concat(seen.Where(a => a.Kind == AlertKind.UrgentTipoff).GroupBy(a => a.UnitId).Select(view.Counted));
        return [.. lines.OrderBy(l => Array.IndexOf(order, l.Kind)).ThenByDescending(l => l.RaisedAt)];
    }

    /// <summary>Acknowledged, or ended by themselves. Whoever sees no single records is told of no single tip-off.</summary>
    public async Task<AlertHistory> PastAsync(Asker asker, AlertFilter filter, CancellationToken cancellation)
    {
        var view = await ViewAsync(asker, cancellation);
        var root = filter.UnitKey is null ? view.Sight.RootUnitId : view.Tree.Find(filter.UnitKey)?.Id ?? -1;
        if (root is { } asked && !view.Sight.SeesCounts(asked))
            return new AlertHistory([], 0);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var query = InSight(db, view, root).Where(a => a.ClosedAt != null || a.AcknowledgedAt != null);
        if (filter.Kind is { } kind)
            query = query.Where(a => a.Kind == kind);
        if (filter.From is { } first && LocalTime.StartOf(first) is var begin)
            query = query.Where(a => a.RaisedAt >= begin);
        if (filter.To is { } last && LocalTime.StartOf(last.AddDays(1)) is var end)
            query = query.Where(a => a.RaisedAt < end);
        var total = await query.CountAsync(cancellation);
        var rows = await query.OrderByDescending(a => a.RaisedAt).ThenByDescending(a => a.Id)
            .Skip((Math.Max(1, filter.Page) - 1) * AlertFilter.PageSize).Take(AlertFilter.PageSize).ToListAsync(cancellation);
        return new AlertHistory([.. rows.Select(view.Past)], total);
    }

    /// <summary>Units that can be asked for, by name.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> UnitsAsync(Asker asker, CancellationToken cancellation)
    {
        var view = await ViewAsync(asker, cancellation);
        return [.. view.Tree.Units.Values
            .Where(u => view.Tree.VersionOn(u.Id, view.Today) is not null && view.Sight.SeesCounts(u.Id))
            .Select(u => (u.Key, view.Tree.NameOf(u.Id, view.Today)))
            .OrderBy(u => u.Item2, StringComparer.CurrentCulture)];
    }

    private static IQueryable<Alert> InSight(CommandDb db, View view, int? root)
    {
        var sight = view.Sight;
        var kinds = AlertSight.KindsOf(sight.Asker.Role).Where(k => sight.SeesSingles || k != AlertKind.UrgentTipoff).ToArray();
        var alerts = db.Alerts.AsNoTracking().Where(a => kinds.Contains(a.Kind));
        if (root is null && sight.SeesEverything)
            return alerts;
        int[] ids = [.. view.Tree.Units.Keys.Where(id => sight.SeesCounts(id) && (root is not { } r || view.Tree.IsUnder(id, r, view.Today)))];
        return alerts.Where(a => a.UnitId != null && EF.Parameter(ids).Contains(a.UnitId.Value));
    }

    private async Task<View> ViewAsync(Asker asker, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await units.TreeAsync(cancellation);
        return new View(tree, today, Sight.Of(asker, tree, today));
    }

    private sealed record View(UnitTree Tree, DateOnly Today, Sight Sight)
    {
        public AlertLine Line(OpenAlert a) => new(
            a.Id,
            a.Kind,
            a.Text,
            a.UnitId is { } unit ? Tree.NameOf(unit, Today) : null,
            a.PageId is { } id && Tree.Pages.TryGetValue(id, out var page) ? page.Name ?? page.ExternalId : null,
            AlertSight.Follows(Sight, a.Kind) ? a.Link : null,
            a.Number,
            a.Count,
            a.Usual,
            a.Hours,
            a.Since,
            a.Day,
            a.RaisedAt,
            a.ResolvedAt,
            AlertSight.MayAcknowledge(Sight, a.Kind, a.UnitId),
            a.Sounds ? a.Id : null);

        /// <summary>One line for a unit's urgent tip-offs, which names none of them.</summary>
        public AlertLine Counted(IEnumerable<OpenAlert> urgent)
        {
            var newest = urgent.MaxBy(a => a.Id)!;
            return Line(newest) with { Id = null, Text = AlertText.UrgentCount, Number = null, Count = urgent.Count(), ResolvedAt = null, SoundsAs = urgent.Max(a => a.Sounds ? a.Id : (long?)null) };
        }

        public AlertLine Past(Alert a) => Line(OpenAlert.Of(a)) with
        {
            MayAcknowledge = false,
            SoundsAs = null,
            IsClosed = a.ClosedAt is not null,
            Acknowledged = a.AcknowledgedAt is { } at ? new Acknowledgement(a.AcknowledgedBy ?? "", at, a.Note) : null,
        };
    }
}
