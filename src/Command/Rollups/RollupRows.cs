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
        await foreach (var r in db.RollupHours.AsNoTracking().Where(r => r.SlotUtc >= start && r.SlotUtc < end).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (Key(Grain.Hour, r, r.SlotUtc.ToUnixTimeMilliseconds()), new Gain(r.Count, r.Sum));
        var (firstDay, lastDay) = (LocalTime.DayOf(start), LocalTime.DayOf(end));
        await foreach (var r in db.RollupDays.AsNoTracking().Where(r => r.Day >= firstDay && r.Day < lastDay).AsAsyncEnumerable().WithCancellation(cancellation))
            yield return (Key(Grain.Day, r, r.Day.DayNumber), new Gain(r.Count, r.Sum));
    }

    /// <summary>Adds to a row, or makes it; within the caller's transaction.</summary>
    public static async Task AddAsync(CommandDb db, RollupKey key, Gain gain, CancellationToken cancellation)
    {
        var slot = DateTimeOffset.FromUnixTimeMilliseconds(key.Grain == Grain.Day ? 0 : key.Slot);
        switch (key.Grain)
        {
            case Grain.FiveMinutes:
                await AddAsync(db, db.RollupFiveMinutes.Where(r => r.SlotUtc == slot), new RollupFiveMinutes { SlotUtc = slot }, key, gain, cancellation);
                break;
            case Grain.Hour:
                await AddAsync(db, db.RollupHours.Where(r => r.SlotUtc == slot), new RollupHour { SlotUtc = slot }, key, gain, cancellation);
                break;
            default:
                var day = DateOnly.FromDayNumber((int)key.Slot);
                await AddAsync(db, db.RollupDays.Where(r => r.Day == day), new RollupDay { Day = day }, key, gain, cancellation);
                break;
        }
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
