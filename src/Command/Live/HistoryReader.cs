using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>What a page is compared with, and where its record begins.</summary>
internal sealed record PagePast(DateOnly? FirstDay, DayCounts TodayAtCut, PageHistory History);

/// <summary>Reads what today is compared with: yesterday and the same weekday last week up to the cut.</summary>
/// <param name="due">When those that wait now fell due, by page.</param>
internal sealed class HistoryReader(CommandDb db, int[] pages, ILookup<int, DateTimeOffset> due)
{
    private static readonly TimeSpan hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan halfSlot = TimeSpan.FromMinutes(2.5);

    /// <param name="weeksOf">The shape of the weeks is taken from here; null: it is read.</param>
    /// <param name="waiting">Who waits now, of the same pages and the same picture.</param>
    public async Task<Dictionary<int, PagePast>> ReadAsync(
        BoardSnapshot? weeksOf,
        DateOnly today,
        DateTimeOffset cut,
        Dictionary<int, WaitingNow> waiting,
        CancellationToken cancellation)
    {
        var atCut = await PartAsync(LocalTime.StartOf(today), cut, cancellation);
        var yesterday = await PastAsync(today.AddDays(-1), cut.AddDays(-1), waiting, cancellation);
        var lastWeek = await PastAsync(today.AddDays(-7), cut.AddDays(-7), waiting, cancellation);
        var weeks = weeksOf is null ? await new WeeksReader(db, pages).ReadAsync(today, cut, cancellation) : [];

        return pages.ToDictionary(id => id, id =>
        {
            var shape = weeks.GetValueOrDefault(id) ?? WeeksOf(weeksOf?.Pages.GetValueOrDefault(id)) ?? Weeks.Nothing;
            var (y, yHours) = yesterday(id);
            var (l, lHours) = lastWeek(id);
            return new PagePast(
                shape.FirstDay,
                atCut.GetValueOrDefault(id) ?? DayCounts.Nothing,
                new PageHistory(y, l, yHours, lHours, shape.MessagesByDay, shape.MessagesByWeekHour, shape.SameWeekdays));
        });
    }

    private static Weeks? WeeksOf(PageNow? known) => known is null ? null
        : new Weeks(known.FirstDay, known.History.MessagesByDay, known.History.MessagesByWeekHour, known.History.SameWeekdays);

    /// <summary>By page: the counts of a past day up to its cut, and its 24 whole hours.</summary>
    private async Task<Func<int, (DayCounts Counts, IReadOnlyList<long> Hours)>> PastAsync(
        DateOnly day, DateTimeOffset cut, Dictionary<int, WaitingNow> waiting, CancellationToken cancellation)
    {
        var start = LocalTime.StartOf(day);
        var part = await PartAsync(start, cut, cancellation);
        var whole = await DayReader.ReadAsync(db, pages, start, start.AddDays(1), cancellation);
        var since = await SinceAsync(cut, cancellation);
        return id =>
        {
            long Changed(Metric metric) => since.GetValueOrDefault((id, metric.Id));
            var counts = (part.GetValueOrDefault(id) ?? DayCounts.Nothing) with
            {
                // Who waited then: who waits now, without those who began since, with those who were answered since.
                Waiting = waiting.GetValueOrDefault(id).Count - Changed(Metric.WaitsBegun) + Changed(Metric.WaitsEnded),
                Overdue = due[id].Count(at => at < cut) - Changed(Metric.OverdueBegun) + Changed(Metric.OverdueEnded),
            };
            return (counts, (whole.GetValueOrDefault(id) ?? DayCounts.Nothing).MessagesByHour);
        };
    }

    /// <summary>
    /// A part of a day as it stood at its end: of the first replies those that had been given by then. Otherwise the
    /// slow ones of yesterday, which today cannot have yet, would make every today look quick. Told to half a slot and
    /// the width of a bucket. Of what fell due in it also what still waits.
    /// </summary>
    private async Task<Dictionary<int, DayCounts>> PartAsync(DateTimeOffset from, DateTimeOffset cut, CancellationToken cancellation)
    {
        var part = await DayReader.ReadAsync(db, pages, from, cut, cancellation);
        var replies = await db.RollupFiveMinutes
            .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= from && r.SlotUtc < cut && r.Metric == Metric.FirstReply.Id)
            .Select(r => new { r.PageId, r.SlotUtc, r.Bucket, r.Count })
            .ToListAsync(cancellation);
        var given = replies.Where(r => r.SlotUtc + halfSlot + Took(r.Bucket) < cut).ToLookup(r => r.PageId);
        return part.Keys.Union(due.Select(d => d.Key)).ToDictionary(id => id, id =>
        {
            var firstReply = new Histogram();
            foreach (var reply in given[id])
                firstReply.Add(reply.Bucket, reply.Count);
            var counts = part.GetValueOrDefault(id) ?? DayCounts.Nothing;
            return counts with { FirstReply = firstReply, FellDue = counts.FellDue + due[id].Count(at => at >= from && at < cut) };
        });
    }

    private static TimeSpan Took(short bucket) => TimeSpan.FromSeconds(Histogram.MiddleSeconds(bucket));

    /// <summary>What waits began and ended from an instant until now, by page and metric.</summary>
    private async Task<Dictionary<(int, short), long>> SinceAsync(DateTimeOffset from, CancellationToken cancellation)
    {
        short[] metrics = [Metric.WaitsBegun.Id, Metric.WaitsEnded.Id, Metric.OverdueBegun.Id, Metric.OverdueEnded.Id];
        var nextHour = LocalTime.Slot(from + hour - TimeSpan.FromTicks(1), hour);
        var hours = await db.RollupHours
            .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= nextHour && metrics.Contains(r.Metric))
            .GroupBy(r => new { r.PageId, r.Metric })
            .Select(g => new { g.Key.PageId, g.Key.Metric, Count = g.Sum(r => r.Count) })
            .ToListAsync(cancellation);
        var minutes = await db.RollupFiveMinutes
            .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= from && r.SlotUtc < nextHour && metrics.Contains(r.Metric))
            .GroupBy(r => new { r.PageId, r.Metric })
            .Select(g => new { g.Key.PageId, g.Key.Metric, Count = g.Sum(r => r.Count) })
            .ToListAsync(cancellation);
        return hours.Concat(minutes)
            .GroupBy(r => (r.PageId, r.Metric))
            .ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
    }
}
