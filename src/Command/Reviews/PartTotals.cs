using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>
/// The totals of every unit directly below another at once: as many queries for two hundred units as for one. Durations are
/// left out, since nobody sets them side by side.
/// </summary>
internal static class PartTotals
{
    private static readonly Metric[] levels = [.. Metric.All.Where(m => m is { Form: MetricForm.Level, IsQuoted: false })];
    private static readonly short[] totals = [.. Metric.All.Where(m => m.Form is MetricForm.Total or MetricForm.Counter).Select(m => m.Id)];

    /// <param name="below">Units directly below the root.</param>
    public static async Task<Dictionary<int, SubtreeTotals>> ReadAsync(
        CommandDb db, UnitTree tree, int root, IReadOnlyCollection<int> below, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var owned = CountedPages.Owned(tree, root, from, to);
        int[] pages = [.. owned.SelectMany(s => s.Owners.Keys).Distinct()];
        int[] units = [.. below];
        var (begin, end) = (LocalTime.StartOf(from), LocalTime.StartOf(to.AddDays(1)));
        var inRange = db.Readings.AsNoTracking().Where(r => (r.At >= begin && r.At < end) || (r.FromDay >= from && r.ToDay <= to));
        var declaredByUnit = (await inRange.Where(r => r.Source == ReadingSource.Declared && EF.Parameter(units).Contains(r.UnitId!.Value)).ToListAsync(cancellation)).ToLookup(r => r.UnitId!.Value);
        var declaredByPages = (await inRange.Where(r => r.Source == ReadingSource.Declared && EF.Parameter(pages).Contains(r.PageId!.Value)).ToListAsync(cancellation)).ToLookup(Part);
        var told = await db.Readings.AsNoTracking()
            .Where(r => EF.Parameter(pages).Contains(r.PageId!.Value) && r.FromDay >= from && r.ToDay <= to && r.Source != ReadingSource.Declared && EF.Parameter(totals).Contains(r.Metric))
            .ToListAsync(cancellation);
        var counts = (await CountedPages.ReadAsync(db, tree, root, from, to, cancellation)).Counts;
        var counted = counts.GroupBy(c => c.Key.UnitId).ToDictionary(
            g => g.Key, g => g.GroupBy(c => c.Key.Metric, c => c.Value).ToDictionary(m => m.Key, m => new MetricTotals(m.Sum(), m.Sum(), null)));
        var fromEvents = counts.Where(c => c.Value != 0).Select(c => (c.Key.PageId, c.Key.Metric)).ToHashSet();
        var toldOf = told.Where(r => !fromEvents.Contains((r.PageId!.Value, r.Metric))).GroupBy(Part).ToDictionary(g => g.Key, Told);
        var levelsOf = await LevelsAsync(db, owned[^1].Owners, to, cancellation);
        return below.ToDictionary(unit => unit, unit => new SubtreeTotals(
            counted.GetValueOrDefault(unit) ?? [],
            levelsOf.GetValueOrDefault(unit) ?? [],
            toldOf.GetValueOrDefault(unit) ?? [],
            declaredByUnit[unit].ToLookup(r => r.Metric),
            declaredByPages[unit].ToLookup(r => r.Metric)));

        // The part that owned the page on all days of which the reading speaks; 0 where that changed.
        int Part(Reading reading)
        {
            var last = LocalTime.DayOf(Declared.Instant(reading));
            var first = reading.FromDay ?? last;
            var parts = owned.Where(s => s.From <= last && s.To >= first).Select(s => s.Owners.GetValueOrDefault(reading.PageId!.Value)).Distinct().ToList();
            return parts is [var only] ? only : 0;
        }
    }

    private static Dictionary<short, MetricTotals> Told(IEnumerable<Reading> readings) => readings
        .GroupBy(r => r.Metric)
        .Select(metric => (metric.Key, Readings: metric.GroupBy(r => r.PageId).SelectMany(Declared.WithoutOverlap).ToList()))
        .ToDictionary(m => m.Key, m => new MetricTotals(m.Readings.Count, m.Readings.Sum(r => r.Value), null));

    /// <summary>The last reading of each page that belongs to the part on the last day, however old it is.</summary>
    private static async Task<Dictionary<int, Dictionary<short, MetricTotals>>> LevelsAsync(CommandDb db, Dictionary<int, int> owners, DateOnly to, CancellationToken cancellation)
    {
        var found = new Dictionary<int, Dictionary<short, MetricTotals>>();
        foreach (var level in levels)
        {
            foreach (var part in (await LastReadings.ReadAsync(db, [.. owners.Keys], level, to, cancellation)).Where(r => r.Value is not null).GroupBy(r => owners[r.Key], r => r.Value!.Value))
            {
                if (!found.TryGetValue(part.Key, out var own))
                    found[part.Key] = own = [];
                own[level.Id] = new MetricTotals(part.Count(), null, part.Sum());
            }
        }

        return found;
    }
}
