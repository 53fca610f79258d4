using Command.Alerts;
using Command.Data;
using Command.Rollups;
using Command.Tests.Messages;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Alerts;

public sealed class DriftWatchTests
{
    /// <summary>Tuesday, 3 March 2026, 03:10 in Vietnam.</summary>
    private static readonly DateTimeOffset night = new(2026, 3, 2, 20, 10, 0, TimeSpan.Zero);

    private static readonly DateOnly monday = new(2026, 3, 2);

    [Fact]
    public async Task A_night_has_one_answer_and_finds_nothing_where_nothing_drifted()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await BusyAsync(clock);
        clock.Now = night;
        await RunAsync(app);
        await RunAsync(app);
        clock.Now = night.AddDays(1);
        await RunAsync(app);

        Assert.DoesNotContain(await app.AlertsAsync(), a => a.Kind == AlertKind.Drift);
        await using var db = await app.OpenAsync();
        Assert.Equal([monday.AddDays(1), monday.AddDays(2)], await db.DriftChecks.OrderBy(c => c.Day).Select(c => c.Day).ToListAsync());
    }

    [Fact]
    public async Task A_tampered_sum_is_told_to_administrators_and_commanders_with_day_and_page_and_nothing_is_changed()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await BusyAsync(clock);
        await TamperAsync(app, 40);
        clock.Now = night;

        await RunAsync(app);

        var alert = Assert.Single(await app.AlertsAsync(), a => a.Kind == AlertKind.Drift);
        Assert.Equal((AlertText.DriftPage, monday, 1L), (alert.Text, alert.Day!.Value, alert.Count));
        Assert.Equal(await app.UnitAsync("ward-0"), alert.UnitId);
        Assert.Equal(41, await app.CountAsync(Metric.Messages));
        foreach (var (role, unit, sees) in new[] { (Role.Administrator, (string?)null, true), (Role.Commander, "city", true), (Role.Commander, "ward-1", false), (Role.Chief, "ward-0", false), (Role.Staff, "ward-0", false), (Role.Analyst, "city", false), (Role.Wall, "city", false) })
            Assert.Equal((role, unit, sees), (role, unit, (await app.OpenAsync(await app.AskerAsync(role, unit))).Any(l => l.Kind == AlertKind.Drift)));
        Assert.Equal(AcknowledgeFault.NotFound, (await app.AcknowledgeAsync(await app.AskerAsync(Role.Chief), alert.Id)).Fault);
        Assert.Equal(AcknowledgeFault.None, (await app.AcknowledgeAsync(await app.AskerAsync(Role.Administrator, null), alert.Id)).Fault);
    }

    [Fact]
    public async Task A_drift_that_somebody_mended_ends_with_the_next_night()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await BusyAsync(clock);
        await TamperAsync(app, 40);
        clock.Now = night;
        await RunAsync(app);
        clock.Now = night.AddDays(1);
        await RunAsync(app);
        Assert.Null(Assert.Single(await app.AlertsAsync(), a => a.Kind == AlertKind.Drift).ResolvedAt);

        await app.Get<Rebuild>().CorrectAsync(monday, monday, Guard.None);
        clock.Now = night.AddDays(2);
        await RunAsync(app);

        Assert.Equal(clock.Now, Assert.Single(await app.AlertsAsync(), a => a.Kind == AlertKind.Drift).ResolvedAt);
    }

    [Fact]
    public async Task Earlier_days_that_something_touched_since_are_compared_again_and_others_are_not()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await BusyAsync(clock);
        await app.WriteAsync("old", Ward.Monday.AddDays(-3), 1, 5);
        await app.WriteAsync("older", Ward.Monday.AddDays(-6), 1, 6);
        clock.Now = night;
        await RunAsync(app);
        await TamperAsync(app, 40, monday.AddDays(-3));
        await TamperAsync(app, 40, monday.AddDays(-6));

        // A late answer on Wednesday moves the sums of the day the message came.
        clock.Now = night.AddHours(10);
        await app.ReplyAsync("late", clock.Now, 1, 5);
        clock.Now = night.AddDays(1);
        await RunAsync(app);

        Assert.Equal([monday.AddDays(-3)], (await app.AlertsAsync()).Where(a => a.Kind == AlertKind.Drift).Select(a => a.Day!.Value).Distinct());
    }

    [Fact]
    public async Task Counts_of_tipoffs_that_drifted_name_day_and_unit()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await BusyAsync(clock);
        await app.EnterAsync("1", urgency: Urgency.Normal);
        await using (var db = await app.OpenAsync())
            await db.TipoffDays.ExecuteUpdateAsync(d => d.SetProperty(x => x.Count, 9));
        clock.Now = night;

        await RunAsync(app);

        var alert = Assert.Single(await app.AlertsAsync(), a => a.Kind == AlertKind.Drift);
        Assert.Equal((AlertText.DriftUnit, monday, "/tipoffs?unit=ward-0&state=All&from=2026-03-02&to=2026-03-02"), (alert.Text, alert.Day!.Value, alert.Link));
    }

    private static async Task<TestApp> BusyAsync(HandClock clock)
    {
        var app = await Ward.StartAsync(clock);
        await app.WriteAsync("m", Ward.Monday.AddMinutes(-5));
        return app;
    }

    private static Task<DriftCheck> RunAsync(TestApp app) => app.Get<DriftWatch>().RunAsync(Guard.None);

    private static async Task TamperAsync(TestApp app, long by, DateOnly? day = null)
    {
        var at = day ?? monday;
        await using var db = await app.OpenAsync();
        Assert.Equal(1, await db.RollupDays.Where(r => r.Day == at && r.Metric == Metric.Messages.Id)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + by)));
    }
}
