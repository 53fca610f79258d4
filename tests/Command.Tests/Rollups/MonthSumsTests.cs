using Command.Data;
using Command.Rollups;
using Command.Tests.Live;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Rollups;

/// <summary>Whatever happens before and after days are closed, a month's sum is that of its closed days.</summary>
public sealed class MonthSumsTests
{
    private static readonly DateTimeOffset start = new(2026, 1, 20, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Days_that_are_over_are_closed_once_and_the_running_one_is_not()
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(1, 400, start, clock.Now));

        Assert.Equal(20, await app.Get<MonthSums>().CloseAsync(CancellationToken.None));
        Assert.Equal(0, await app.Get<MonthSums>().CloseAsync(CancellationToken.None));
        clock.Now = clock.Now.AddDays(1);
        Assert.Equal(1, await app.Get<MonthSums>().CloseAsync(CancellationToken.None));

        await HoldAsync(app, new DateOnly(2026, 2, 9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_arrives_late_for_a_closed_day_corrects_its_month_in_the_same_commit(int seed)
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        var history = Happenings.History(seed, 600, start, clock.Now);
        var chance = new Random(seed);
        chance.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(history));

        await app.AppendAsync(history.Take(300));
        await app.Get<MonthSums>().CloseAsync(CancellationToken.None);
        await app.AppendAsync(history.Skip(300));

        await HoldAsync(app, new DateOnly(2026, 2, 8));
    }

    [Fact]
    public async Task Nothing_is_summed_before_the_first_day_was_closed()
    {
        var clock = new HandClock(start.AddDays(2));
        await using var app = await TestApp.StartAsync(clock);
        Assert.Equal(0, await app.Get<MonthSums>().CloseAsync(CancellationToken.None));

        await app.AppendAsync(Happenings.History(1, 50, start, clock.Now));

        await using var db = await app.OpenAsync();
        Assert.False(await db.RollupMonths.AnyAsync());
    }

    [Fact]
    public async Task A_sum_that_was_tampered_with_is_found()
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(1, 200, start, clock.Now));
        await app.Get<MonthSums>().CloseAsync(CancellationToken.None);
        await using (var db = await app.OpenAsync())
            await db.RollupMonths.Where(r => r.Month == new DateOnly(2026, 1, 1) && r.Metric == Metric.Messages.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + 1));

        var drifts = await app.Get<MonthSums>().VerifyAsync(new DateOnly(2026, 1, 31), CancellationToken.None);

        Assert.Equal(3, drifts.Count);
        Assert.All(drifts, d => Assert.Equal((Grain.Month, Metric.Messages.Id, d.Stands.Count - 1), (d.Key.Grain, d.Key.Metric, d.Should.Count)));
    }

    [Fact]
    public async Task A_rebuild_corrects_the_month_with_its_day()
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(1, 200, start, clock.Now));
        await using (var db = await app.OpenAsync())
            await db.RollupDays.Where(r => r.Metric == Metric.Messages.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + 1));
        await app.Get<MonthSums>().CloseAsync(CancellationToken.None);

        Assert.NotEmpty(await app.Get<Rebuild>().CorrectAsync(LocalTime.DayOf(start), LocalTime.DayOf(clock.Now), CancellationToken.None));

        await HoldAsync(app, new DateOnly(2026, 2, 8));
        Assert.Empty(await app.Get<Rebuild>().VerifyAsync(LocalTime.DayOf(start), LocalTime.DayOf(clock.Now), CancellationToken.None));
    }

    /// <summary>Both months are what their days are, and any range is the same by months as day by day.</summary>
    private static async Task HoldAsync(TestApp app, DateOnly through)
    {
        await using var db = await app.OpenAsync();
        Assert.Equal(through, await MonthSums.ThroughAsync(db, CancellationToken.None));
        foreach (var month in new[] { new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1) })
        {
            Assert.True(await db.RollupMonths.AnyAsync(r => r.Month == month));
            Assert.Empty(await app.Get<MonthSums>().VerifyAsync(month, CancellationToken.None));
        }

        int[] pages = [.. await db.Pages.Select(p => p.Id).ToListAsync()];
        for (var days = 0; days < 25; days++)
        {
            var (from, to) = (new DateOnly(2026, 1, 15).AddDays(days), new DateOnly(2026, 1, 31).AddDays(days));
            var byParts = new List<(int, short, short, long, long)>();
            foreach (var part in await PageSum.OfAsync(db, pages, from, to, CancellationToken.None))
                byParts.AddRange((await part.ToListAsync()).Select(r => (r.PageId, r.Metric, r.Bucket, r.Count, r.Sum)));
            var byDay = (await db.RollupDays.Where(r => r.Day >= from && r.Day <= to).ToListAsync()).Select(r => (r.PageId, r.Metric, r.Bucket, r.Count, r.Sum));
            Assert.Equal(Summed(byDay), Summed(byParts));
        }
    }

    private static List<(int, short, short, long, long)> Summed(IEnumerable<(int Page, short Metric, short Bucket, long Count, long Sum)> rows) =>
        [.. rows.GroupBy(r => (r.Page, r.Metric, r.Bucket)).Select(g => (g.Key.Page, g.Key.Metric, g.Key.Bucket, g.Sum(r => r.Count), g.Sum(r => r.Sum))).Order()];
}
