using Command.Alerts;
using Command.Data;
using Command.Live;
using Command.Messages;
using Command.People;
using Command.Rollups;
using Command.Tests.Live;
using Command.Tests.Messages;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Rollups;

/// <summary>Whatever the table of targets says, every screen judges by it, and so do the sums.</summary>
public sealed class ReplyTargetBookTests
{
    private static readonly CancellationToken none = CancellationToken.None;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Board_queue_and_alerts_call_the_same_conversations_overdue_and_the_sums_agree(int seed)
    {
        var clock = new HandClock(Ward.Monday.AddDays(3).AddMinutes(3));
        await using var app = await Ward.StartAsync(clock);
        await SetAsync(app);
        await app.AppendAsync(Happenings.Shuffle(Happenings.History(seed, 700, Ward.Monday.AddDays(-5), clock.Now, pages: 2, people: 40), seed));
        await DecideAsync(app, seed);

        var snapshot = await app.Get<BoardReader>().ReadAsync(null, null, none);
        await app.Get<AlertWatch>().LookAsync(none, everything: true);

        var asker = await app.AskerAsync(Role.Commander, "city");
        var pages = await app.PagesAsync();
        await using var db = await app.OpenAsync();
        for (var page = 0; page < 2; page++)
        {
            var unit = await app.UnitAsync($"ward-{page}");
            var queued = await OverdueAsync(app, asker, unit);
            var alert = await db.Alerts.SingleAsync(a => a.Kind == AlertKind.Overdue && a.UnitId == unit);
            Assert.True(queued > 3);
            Assert.Equal((queued, (long)queued), (snapshot.Pages[pages[page]].Overdue, alert.Count));
        }

        Assert.Empty(await app.DriftAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task How_many_were_overdue_yesterday_at_this_time_is_what_the_board_showed_then(int seed)
    {
        var then = Ward.Monday.AddDays(3);
        var clock = new HandClock(then);
        await using var app = await Ward.StartAsync(clock);
        await SetAsync(app);
        // Half a minute beside the edges of five: nothing falls due at the very instant of the comparison.
        var history = Happenings.History(seed, 900, Ward.Monday.AddDays(-5), then.AddDays(1), pages: 2, people: 40)
            .ConvertAll(e => e with { OccurredAt = e.OccurredAt.AddSeconds(30) });
        await app.AppendAsync(history.Where(e => e.OccurredAt < then));
        clock.Now = then.AddMinutes(-10);
        await DecideAsync(app, seed);
        clock.Now = then;
        var shown = await app.Get<BoardReader>().ReadAsync(null, null, none);

        clock.Now = then.AddDays(1);
        await app.AppendAsync(history.Where(e => e.OccurredAt >= then));
        var now = await app.Get<BoardReader>().ReadAsync(null, null, none);

        foreach (var id in (await app.PagesAsync()).Values)
        {
            var (today, yesterday) = (shown.Pages[id].TodayAtCut, now.Pages[id].History.Yesterday);
            Assert.Equal((today.AnsweredInTime, today.FellDue), (yesterday.AnsweredInTime, yesterday.FellDue));
            Assert.Equal(shown.Pages[id].Overdue, yesterday.Overdue);
        }

        Assert.InRange(shown.Pages.Values.Sum(p => p.TodayAtCut.FellDue), 1, 100);

        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task Who_never_answers_has_no_share_of_a_hundred_percent()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        await app.WriteAsync("m1", Ward.Monday.AddHours(-26), person: 1);
        await app.WriteAsync("m2", Ward.Monday.AddHours(-26), person: 2);
        await app.WriteAsync("m3", Ward.Monday.AddHours(-1), person: 3);
        await app.ReplyAsync("r1", Ward.Monday.AddHours(-20), person: 1);
        await app.ReplyAsync("r3", Ward.Monday.AddMinutes(-30), person: 3);

        var today = (await app.Get<BoardReader>().ReadAsync(null, null, none)).Pages[(await app.PagesAsync())[0]].Today;
        Assert.Equal((1, 2, 1), (today.AnsweredInTime, today.FellDue, today.Overdue));

        await app.ReplyAsync("r2", Ward.Monday.AddMinutes(-5), person: 2);
        today = (await app.Get<BoardReader>().ReadAsync(null, null, none)).Pages[(await app.PagesAsync())[0]].Today;
        Assert.Equal((1, 2, 0), (today.AnsweredInTime, today.FellDue, today.Overdue));
        Assert.Empty(await app.DriftAsync());
    }

    [Fact]
    public async Task What_falls_due_later_is_no_sign_of_life_of_a_page()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        await app.WriteAsync("m1", Ward.Monday.AddHours(-23));
        await app.ReplyAsync("r1", Ward.Monday.AddHours(-22));
        await app.WriteAsync("m2", Ward.Monday.AddHours(-26), page: 1);
        await app.ReplyAsync("r2", Ward.Monday.AddHours(-25), page: 1);

        await using var db = await app.OpenAsync();
        var last = await LastEvents.ReadAsync(db, none);

        var pages = await app.PagesAsync();
        Assert.Equal((Ward.Monday.AddHours(-22), Ward.Monday.AddHours(-25)), (last[pages[0]], last[pages[1]]));
    }

    [Fact]
    public async Task A_conversation_that_turns_out_to_be_a_tip_off_is_judged_by_the_target_of_tip_offs()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        await SetAsync(app);
        await app.WriteAsync("m1", Ward.Monday.AddHours(-4), text: "chào");
        await app.ReplyAsync("r1", Ward.Monday.AddHours(-1));
        Assert.Equal((1, 1), (await app.CountAsync(Metric.AnsweredInTime), await app.CountAsync(Metric.FellDue)));

        await app.Get<MessageDesk>().ClassifyAsync(await app.AskerAsync(Role.Staff), await app.ConversationAsync(), 0, MessageKind.TipOff, none);

        Assert.Equal((0, 1), (await app.CountAsync(Metric.AnsweredInTime), await app.CountAsync(Metric.FellDue)));
        Assert.Empty(await app.DriftAsync());
    }

