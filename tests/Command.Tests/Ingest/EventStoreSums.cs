using Command.Rollups;
using static Command.Tests.Ingest.StoreSamples;

namespace Command.Tests.Ingest;

/// <summary>What every engine's event store promises about rollups.</summary>
public sealed class EventStoreSums
{
    [Theory, Sqlite, SqlServer]
    public async Task Gains_add_up_and_down_in_every_grain(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);

        there.Commit(b => b.Add(Gain(count: 3, sum: 100)));
        there.Commit(b => b.Add(Gain(count: 2, sum: 50)));
        there.Commit(b => b.Add(Gain(count: -1, sum: -149)));

        var minutes = Assert.Single(await there.RowsAsync(db => db.RollupFiveMinutes));
        Assert.Equal((7, Start, Metric.FirstReply.Id, (short)12, 4L, 1L), (minutes.PageId, minutes.SlotUtc, minutes.Metric, minutes.Bucket, minutes.Count, minutes.Sum));
        var hour = Assert.Single(await there.RowsAsync(db => db.RollupHours));
        Assert.Equal((7, Start, Metric.FirstReply.Id, (short)12, 4L, 1L), (hour.PageId, hour.SlotUtc, hour.Metric, hour.Bucket, hour.Count, hour.Sum));
        var day = Assert.Single(await there.RowsAsync(db => db.RollupDays));
        Assert.Equal((7, new DateOnly(2026, 3, 2), Metric.FirstReply.Id, (short)12, 4L, 1L), (day.PageId, day.Day, day.Metric, day.Bucket, day.Count, day.Sum));
    }

    [Theory, Sqlite, SqlServer]
    public async Task One_batch_adds_to_rows_that_stand_and_makes_those_that_do_not(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);
        var keys =
            from page in Enumerable.Range(1, 5)
            from slot in Enumerable.Range(0, 4)
            from metric in new[] { Metric.Messages, Metric.Replies }
            select new RollupKey(Grain.Hour, page, Start.AddHours(slot).ToUnixTimeMilliseconds(), metric.Id, 0);
        var odd = keys.Where((_, i) => i % 2 == 1).ToList();

        there.Commit(b => b.Add(odd.Select(key => KeyValuePair.Create(key, new Gain(10, 20)))));
        there.Commit(b => b.Add(keys.Reverse().Select(key => KeyValuePair.Create(key, new Gain(1, 2)))));

        var rows = await there.RowsAsync(db => db.RollupHours);
        Assert.Equal(40, rows.Count);
        Assert.All(rows, row =>
        {
            var stood = odd.Contains(new RollupKey(Grain.Hour, row.PageId, row.SlotUtc.ToUnixTimeMilliseconds(), row.Metric, row.Bucket));
            Assert.Equal(stood ? (11, 22) : (1L, 2L), (row.Count, row.Sum));
        });
    }

    [Theory, Sqlite, SqlServer]
    public async Task A_batch_without_gains_makes_no_row(string engine)
    {
        await using var there = await StoreUnderTest.OnAsync(engine);

        there.Commit(b => b.Add([]));

        Assert.Empty(await there.RowsAsync(db => db.RollupDays));
    }

    /// <summary>The same gain in each grain.</summary>
    internal static IEnumerable<KeyValuePair<RollupKey, Gain>> Gain(long count, long sum) => Enum.GetValues<Grain>().Select(grain =>
        KeyValuePair.Create(new RollupKey(grain, 7, Fold.SlotOf(grain, Start), Metric.FirstReply.Id, 12), new Gain(count, sum)));
}
