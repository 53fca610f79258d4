using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Live;

/// <summary>Reads <see cref="TipoffMonths"/> from the counted days, when a tip-off has moved or five minutes are whole.</summary>
internal static class TipoffMonthsReader
{
    public static async Task<TipoffMonths> ReadAsync(CommandDb db, UnitTree tree, DateOnly today, CancellationToken cancellation)
    {
        var thisMonth = TipoffMonths.FirstDay(today);
        var from = thisMonth.AddMonths(-1);
        var counts = new List<TipoffCount>();
        var candidates = new List<CandidateCount>();
        foreach (var (begin, end) in tree.Parts(from, thisMonth.AddDays(-1)).Concat(tree.Parts(thisMonth, today)))
        {
            counts.AddRange(await db.TipoffDays
                .Where(d => d.Day >= begin && d.Day <= end && d.Count != 0)
                .GroupBy(d => new { d.UnitId, d.Standing, d.Internally })
                .Select(g => new TipoffCount(begin, end, g.Key.UnitId, g.Key.Standing, g.Key.Internally, g.Sum(d => d.Count)))
                .ToListAsync(cancellation));
            candidates.AddRange(await CandidatesAsync(db, [.. tree.Pages.Keys], begin, end, today, cancellation));
        }

        return new TipoffMonths(from, counts, candidates);
    }

    private static async Task<IEnumerable<CandidateCount>> CandidatesAsync(CommandDb db, int[] pages, DateOnly from, DateOnly to, DateOnly today, CancellationToken cancellation)
    {
        var metric = Metric.TipoffCandidates.Id;
        var proposed = new Dictionary<int, long>();
        var counted = to < today ? to : today.AddDays(-1);
        foreach (var part in counted < from ? [] : await PageSum.OfAsync(db, pages, from, counted, cancellation))
        {
            await foreach (var sum in part.Where(r => r.Metric == metric).GroupBy(r => r.PageId).Select(g => new { g.Key, Count = g.Sum(r => r.Count) }).AsAsyncEnumerable().WithCancellation(cancellation))
                proposed[sum.Key] = proposed.GetValueOrDefault(sum.Key) + sum.Count;
        }

        var (begin, end) = (LocalTime.StartOf(from), LocalTime.StartOf(to.AddDays(1)));
        var made = await db.Tipoffs
            .Where(t => t.ConversationId != null && t.PageId != null && t.ReceivedAt >= begin && t.ReceivedAt < end)
            .GroupBy(t => t.PageId!.Value)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(r => r.Key, r => r.Count, cancellation);
        return proposed.Keys.Union(made.Keys)
            .Select(page => new CandidateCount(from, to, page, proposed.GetValueOrDefault(page), made.GetValueOrDefault(page)));
    }
}
