using System.Runtime.CompilerServices;
using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Rollups;

/// <summary>Rollup tables as keys and gains, for what does not come with a batch of events.</summary>
internal static class RollupRows
{
    /// <summary>Every row of every grain whose slot begins in [start, end).</summary>
    public static async IAsyncEnumerable<(RollupKey Key, Gain Gain)> ReadAsync(
        CommandDb db, DateTimeOffset start, DateTimeOffset end, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var r in db.RollupFiveMinutes.AsNoTracking().Where(r => r.SlotUtc >= start && r.SlotUtc < end).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (Key(Grain.FiveMinutes, r, r.SlotUtc.ToUnixTimeMilliseconds()), new Gain(r.Count, r.Sum));
        // Both tables stand by page first: one seek a page, whatever the length of history.
        var pages = db.Pages.Select(p => p.Id);
        await foreach (var r in db.RollupHours.AsNoTracking().Where(r => pages.Contains(r.PageId) && r.SlotUtc >= start && r.SlotUtc < end).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (Key(Grain.Hour, r, r.SlotUtc.ToUnixTimeMilliseconds()), new Gain(r.Count, r.Sum));
        var (firstDay, lastDay) = (LocalTime.DayOf(start), LocalTime.DayOf(end));
        await foreach (var r in db.RollupDays.AsNoTracking().Where(r => pages.Contains(r.PageId) && r.Day >= firstDay && r.Day < lastDay).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (Key(Grain.Day, r, r.Day.DayNumber), new Gain(r.Count, r.Sum));
    }

    /// <summary>Adds to rows, or makes them, and to the sums of months whose days are closed; within the caller's transaction, which nobody writes beside.</summary>
    public static async Task AddAsync(CommandDb db, IReadOnlyCollection<KeyValuePair<RollupKey, Gain>> gains, CancellationToken cancellation)
    {
        foreach (var (key, gain) in gains.Concat(Fold.OfMonths(gains, await MonthSums.ThroughAsync(db, cancellation))))
            await AddAsync(db, key, gain, cancellation);
    }

    private static async Task AddAsync(CommandDb db, RollupKey key, Gain gain, CancellationToken cancellation)
    {
        if (key.Grain is Grain.Day or Grain.Month)
        {
            var day = DateOnly.FromDayNumber((int)key.Slot);
            await (key.Grain == Grain.Day
                ? AddAsync(db, db.RollupDays.Where(r => r.Day == day), new RollupDay { Day = day }, key, gain, cancellation)
                : AddAsync(db, db.RollupMonths.Where(r => r.Month == day), new RollupMonth { Month = day }, key, gain, cancellation));
            return;
        }

        var slot = DateTimeOffset.FromUnixTimeMilliseconds(key.Slot);
        await (key.Grain == Grain.Hour
            ? AddAsync(db, db.RollupHours.Where(r => r.SlotUtc == slot), new RollupHour { SlotUtc = slot }, key, gain, cancellation)
            : AddAsync(db, db.RollupFiveMinutes.Where(r => r.SlotUtc == slot), new RollupFiveMinutes { SlotUtc = slot }, key, gain, cancellation));
    }

    private static async Task AddAsync<TRow>(CommandDb db, IQueryable<TRow> slot, TRow fresh, RollupKey key, Gain gain, CancellationToken cancellation)
        where TRow : Rollup
    {
        var changed = await slot
            .Where(r => r.PageId == key.PageId && r.Metric == key.Metric && r.Bucket == key.Bucket)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + gain.Count).SetProperty(x => x.Sum, x => x.Sum + gain.Sum), cancellation);
        if (changed > 0)
            return;
        (fresh.PageId, fresh.Metric, fresh.Bucket, fresh.Count, fresh.Sum) = (key.PageId, key.Metric, key.Bucket, gain.Count, gain.Sum);
        db.Add(fresh);
        await db.SaveChangesAsync(cancellation);
    }

    private static RollupKey Key(Grain grain, Rollup row, long slot) => new(grain, row.PageId, slot, row.Metric, row.Bucket);
}
