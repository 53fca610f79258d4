using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Comparable;

/// <param name="Part">How it counts: alike on all its days.</param>
/// <param name="IsRestated">On some of its days it counted for a predecessor.</param>
internal sealed record ToldRange(int PageId, Bucket Days, double Value, ReadingSource Source, FigurePart Part, bool IsRestated)
{
    public Figure Own => new(Value, 0, 0, false);

    public Figure Figure => Own.Part(Part.Share, IsRestated);
}

/// <summary>
/// What platforms told of ranges of days, for pages where no event counts the same: whole or not at all. A range that
/// crosses the edge of the days, or a day on which its page began to count otherwise, is not summed.
/// </summary>
internal sealed record ToldRanges(IReadOnlySet<int> Pages, IReadOnlyList<ToldRange> Summed, IReadOnlyList<ToldRange> Unsummed)
{
    private static readonly ToldRanges none = new(new HashSet<int>(), [], []);

    public static async Task<ToldRanges> ReadAsync(CommandDb db, Measure measure, IReadOnlyList<FigurePart> parts, CancellationToken cancellation)
    {
        if (measure is not { Form: MeasureForm.Count, Counted: { } metric } || parts.Count == 0)
            return none;
        int[] ids = [.. parts.SelectMany(p => p.Ids).Distinct()];
        var (from, to) = (parts.Min(p => p.From), parts.Max(p => p.To));
        var readings = await db.Readings.AsNoTracking()
            .Where(r => EF.Parameter(ids).Contains(r.PageId!.Value) && r.Metric == metric.Id && r.At == null && r.FromDay <= to && r.ToDay >= from && r.Source != ReadingSource.Declared)
            .ToListAsync(cancellation);
        if (readings.Count == 0)
            return none;
        var counted = await db.RollupDays.Where(r => EF.Parameter(ids).Contains(r.PageId) && r.Metric == metric.Id && r.Day >= from && r.Day <= to && r.Count != 0)
            .Select(r => r.PageId).Distinct().ToListAsync(cancellation);
        var known = counted.ToHashSet();
        return Of(readings.Where(r => !known.Contains(r.PageId!.Value)), parts);
    }

    private static ToldRanges Of(IEnumerable<Reading> readings, IReadOnlyList<FigurePart> parts)
    {
        var (pages, summed, unsummed) = (new HashSet<int>(), new List<ToldRange>(), new List<ToldRange>());
        foreach (var page in readings.GroupBy(r => r.PageId!.Value))
        {
            pages.Add(page.Key);
            var own = parts.Where(p => p.Ids.Contains(page.Key)).ToList();
            var whole = own.GroupBy(p => (p.Share, p.BesideUnitId)).ToDictionary(
                alike => alike.First(), alike => Declared.WithoutOverlap(page.Where(r => alike.Sum(p => Days(r).Common(p.From, p.To)) == Days(r).Days)));
            var chosen = whole.SelectMany(w => w.Value.Select(r => new ToldRange(
                page.Key, Days(r), r.Value, r.Source, w.Key, own.Exists(p => p.IsRestated && p.BesideUnitId == w.Key.BesideUnitId && Days(r).Overlaps(p.From, p.To))))).ToList();
            summed.AddRange(chosen);
            unsummed.AddRange(
                from reading in page
                let days = Days(reading)
                let part = own.Find(p => p.BesideUnitId is null && days.Overlaps(p.From, p.To))
                where part is not null && own.Where(p => p.BesideUnitId is null).Sum(p => days.Common(p.From, p.To) - chosen.Sum(c => Overlap(days, c.Days, p))) > 0
                where !chosen.Exists(c => c.Days == days)
                select new ToldRange(page.Key, days, reading.Value, reading.Source, part, false));
        }

        return new ToldRanges(pages, summed, [.. unsummed.OrderBy(u => u.Days.From)]);

        static Bucket Days(Reading reading) => new(reading.FromDay!.Value, reading.ToDay!.Value);

        // Days of a part that a chosen range tells already.
        static int Overlap(Bucket days, Bucket told, FigurePart part) =>
            days.Overlaps(told.From, told.To) ? new Bucket(days.From > told.From ? days.From : told.From, days.To < told.To ? days.To : told.To).Common(part.From, part.To) : 0;
    }
}
