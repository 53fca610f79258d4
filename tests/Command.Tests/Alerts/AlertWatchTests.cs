using Command.Alerts;
using Command.Data;
using Command.Rollups;
using Command.Tests.Live;
using Command.Tests.Messages;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Alerts;

/// <summary>What is raised, once each; when it comes again; when it ends by itself.</summary>
public sealed class AlertWatchTests
{
    private static readonly DateTimeOffset monday = Ward.Monday;

    [Fact]
    public async Task An_urgent_tipoff_is_raised_once_and_an_ordinary_one_never()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        var urgent = await app.EnterAsync("1");
        await app.EnterAsync("2", urgency: Urgency.Normal);

        await app.LookAsync();
        await app.LookAsync();

        var alert = Assert.Single(await app.AlertsAsync());
        Assert.Equal((AlertKind.UrgentTipoff, urgent.Number, $"/tipoffs/{urgent.Number}", true), (alert.Kind, alert.Number, alert.Link, alert.Sounds));
        Assert.Equal(await app.UnitAsync("ward-0"), alert.UnitId);
    }

    [Fact]
    public async Task An_urgent_tipoff_that_was_assessed_meanwhile_stays_until_somebody_acknowledges_it()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        var urgent = await app.EnterAsync("1");
        await app.LookAsync();
        await app.AssessAsync(urgent);
        await app.LookAsync();

        var chief = await app.AskerAsync(Role.Chief);
        var line = Assert.Single(await app.OpenAsync(chief));
        Assert.Equal(monday, line.ResolvedAt);
        Assert.Equal(AcknowledgeFault.None, (await app.AcknowledgeAsync(chief, line.Id!.Value)).Fault);
        Assert.Empty(await app.OpenAsync(chief));
        Assert.NotNull((await app.AlertsAsync()).Single().ClosedAt);
    }

    [Fact]
    public async Task Overdue_messages_and_tipoffs_are_one_alert_for_a_unit_and_sort_with_their_count()
    {
        var clock = new HandClock(monday.AddDays(-40));
        await using var app = await Ward.StartAsync(clock);
        await app.EnterAsync("1", urgency: Urgency.Normal);
        await app.EnterAsync("2", urgency: Urgency.Normal);
        clock.Now = monday;
        await app.HearAsync();
        for (var person = 0; person < 3; person++)
            await app.WriteAsync($"a{person}", monday.AddHours(-25 - person), 0, person);
        await app.WriteAsync("b", monday.AddHours(-30), 1, 9);
        await app.WriteAsync("c", monday.AddHours(-23), 1, 10);

        await app.LookAsync();

        var alerts = await app.AlertsAsync();
        Assert.Equal(
            [(AlertText.OverdueMessages, "ward-0", 3L), (AlertText.OverdueMessages, "ward-1", 1L), (AlertText.OverdueTipoffs, "ward-0", 2L)],
            alerts.Select(a => (a.Text, a.UnitId == alerts.Find(x => x.Text == AlertText.OverdueTipoffs)!.UnitId ? "ward-0" : "ward-1", a.Count)).Order());
        Assert.Contains(alerts, a => a.Link == "/messages?unit=ward-0&overdue=1");
        Assert.Contains(alerts, a => a.Link == "/tipoffs?unit=ward-0&overdue=1");
    }

    [Fact]
    public async Task Overdue_messages_follow_the_target_of_their_kind()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        await using (var db = await app.OpenAsync())
        {
            db.ReplyTargetRules.Add(new ReplyTargetRule { UnitId = await app.UnitAsync("city"), Kind = MessageKind.TipOff, From = DateOnly.MinValue, Minutes = 60, Measure = TargetMeasure.Clock });
            await db.SaveChangesAsync();
            app.Get<ReplyTargetBook>().Changed();
        }

        await app.WriteAsync("m1", monday.AddHours(-2), 0, 1, proposed: MessageKind.TipOff);
        await app.WriteAsync("m2", monday.AddHours(-2), 0, 2, proposed: MessageKind.Procedure);
        await app.LookAsync();

        Assert.Equal(1, Assert.Single(await app.AlertsAsync()).Count);
    }

    [Fact]
    public async Task An_acknowledged_overdue_alert_comes_again_when_five_more_have_come_since_and_not_before()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        var chief = await app.AskerAsync(Role.Chief);
        await app.HearAsync();
        await WriteOverdueAsync(0, 4);
        await app.LookAsync();
        await app.AcknowledgeAsync(chief, Assert.Single(await app.OpenAsync(chief)).Id!.Value);

        // Two are answered, so five more count from two.
        for (var person = 0; person < 2; person++)
            await app.ReplyAsync($"r{person}", monday.AddMinutes(-1), 0, person);
        await app.LookAsync();
        await WriteOverdueAsync(4, 4);
        await app.LookAsync();
        Assert.Empty(await app.OpenAsync(chief));
        await WriteOverdueAsync(8, 1);
        await app.LookAsync();
        await app.LookAsync();

        Assert.Equal(7, Assert.Single(await app.OpenAsync(chief)).Count);
        var alerts = await app.AlertsAsync();
        Assert.Equal([(4L, true, false), (7L, false, false)], alerts.Select(a => (a.Count, a.ClosedAt is not null, a.ResolvedAt is not null)));

        async Task WriteOverdueAsync(int first, int count)
        {
            for (var person = first; person < first + count; person++)
                await app.WriteAsync($"m{person}", monday.AddHours(-30), 0, person);
        }
    }

    [Fact]
    public async Task What_nobody_must_acknowledge_leaves_the_screens_when_its_cause_ends()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        var chief = await app.AskerAsync(Role.Chief);
        await app.HearAsync();
        await app.WriteAsync("m", monday.AddHours(-30));
        await app.LookAsync();
        var id = Assert.Single(await app.OpenAsync(chief)).Id!.Value;

        await app.ReplyAsync("r", monday.AddMinutes(-1));
        await app.LookAsync();

        Assert.Empty(await app.OpenAsync(chief));
        Assert.Equal(AcknowledgeFault.Ended, (await app.AcknowledgeAsync(chief, id)).Fault);
        Assert.Equal(monday, Assert.Single((await app.Get<AlertQuery>().PastAsync(chief, new AlertFilter(), Guard.None)).Lines).ResolvedAt);
        await app.WriteAsync("m2", monday.AddHours(-30).AddMinutes(1), 0, 7);
        await app.LookAsync();
        Assert.NotEqual(id, Assert.Single(await app.OpenAsync(chief)).Id);
    }

    [Fact]
    public async Task A_page_that_falls_silent_is_raised_and_one_that_was_never_heard_of_is_not()
    {
        var clock = new HandClock(monday);
        await using var app = await Ward.StartAsync(clock);
        await app.AppendAsync(Happenings.Event(EventKind.Follow, monday));
        await app.LookAsync();
        Assert.Empty(await app.AlertsAsync());

        clock.Now = monday.AddHours(7);
        await app.LookAsync();
        await app.LookAsync();
        var alert = Assert.Single(await app.AlertsAsync());
        Assert.Equal((AlertKind.SilentPage, monday, 6, "/?page=page-0"), (alert.Kind, alert.Since!.Value, alert.Hours!.Value, alert.Link));

        await app.AppendAsync(Happenings.Event(EventKind.Follow, clock.Now.AddMinutes(-1)));
        await app.LookAsync();
        Assert.Equal(clock.Now, (await app.AlertsAsync()).Single().ClosedAt);
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(60, true)]
    public async Task A_rise_within_the_noise_is_quiet_and_one_beyond_it_is_raised_once(int now, bool raises)
    {
        await using var app = await Ward.StartAsync(new HandClock(monday.AddMinutes(40)));
        // Noisy Mondays: 4 to 20 messages in the same two hours.
        foreach (var (week, count) in new[] { 20, 4, 12, 18, 6, 10, 16, 8 }.Index())
            await app.FloodAsync(monday.AddDays(-7 * (week + 1)), count);
        await app.FloodAsync(monday.AddDays(-60), 1);
        await app.FloodAsync(monday, now);

        await app.LookAsync();
        await app.LookAsync();

        var spikes = (await app.AlertsAsync()).FindAll(a => a.Kind == AlertKind.Spike);
        Assert.Equal(raises ? [(60L, 12L, 2)] : [], spikes.Select(a => (a.Count, a.Usual!.Value, a.Hours!.Value)));
    }

    [Fact]
    public async Task Without_weeks_to_compare_with_nothing_is_unusual()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday.AddMinutes(40)));
        await app.FloodAsync(monday, 200);

        await app.LookAsync();

        Assert.DoesNotContain(await app.AlertsAsync(), a => a.Kind == AlertKind.Spike);
    }

    [Fact]
    public async Task A_rule_of_a_unit_holds_from_its_day_for_it_and_all_under_it()
    {
        var clock = new HandClock(monday);
        await using var app = await Ward.StartAsync(clock);
        await using (var db = await app.OpenAsync())
        {
            db.AlertRules.Add(new AlertRule { Kind = AlertKind.UrgentTipoff, UnitId = await app.UnitAsync("ward-1"), From = LocalTime.DayOf(monday).AddDays(1), IsEnabled = false });
            await db.SaveChangesAsync();
        }

        await app.EnterAsync("1", "ward-0");
        await app.EnterAsync("2", "ward-1");
        await app.LookAsync();
        Assert.Equal(2, (await app.AlertsAsync()).Count);

        clock.Now = monday.AddDays(1);
        await app.LookAsync();
        Assert.Equal(await app.UnitAsync("ward-0"), (await app.AlertsAsync()).Single(a => a is { Kind: AlertKind.UrgentTipoff, ResolvedAt: null }).UnitId);
    }

    [Fact]
    public async Task A_restart_loses_nothing_and_raises_nothing_twice()
    {
        var folder = Directory.CreateTempSubdirectory("command-alerts-").FullName;
        try
        {
            await using (var before = await TestApp.StartAsync(new HandClock(monday), folder, Ward.World))
            {
                await before.EnterAsync("1");
                await before.LookAsync();
                // Registered, and the server dies before anybody looked.
                await before.EnterAsync("2");
            }

            await using var after = await TestApp.StartAsync(new HandClock(monday.AddMinutes(5)), folder, Ward.World);
            await after.LookAsync();
            Assert.Equal(2, (await after.OpenAsync(await after.AskerAsync(Role.Chief))).Count);
            Assert.Equal(2, (await after.AlertsAsync()).Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Two_watches_at_once_raise_one_alert()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        var watches = Enumerable.Range(0, 6).Select(_ => new AlertWatch(
            app.Get<IDbContextFactory<CommandDb>>(), app.Get<Command.Units.UnitRegistry>(), app.Get<IEnumerable<IAlertSource>>(), app.Get<LiveAlerts>(), app.Get<TimeProvider>(),
            app.Get<Microsoft.Extensions.Logging.ILogger<AlertWatch>>())).ToList();
        await app.EnterAsync("1");

        await Task.WhenAll(watches.Select(w => w.LookAsync(Guard.None, everything: true)));

        Assert.Single(await app.AlertsAsync());
        watches.ForEach(w => w.Dispose());
    }

    [Fact]
    public async Task No_look_reads_events_or_words_and_a_quiet_one_writes_nothing()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        await app.WriteAsync("m", monday.AddHours(-30));
        await app.EnterAsync("1");
        await app.LookAsync();
        var statements = new List<string>();
        using (new QueryWatch(app.Folder, statements.Add))
            await app.LookAsync();

        Assert.NotEmpty(statements);
        Assert.DoesNotContain(statements, s => s.Contains("\"Events\"", StringComparison.Ordinal) || s.Contains("Words\"", StringComparison.Ordinal));
        Assert.DoesNotContain(statements, s => s.StartsWith("INSERT", StringComparison.Ordinal) || s.StartsWith("UPDATE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_is_told_to_screens_once_for_each_change()
    {
        await using var app = await Ward.StartAsync(new HandClock(monday));
        await app.LookAsync();
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var times = 0;
        using var subscription = app.Get<LiveAlerts>().Subscribe(() =>
        {
            Interlocked.Increment(ref times);
            told.TrySetResult();
            return Task.CompletedTask;
        });

        await app.LookAsync();
        Assert.Equal(0, times);
        await app.EnterAsync("1");
        await app.LookAsync();
        await told.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await app.LookAsync();

        Assert.Equal(1, times);
    }
}