    private static async Task SetAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        ReplyTargetRule Rule(int? unit, MessageKind? kind, int hours, TargetMeasure measure = TargetMeasure.Clock) =>
            new() { UnitId = unit, Kind = kind, From = DateOnly.MinValue, Minutes = 60 * hours, Measure = measure };
        db.AddRange(
            Rule(await app.UnitAsync("ward-0"), MessageKind.TipOff, 1),
            Rule(await app.UnitAsync("ward-0"), MessageKind.Procedure, 6, TargetMeasure.WorkingTime),
            Rule(await app.UnitAsync("city"), null, 10));
        await db.SaveChangesAsync();
        app.Get<ReplyTargetBook>().Changed();
    }

    private static async Task DecideAsync(TestApp app, int seed)
    {
        await using var db = await app.OpenAsync();
        var chance = new Random(seed);
        MessageKind[] kinds = [MessageKind.Procedure, MessageKind.TipOff, MessageKind.Other];
        var asker = await app.AskerAsync(Role.Commander, null);
        foreach (var id in await db.Conversations.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync())
        {
            if (chance.Next(3) == 0)
                await app.Get<MessageDesk>().ClassifyAsync(asker, id, 0, kinds[chance.Next(kinds.Length)], none);
            else if (chance.Next(6) == 0)
                await app.Get<MessageDesk>().CloseAsync(asker, id, 0, CloseReason.Test, null, none);
        }
    }

    private static async Task<int> OverdueAsync(TestApp app, Asker asker, int unit)
    {
        var count = 0;
        QueueMark? after = null;
        do
        {
            var page = await app.Get<MessageQueueQuery>().ReadAsync(asker, new QueueFilter(unit, Overdue: true, After: after), none);
            (count, after) = (count + page.Lines.Count, page.Next);
        }
        while (after is not null);
        return count;
    }
}
