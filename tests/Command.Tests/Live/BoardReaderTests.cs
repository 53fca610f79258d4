using System.Text.Json;
using Command.Data;
using Command.Ingest;
using Command.Live;
using Command.Rollups;

namespace Command.Tests.Live;

/// <summary>What the board shows against a plain reckoning from all events; reading what changed against reading everything.</summary>
public sealed class BoardReaderTests
{
    /// <summary>Thursday 12 March 2026, 10:03:20 in Vietnam.</summary>
    private static readonly DateTimeOffset now = new(2026, 3, 12, 3, 3, 20, TimeSpan.Zero);
    private static readonly DateTimeOffset cut = new(2026, 3, 12, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly today = new(2026, 3, 12);

    [Theory]
    [InlineData(1, 24)]
    [InlineData(2, 24)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    [InlineData(5, 0.5)]
    [InlineData(6, 60)]
    public async Task A_snapshot_says_what_a_reckoning_from_all_events_says(int seed, double targetHours)
    {
        await using var app = await TestApp.StartAsync(new HandClock(now), args: $"--Messages:ReplyTargetHours={targetHours}");
        var history = Happenings.History(seed, 900, now.AddDays(-10), now);
        await app.AppendAsync(Happenings.Shuffle(history, seed));

        var snapshot = await app.Get<BoardReader>().ReadAsync(null, null, CancellationToken.None);

        Assert.Equal((today, cut), (snapshot.Today, snapshot.Cut));
        foreach (var (number, id) in await app.PagesAsync())
            Check(snapshot.Pages[id], [.. history.Where(e => e.PageExternalId == "oa-" + number)], TimeSpan.FromHours(targetHours));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Reading_only_what_changed_gives_what_reading_everything_gives(int seed)
    {
        var clock = new HandClock(now.AddHours(13).AddMinutes(30));
        await using var app = await TestApp.StartAsync(clock);
        var reader = app.Get<BoardReader>();
        var chance = new Random(seed);
        BoardSnapshot? snapshot = null;
        for (var step = 0; step < 25; step++)
        {
            // Mostly of these minutes, at times late by days; seven minutes a step lead over hours and midnight.
            var news = chance.Next(4) == 0
                ? Happenings.History(100 * seed + step, 6, clock.Now.AddDays(-9), clock.Now)
                : Happenings.History(100 * seed + step, 6, clock.Now.AddMinutes(-7), clock.Now.AddMinutes(-1));
            await app.AppendAsync(news);
            var ids = await app.PagesAsync();
            var told = news.Select(e => ids[Happenings.NumberOf(e.PageExternalId)]).ToHashSet();

            var before = snapshot;
            snapshot = await reader.ReadAsync(snapshot, chance.Next(3) == 0 ? [] : told, CancellationToken.None);
            clock.Now = clock.Now.AddSeconds(6);
            if (reader.IsOutOfDate(snapshot))
                snapshot = await reader.ReadAsync(snapshot, [], CancellationToken.None);
            var whole = await reader.ReadAsync(null, null, CancellationToken.None);
            Assert.Equal(Shown(whole, told), Shown(snapshot, told));
            clock.Now = clock.Now.AddMinutes(chance.Next(7));
        }
    }

    [Fact]
    public async Task A_new_day_begins_with_nothing_and_yesterday_is_complete()
    {
        var clock = new HandClock(now.AddHours(13).AddMinutes(55));
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.Event(EventKind.Message, clock.Now.AddHours(-5)), Happenings.Event(EventKind.Message, clock.Now));
        var reader = app.Get<BoardReader>();
        var evening = await reader.ReadAsync(null, null, CancellationToken.None);
        Assert.Equal(2, evening.Pages.Values.Single().Today.Messages);

        clock.Now = LocalTime.StartOf(today.AddDays(1)).AddSeconds(1);
        Assert.True(reader.IsOutOfDate(evening));
        var night = await reader.ReadAsync(evening, [], CancellationToken.None);

        var page = night.Pages.Values.Single();
        Assert.Equal(today.AddDays(1), night.Today);
        Assert.Equal((0, 0), (page.Today.Messages, page.TodayAtCut.Messages));
        Assert.Equal(2, page.History.MessagesByDay[^1]);
        Assert.Equal(2, page.History.MessagesByHourYesterday.Sum());
        Assert.Equal(0, page.History.Yesterday.Messages);
        Assert.Equal(1, page.Waiting);
    }

    [Fact]
    public async Task A_past_that_arrives_later_is_compared_with_after_some_seconds()
    {
        var clock = new HandClock(now);
        await using var app = await TestApp.StartAsync(clock);
        var reader = app.Get<BoardReader>();
        await app.AppendAsync(Happenings.Event(EventKind.Message, cut.AddMinutes(1)));
        var snapshot = await reader.ReadAsync(null, null, CancellationToken.None);
        await app.AppendAsync(Happenings.Event(EventKind.Message, cut.AddDays(-1).AddHours(-2)));

        snapshot = await reader.ReadAsync(snapshot, [], CancellationToken.None);
        Assert.False(reader.IsOutOfDate(snapshot));
        clock.Now = now.AddSeconds(5);
        Assert.True(reader.IsOutOfDate(snapshot));
        snapshot = await reader.ReadAsync(snapshot, [], CancellationToken.None);

        var page = snapshot.Pages.Values.Single();
        Assert.Equal((today.AddDays(-1), 1, 1), (page.FirstDay, page.History.Yesterday.Messages, page.History.MessagesByDay[^1]));
        Assert.False(reader.IsOutOfDate(snapshot));
    }

    [Fact]
    public async Task An_event_of_a_page_that_nobody_told_of_is_wholly_on_the_board()
    {
        await using var app = await TestApp.StartAsync(new HandClock(now));
        await app.AppendAsync(Happenings.Event(EventKind.Message, cut, page: 0), Happenings.Event(EventKind.Message, cut, page: 1));
        var reader = app.Get<BoardReader>();
        var before = await reader.ReadAsync(null, null, CancellationToken.None);
        var ids = await app.PagesAsync();
        await app.AppendAsync(Happenings.Event(EventKind.Message, cut.AddMinutes(2), page: 1));

        var page = (await reader.ReadAsync(before, [ids[0]], CancellationToken.None)).Pages[ids[1]];

        Assert.Equal((2, 2, cut.AddMinutes(2)), (page.Today.Messages, page.Recent.Count, page.LastEventAt));
    }

    [Fact]
    public async Task A_quiet_page_is_not_lost_in_a_flood_elsewhere_while_nobody_looked()
    {
        await using var app = await TestApp.StartAsync(new HandClock(now));
        var quiet = Happenings.Event(EventKind.Message, now.AddHours(-9), page: 1);
        await app.AppendAsync(quiet);
        var reader = app.Get<BoardReader>();
        var before = await reader.ReadAsync(null, null, CancellationToken.None);
        await app.AppendAsync(Happenings.Event(EventKind.Message, now.AddHours(-1), page: 1));
        await app.AppendAsync(Enumerable.Range(0, 2_100).Select(i => Happenings.Event(EventKind.Follow, now.AddSeconds(-i / 10), once: "flood" + i)));
        var id = (await app.PagesAsync())[1];

        var page = (await reader.ReadAsync(before, [id], CancellationToken.None)).Pages[id];

        Assert.Equal(now.AddHours(-1).Date.AddHours(now.Hour - 1), page.LastEventAt!.Value.DateTime);
        Assert.Equal(quiet.OccurredAt, page.Recent.Single().OccurredAt);
    }

    [Fact]
    public async Task The_feed_is_the_newest_by_time_also_after_a_restart_and_names_nothing_twice()
    {
        await using var app = await TestApp.StartAsync(new HandClock(now));
        await app.AppendAsync(Happenings.Event(EventKind.Message, now, once: "newest"));
        await app.AppendAsync(Enumerable.Range(1, 2_100).Select(i => Happenings.Event(EventKind.Follow, now.AddDays(-3).AddSeconds(i), once: "old" + i)));
        var reader = app.Get<BoardReader>();

        var snapshot = await reader.ReadAsync(null, null, CancellationToken.None);
        Assert.Equal(now, snapshot.Feed[0].OccurredAt);
        await app.AppendAsync(Happenings.Event(EventKind.Message, now.AddMinutes(-1), once: "late"));
        snapshot = await reader.ReadAsync(snapshot, [], CancellationToken.None);

        Assert.Equal([now, now.AddMinutes(-1)], snapshot.Feed.Take(2).Select(f => f.OccurredAt));
        Assert.Equal(snapshot.Feed.Count, snapshot.Feed.DistinctBy(f => f.EventId).Count());
        Assert.Equal([.. snapshot.Feed.OrderByDescending(f => f.OccurredAt)], snapshot.Feed);
        Assert.Equal(now, snapshot.Pages.Values.Single().LastEventAt);
    }

    private static void Check(PageNow page, List<SealedEvent> events, TimeSpan target)
    {
        var waits = events.Where(e => e.Kind is EventKind.Message or EventKind.Reply).GroupBy(e => Convert.ToHexString(e.Person!)).SelectMany(Waits).ToList();
        var start = LocalTime.StartOf(today);
        Counted(page.Today, events, start, start.AddDays(1));
        Counted(page.TodayAtCut, events, start, cut);
        Counted(page.History.Yesterday, events, start.AddDays(-1), cut.AddDays(-1));
        Counted(page.History.LastWeek, events, start.AddDays(-7), cut.AddDays(-7));

        Assert.Equal(waits.Count(w => w.RepliedAt is null), page.Waiting);
        Assert.Equal(waits.Count(w => w.RepliedAt is null && w.Since + target <= now), page.Overdue);
        Assert.Equal(waits.Where(w => w.RepliedAt is null).Min(w => (DateTimeOffset?)w.Since), page.OldestWaitingSince);
        Stood(page.History.Yesterday, waits, cut.AddDays(-1), target);
        Stood(page.History.LastWeek, waits, cut.AddDays(-7), target);

        var ofToday = waits.Where(w => w.Since >= start && w.RepliedAt is not null).ToList();
        Assert.Equal(ofToday.Count, page.Today.FirstReply.Count);
        Due(page.Today, waits, start, cut, target);
        Due(page.TodayAtCut, waits, start, cut, target);
        Due(page.History.Yesterday, waits, start.AddDays(-1), cut.AddDays(-1), target);
        Due(page.History.LastWeek, waits, start.AddDays(-7), cut.AddDays(-7), target);
        Given(page.TodayAtCut, waits, start, cut);
        Given(page.History.Yesterday, waits, start.AddDays(-1), cut.AddDays(-1));
        Given(page.History.LastWeek, waits, start.AddDays(-7), cut.AddDays(-7));

        var messages = events.Where(e => e.Kind == EventKind.Message).Select(e => LocalTime.ToLocal(e.OccurredAt)).ToList();
        long On(int ago) => messages.Count(m => DateOnly.FromDateTime(m.DateTime) == today.AddDays(-ago));
        Assert.Equal([.. Enumerable.Range(1, 14).Reverse().Select(On)], page.History.MessagesByDay);
        Assert.Equal([.. Enumerable.Range(0, 24).Select(h => messages.LongCount(m => m.Hour == h && DateOnly.FromDateTime(m.DateTime) == today.AddDays(-7)))], page.History.MessagesByHourLastWeek);
        Assert.Equal(
            [.. Enumerable.Range(0, 168).Select(cell => messages.LongCount(m => ((int)m.DayOfWeek + 6) % 7 == cell / 24 && m.Hour == cell % 24 && DateOnly.FromDateTime(m.DateTime) < today))],
            page.History.MessagesByWeekHour);
        Assert.Equal([messages.LongCount(m => DateOnly.FromDateTime(m.DateTime) == today.AddDays(-7) && m.Hour < 10), 0, 0, 0, 0, 0, 0, 0], page.History.SameWeekdays.Select(d => d.Messages));
        Assert.Equal(LocalTime.DayOf(events.Min(e => e.OccurredAt)), page.FirstDay);
        Assert.Equal(events.Max(e => e.OccurredAt), page.LastEventAt);
        Assert.Equal([.. events.Select(e => e.OccurredAt).OrderDescending().Take(20)], page.Recent.Select(f => f.OccurredAt));
    }

    private static void Counted(DayCounts shown, List<SealedEvent> events, DateTimeOffset from, DateTimeOffset to)
    {
        var part = events.Where(e => e.OccurredAt >= from && e.OccurredAt < to).ToList();
        var messages = part.Where(e => e.Kind == EventKind.Message).ToList();
        Assert.Equal(
            (messages.Count, messages.Count(e => e.Proposed == MessageKind.TipOff), part.Count(e => e.Kind == EventKind.Follow), part.Count(e => e.Kind == EventKind.Reaction)),
            ((int)shown.Messages, (int)shown.TipoffCandidates, (int)shown.Follows, (int)shown.Interactions));
        Assert.Equal([.. Enumerable.Range(0, 24).Select(h => messages.LongCount(e => LocalTime.ToLocal(e.OccurredAt).Hour == h))], shown.MessagesByHour);
    }

    private static void Stood(DayCounts shown, List<Wait> waits, DateTimeOffset at, TimeSpan target) => Assert.Equal(
        (waits.Count(w => w.Since < at && !(w.RepliedAt < at)), waits.Count(w => w.Since + target < at && !(w.RepliedAt < at))),
        ((int)shown.Waiting, (int)shown.Overdue));

    /// <summary>Replies that had been given by the cut are counted, later ones are not, to a slot and the width of a bucket.</summary>
    private static void Given(DayCounts shown, List<Wait> waits, DateTimeOffset from, DateTimeOffset cut)
    {
        var answered = waits.Where(w => w.Since >= from && w.Since < cut && w.RepliedAt is not null).ToList();
        Assert.InRange(
            shown.FirstReply.Count,
            answered.Count(w => w.Since + 1.06 * (w.RepliedAt!.Value - w.Since) + TimeSpan.FromMinutes(3) < cut),
            answered.Count(w => w.Since + 0.94 * (w.RepliedAt!.Value - w.Since) - TimeSpan.FromMinutes(3) < cut));
    }

    /// <summary>Of what fell due in the part: who was answered by then, and all.</summary>
    private static void Due(DayCounts shown, List<Wait> waits, DateTimeOffset from, DateTimeOffset to, TimeSpan target)
    {
        var fellDue = waits.Where(w => w.Since + target >= from && w.Since + target < to).ToList();
        Assert.Equal((fellDue.Count(w => w.RepliedAt <= w.Since + target), fellDue.Count), ((int)shown.AnsweredInTime, (int)shown.FellDue));
    }

    /// <summary>The earliest message since the reply before, until the next reply.</summary>
    private static IEnumerable<Wait> Waits(IEnumerable<SealedEvent> conversation)
    {
        var replies = conversation.Where(e => e.Kind == EventKind.Reply).Select(e => e.OccurredAt).Order().ToList();
        return conversation.Where(e => e.Kind == EventKind.Message)
            .GroupBy(m => replies.Where(r => r >= m.OccurredAt).Select(r => (DateTimeOffset?)r).FirstOrDefault())
            .Select(g => new Wait(g.Min(m => m.OccurredAt), g.Key));
    }

    /// <summary>Time alone makes a wait overdue: of a page that did not change it shows at the cut.</summary>
    private static List<string> Shown(BoardSnapshot snapshot, HashSet<int> changed) =>
    [
        .. snapshot.Pages.Values.OrderBy(p => p.PageId).Select(p => JsonSerializer.Serialize(changed.Contains(p.PageId) ? p : p with { Overdue = 0, Today = p.Today with { Overdue = 0 } })),
        JsonSerializer.Serialize(snapshot.Feed),
        $"{snapshot.Today} {snapshot.Cut} {snapshot.LastEventId}",
    ];
}
