using Command.Data;
using Command.Jobs;
using Command.Rollups;
using Command.Tests.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Command.Tests.Rollups;

public sealed class OldEventsTests
{
    private static readonly DateTimeOffset start = new(2024, 1, 10, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Old_events_go_the_sums_stand_and_every_kept_day_can_still_be_recomputed(int seed)
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(seed, 500, start, start.AddDays(20)));
        var before = await SumsAsync(app);

        clock.Now = start.AddDays(10).AddMonths(25);
        await app.Get<Purge>().RunAsync(CancellationToken.None);

        var oldest = LocalTime.DayOf(start).AddDays(10);
        await using var db = await app.OpenAsync();
        var (first, kept) = (LocalTime.StartOf(oldest), await db.Events.ToListAsync());
        Assert.InRange(kept.Count, 200, 350);
        Assert.All(kept.Where(e => e.OccurredAt < first.AddDays(-1)), e => Assert.Equal(EventKind.Message, e.Kind));
        Assert.Equal(before, await SumsAsync(app));
        for (var day = oldest; day <= oldest.AddDays(12); day = day.AddDays(1))
            Assert.Empty(await app.Get<Rebuild>().VerifyAsync(day, day, CancellationToken.None));
        Assert.Empty(await app.Get<Rebuild>().VerifyAsync(oldest, oldest.AddDays(30), CancellationToken.None));
    }

    [Fact]
    public async Task A_range_whose_events_were_purged_is_refused_with_the_oldest_possible_day_and_nothing_is_corrected()
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(1, 300, start, start.AddDays(20)));
        var before = await SumsAsync(app);
        clock.Now = start.AddDays(10).AddMonths(25);
        await app.Get<Purge>().RunAsync(CancellationToken.None);
        var oldest = LocalTime.DayOf(start).AddDays(10);

        var refused = await Assert.ThrowsAsync<EventsPurgedException>(() => app.Get<Rebuild>().CorrectAsync(oldest.AddDays(-1), oldest.AddDays(3), CancellationToken.None));

        Assert.Equal(oldest, refused.Oldest);
        Assert.Contains("2024-01-20", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await SumsAsync(app));
    }

    [Fact]
    public async Task A_message_that_is_answered_after_the_first_kept_day_stays_as_long_as_its_answer()
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(
            Happenings.Event(EventKind.Message, start),
            Happenings.Event(EventKind.Reply, start.AddDays(15)),
            Happenings.Event(EventKind.Message, start, person: 1),
            Happenings.Event(EventKind.Reply, start.AddDays(1), person: 1),
            Happenings.Event(EventKind.Message, start, person: 2));

        clock.Now = start.AddDays(10).AddMonths(25);
        await app.Get<Purge>().RunAsync(CancellationToken.None);
        await using (var db = await app.OpenAsync())
            Assert.Equal([EventKind.Message, EventKind.Reply, EventKind.Message], await db.Events.OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
        Assert.Empty(await app.Get<Rebuild>().VerifyAsync(LocalTime.DayOf(start).AddDays(15), LocalTime.DayOf(start).AddDays(15), CancellationToken.None));

        clock.Now = start.AddDays(17).AddMonths(25);
        await app.Get<Purge>().RunAsync(CancellationToken.None);
        await using var after = await app.OpenAsync();
        Assert.Equal(EventKind.Message, (await after.Events.SingleAsync()).Kind);
    }

    [Fact]
    public async Task What_is_young_enough_is_not_touched()
    {
        var clock = new HandClock(start.AddDays(20));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(1, 100, start, start.AddDays(20)));

        clock.Now = start.AddMonths(25).AddDays(-1);
        await app.Get<Purge>().RunAsync(CancellationToken.None);

        await using var db = await app.OpenAsync();
        Assert.Equal(100, await db.Events.CountAsync());
        Assert.False(await db.DayMarks.AnyAsync());
    }

    [Fact]
    public void Fewer_months_than_alerts_and_checks_look_back_are_no_setting() =>
        Assert.Contains("Privacy:EventsKeptMonths", Assert.Throws<SettingException>(() => Retention.From(new ConfigurationBuilder().AddInMemoryCollection([new("Privacy:EventsKeptMonths", "2")]).Build())).Message, StringComparison.Ordinal);

    private static async Task<List<(int, DateOnly, short, short, long, long)>> SumsAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return [.. (await db.RollupDays.ToListAsync()).Select(r => (r.PageId, r.Day, r.Metric, r.Bucket, r.Count, r.Sum)).Order()];
    }
}
