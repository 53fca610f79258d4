using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>
/// Units whose own pages get far more messages than in the same hours of the eight same weekdays before. Both the hours
/// up to now and those up to the last whole hour are looked at, so an alert does not end with the turn of an hour.
/// </summary>
public sealed class Spikes : IAlertSource
{
    private const int Weeks = 8;
    private const int DefaultHours = 2;
    private const int DefaultLeast = 10;
    private const double DefaultDeviations = 3;
    private static readonly TimeSpan hour = TimeSpan.FromHours(1);

    public string Text => AlertText.Spike;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        if (!scene.Rules.IsOn(AlertKind.Spike))
            return [];
        var causes = new List<Cause>();
        var units = scene.Tree.PagesUnder(null, scene.Today).GroupBy(page => scene.Tree.OwnerOn(page, scene.Today)!.Value)
            .Select(pages => (UnitId: pages.Key, Pages: pages.ToArray(), Rule: scene.Rules.For(AlertKind.Spike, pages.Key)))
            .Where(unit => unit.Rule is not null);
        foreach (var rule in units.GroupBy(unit => unit.Rule!))
            causes.AddRange(await ReadAsync(scene, rule.Key, [.. rule.Select(r => (r.UnitId, r.Pages))], cancellation));
        return causes;
    }

    private async Task<List<Cause>> ReadAsync(AlertScene scene, AlertRule rule, List<(int UnitId, int[] Pages)> units, CancellationToken cancellation)
    {
        var (hours, least) = (rule.Hours ?? DefaultHours, rule.Least ?? DefaultLeast);
        var current = LocalTime.Slot(scene.Now, hour);
        var ends = new[] { current + hour, current };
        var now = await ByHourAsync(scene.Db, [.. units.SelectMany(u => u.Pages)], current - hours * hour, current + hour, cancellation);
        var loud = units.FindAll(u => ends.Any(end => Sum(now, u.Pages, end, hours) >= least));
        if (loud.Count == 0)
            return [];
        var pages = loud.SelectMany(u => u.Pages).ToArray();
        var firstDays = await scene.Db.RollupDays.Where(r => EF.Parameter(pages).Contains(r.PageId)).GroupBy(r => r.PageId)
            .Select(g => new { g.Key, First = g.Min(r => r.Day) }).ToDictionaryAsync(g => g.Key, g => g.First, cancellation);
        var before = new List<Dictionary<(int, DateTimeOffset), long>>();
        for (var week = 1; week <= Weeks; week++)
            before.Add(await ByHourAsync(scene.Db, pages, current.AddDays(-7 * week) - hours * hour, current.AddDays(-7 * week) + hour, cancellation));

        var causes = new List<Cause>();
        foreach (var (unitId, own) in loud)
        {
            var firstDay = own.Min(page => firstDays.GetValueOrDefault(page, scene.Today));
            var surges =
                from end in ends
                let weeks = Enumerable.Range(1, Weeks).Where(week => scene.Today.AddDays(-7 * week) > firstDay)
                let past = weeks.Select(week => Sum(before[week - 1], own, end.AddDays(-7 * week), hours)).ToList()
                let surge = Surge.Of(Sum(now, own, end, hours), past, least, rule.Deviations ?? DefaultDeviations)
                where surge is not null
                select surge.Value;
            if (surges.OrderByDescending(s => s.Deviations).Cast<Surge?>().FirstOrDefault() is { } found)
            {
                causes.Add(new Cause($"{Text}:{unitId}", rule, Text, unitId, $"/?unit={Uri.EscapeDataString(scene.KeyOf(unitId))}")
                {
                    Count = found.Count,
                    Usual = (long)Math.Round(found.Usual),
                    Hours = hours,
                });
            }
        }

        return causes;
    }

    private static long Sum(Dictionary<(int, DateTimeOffset), long> counts, int[] pages, DateTimeOffset end, int hours) =>
        pages.Sum(page => Enumerable.Range(1, hours).Sum(ago => counts.GetValueOrDefault((page, end - ago * hour))));

    /// <summary>Pages are named even when they are all: rollups stand by page first.</summary>
    private static Task<Dictionary<(int, DateTimeOffset), long>> ByHourAsync(
        CommandDb db, int[] pages, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) => db.RollupHours
        .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= from && r.SlotUtc < to && r.Metric == Metric.Messages.Id)
        .Select(r => new { r.PageId, r.SlotUtc, r.Count })
        .ToDictionaryAsync(r => (r.PageId, r.SlotUtc), r => r.Count, cancellation);
}
