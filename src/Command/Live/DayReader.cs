using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>Reads the board's counts between two instants of one local day: whole hours, then whole five minutes.</summary>
internal static class DayReader
{
    private static readonly TimeSpan hour = TimeSpan.FromHours(1);

    private static readonly short[] metrics =
    [
        Metric.Messages.Id, Metric.TipoffCandidates.Id, Metric.Follows.Id, Metric.Interactions.Id,
        Metric.AnsweredInTime.Id, Metric.FellDue.Id, Metric.FirstReply.Id,
    ];

    /// <param name="from">A whole local hour.</param>
    /// <param name="to">A whole five minutes of the same local day, or its end.</param>
    /// <returns>By page; a page without any event in the span is absent.</returns>
    public static async Task<Dictionary<int, DayCounts>> ReadAsync(CommandDb db, int[] pages, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var lastHour = LocalTime.Slot(to, hour);
        // The pages are named even when they are all: rollups stand by page first, and a year of hours is long. They travel
        // as one JSON parameter, since a nation has ten thousand.
        var rows = await db.RollupHours
            .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= from && r.SlotUtc < lastHour && metrics.Contains(r.Metric))
            .Select(r => new Row(r.PageId, r.SlotUtc, r.Metric, r.Bucket, r.Count))
            .ToListAsync(cancellation);
        if (to > lastHour)
        {
            rows.AddRange(await db.RollupFiveMinutes
                .Where(r => EF.Parameter(pages).Contains(r.PageId) && r.SlotUtc >= lastHour && r.SlotUtc < to && metrics.Contains(r.Metric))
                .Select(r => new Row(r.PageId, r.SlotUtc, r.Metric, r.Bucket, r.Count))
                .ToListAsync(cancellation));
        }

        return rows.GroupBy(r => r.PageId).ToDictionary(page => page.Key, Sum);
    }

    private static DayCounts Sum(IEnumerable<Row> rows)
    {
        long messages = 0, tipoffs = 0, follows = 0, interactions = 0, inTime = 0, fellDue = 0;
        var firstReply = new Histogram();
        var byHour = new long[24];
        foreach (var row in rows)
        {
            if (row.Metric == Metric.Messages.Id)
            {
                messages += row.Count;
                byHour[LocalTime.ToLocal(row.Slot).Hour] += row.Count;
            }
            else if (row.Metric == Metric.FirstReply.Id)
            {
                firstReply.Add(row.Bucket, row.Count);
            }
            else
            {
                tipoffs += row.Metric == Metric.TipoffCandidates.Id ? row.Count : 0;
                follows += row.Metric == Metric.Follows.Id ? row.Count : 0;
                interactions += row.Metric == Metric.Interactions.Id ? row.Count : 0;
                inTime += row.Metric == Metric.AnsweredInTime.Id ? row.Count : 0;
                fellDue += row.Metric == Metric.FellDue.Id ? row.Count : 0;
            }
        }

        return new DayCounts(messages, tipoffs, follows, interactions, 0, 0, inTime, fellDue, firstReply, byHour);
    }

    private readonly record struct Row(int PageId, DateTimeOffset Slot, short Metric, short Bucket, long Count);
}
