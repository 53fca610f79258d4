using Command.Data;
using Command.Ingest;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Ingest;

/// <summary>Whatever the order, the repetitions and the grouping in which events arrive, the sums are those of the set of events.</summary>
public sealed class EventLogTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly EventKind[] kinds =
    [
        EventKind.Message, EventKind.Message, EventKind.Message, EventKind.Reply, EventKind.Reply, EventKind.AutomaticReply,
        EventKind.Follow, EventKind.Comment, EventKind.Receipt, EventKind.Other,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Any_order_with_repetitions_gives_the_sums_of_the_events(int seed)
    {
        var history = History(seed, 300);
        await using var shuffled = await TestApp.StartAsync();
        await using var ordered = await TestApp.StartAsync();

        await AppendAsync(shuffled, Shuffle(history.Concat(history.Take(150)), seed), largestRequest: 7);
        await AppendAsync(ordered, history.OrderBy(e => e.OccurredAt).ThenBy(e => e.Kind), largestRequest: 1);

        Assert.Equal(await SumsAsync(ordered), await SumsAsync(shuffled));
        Assert.Equal(await WaitingAsync(ordered), await WaitingAsync(shuffled));
        Assert.Empty(await VerifyAsync(shuffled));
        Assert.Empty(await VerifyAsync(ordered));
    }

    [Fact]
    public async Task Rebuild_of_any_range_finds_no_difference()
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, Shuffle(History(11, 400), 11), largestRequest: 5);

        for (var day = 0; day < 9; day++)
        {
            var from = LocalTime.DayOf(start).AddDays(day);
            Assert.Empty(await app.Get<Rebuild>().VerifyAsync(from, from.AddDays(day % 3), CancellationToken.None));
        }
    }

    [Fact]
    public async Task A_row_that_was_tampered_with_is_found_and_corrected()
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, History(12, 100), largestRequest: 5);
        var before = await SumsAsync(app);
        await using (var db = await app.OpenAsync())
        {
            await db.RollupHours.Where(r => r.Metric == Metric.Messages.Id).Take(1).ExecuteUpdateAsync(r => r.SetProperty(x => x.Count, x => x.Count + 5));
            await db.RollupDays.Where(r => r.Metric == Metric.FirstReply.Id).Take(2).ExecuteDeleteAsync();
        }

        Assert.Equal(3, (await app.Get<Rebuild>().CorrectAsync(LocalTime.DayOf(start), LocalTime.DayOf(start).AddDays(30), CancellationToken.None)).Count);

        Assert.Equal(before, await SumsAsync(app));
        Assert.Empty(await VerifyAsync(app));
    }

    [Fact]
    public async Task The_same_event_at_once_on_many_connections_counts_once()
    {
        await using var app = await TestApp.StartAsync();
        var e = Event(EventKind.Message, 1, start, "m1");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => app.Get<EventLog>().Append([e, e], [], CancellationToken.None))));

        await using var db = await app.OpenAsync();
        Assert.Equal(1, await db.Events.CountAsync());
        Assert.Equal(1, await db.RollupDays.Where(r => r.Metric == Metric.Messages.Id).SumAsync(r => r.Count));
        Assert.Equal(1, await db.Words.CountAsync());
    }

    [Fact]
    public async Task What_cannot_be_used_is_kept_apart_once_and_never_counted()
    {
        await using var app = await TestApp.StartAsync();
        var unusable = new SealedUnusable(Platform.Zalo, UnusableReason.MissingId, new byte[16], [1, 2, 3]);

        await app.Get<EventLog>().Append([], [unusable, unusable], CancellationToken.None);
        await app.Get<EventLog>().Append([], [unusable], CancellationToken.None);

        await using var db = await app.OpenAsync();
        Assert.Equal(1, await db.SetAsides.CountAsync());
        Assert.False(await db.RollupDays.AnyAsync());
    }

    [Fact]
    public async Task A_late_reply_is_counted_where_the_message_stands_and_ends_the_wait()
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, [Event(EventKind.Message, 1, start, "a"), Event(EventKind.Message, 1, start.AddHours(3), "c")], 1);
        await AppendAsync(app, [Event(EventKind.Reply, 1, start.AddHours(1), "b")], 1);

        await using var db = await app.OpenAsync();
        var reply = await db.RollupHours.SingleAsync(r => r.Metric == Metric.FirstReply.Id && r.Count != 0);
        Assert.Equal(start, reply.SlotUtc);
        Assert.Equal(3_600, reply.Sum);
        Assert.Equal(start.AddHours(3), (await db.Conversations.SingleAsync()).WaitingSince);
    }

    [Fact]
    public async Task An_automatic_reply_leaves_the_resident_waiting()
    {
        await using var app = await TestApp.StartAsync();
        await AppendAsync(app, [Event(EventKind.Message, 1, start, "a"), Event(EventKind.AutomaticReply, 1, start.AddMinutes(1), "b")], 1);

        await using var db = await app.OpenAsync();
        Assert.Equal(start, (await db.Conversations.SingleAsync()).WaitingSince);
    }

    private static List<SealedEvent> History(int seed, int length)
    {
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(i => Event(
            kinds[chance.Next(kinds.Length)],
            chance.Next(6),
            start.AddMinutes(chance.Next(60 * 24 * 6)),
            "h" + i,
            page: chance.Next(3)))];
    }

    private static SealedEvent Event(EventKind kind, int person, DateTimeOffset at, string once, int page = 0) => new(
        Platform.Zalo,
        "oa-" + page,
        kind,
        kind == EventKind.Message && person % 3 == 0 ? MessageKind.TipOff : MessageKind.Unclassified,
        "sample",
        at,
        Key(once),
        kind is EventKind.Message or EventKind.Reply or EventKind.AutomaticReply ? Key("person-" + person) : null,
        kind == EventKind.Message ? [7] : null);

    private static byte[] Key(string of) => System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(of))[..16];

    private static List<SealedEvent> Shuffle(IEnumerable<SealedEvent> events, int seed)
    {
        var shuffled = events.ToArray();
        new Random(seed).Shuffle(shuffled);
        return [.. shuffled];
    }

    private static async Task AppendAsync(TestApp app, IEnumerable<SealedEvent> events, int largestRequest)
    {
        foreach (var request in events.Chunk(largestRequest))
            await app.Get<EventLog>().Append(request, [], CancellationToken.None);
    }

    private static async Task<IReadOnlyList<Drift>> VerifyAsync(TestApp app) =>
        await app.Get<Rebuild>().VerifyAsync(LocalTime.DayOf(start).AddDays(-2), LocalTime.DayOf(start).AddDays(30), CancellationToken.None);

    private static async Task<List<string>> SumsAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        var names = await db.Pages.ToDictionaryAsync(p => p.Id, p => p.ExternalId);
        var hours = await db.RollupHours.Where(r => r.Count != 0).ToListAsync();
        var days = await db.RollupDays.Where(r => r.Count != 0).ToListAsync();
        return [.. hours.Select(r => $"{names[r.PageId]} {r.SlotUtc:O} {Metric.Of(r.Metric).Name} {r.Bucket} {r.Count} {r.Sum}")
            .Concat(days.Select(r => $"{names[r.PageId]} {r.Day:O} {Metric.Of(r.Metric).Name} {r.Bucket} {r.Count} {r.Sum}"))
            .Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> WaitingAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        var names = await db.Pages.ToDictionaryAsync(p => p.Id, p => p.ExternalId);
        var conversations = await db.Conversations.ToListAsync();
        return [.. conversations
            .Select(c => $"{names[c.PageId]} {Convert.ToHexString(c.Person)} {c.WaitingSince:O} {c.LastReplyAt:O}")
            .Order(StringComparer.Ordinal)];
    }
}
