using System.Net;
using Command.Boards;
using Command.Data;
using Command.Ingest;
using Command.Jobs;
using Command.People;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Ingest;

/// <summary>An event that was removed because of its age cannot be known again: sent once more, it must not count.</summary>
public sealed class PurgedEventsTests
{
    private static readonly DateTimeOffset then = new(2024, 1, 10, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_signed_post_that_is_sent_again_after_its_event_was_purged_is_set_aside_and_counts_nothing()
    {
        var clock = new HandClock(then.AddMinutes(1));
        await using var app = (await TestApp.StartAsync(clock)).Knowing("oa");
        var body = TestDoor.ZaloText("oa", "resident", "m1", then);
        await PostedAsync(app.Http.PostZaloAsync(body));
        var sums = await SumsAsync(app);

        clock.Now = then.AddMonths(25).AddDays(1);
        await app.Get<Purge>().RunAsync(CancellationToken.None);
        // A message nobody answered is kept for its answer: as good as gone, all the same.
        await using (var db = await app.OpenAsync())
            await db.Events.ExecuteDeleteAsync();
        await PostedAsync(app.Http.PostZaloAsync(body));
        await PostedAsync(app.Http.PostZaloAsync(body));

        await using var after = await app.OpenAsync();
        Assert.Equal(UnusableReason.OlderThanKept, (await after.SetAsides.SingleAsync()).Reason);
        Assert.False(await after.Events.AnyAsync());
        Assert.Equal(sums, await SumsAsync(app));
        var shown = await app.Get<PageHealthQuery>().ReadAsync(new Asker(Role.Administrator, null, 1, "admin"), CancellationToken.None);
        Assert.Equal((Platform.Zalo, UnusableReason.OlderThanKept, 1L), shown.SetAsides.Select(a => (a.Platform, a.Reason, a.Count)).Single());
        var page = await (await app.SignInAsync()).ReadAsync("/pages");
        Assert.Contains("Cũ hơn thời hạn lưu", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_beside_it_in_the_same_post_counts()
    {
        var clock = new HandClock(then.AddMonths(25).AddDays(1));
        await using var app = (await TestApp.StartAsync(clock)).Knowing();
        await PostedAsync(app.Http.PostFacebookAsync(
            $$"""{"object":"page","entry":[{"id":"p","time":1,"messaging":[{{Message("old", then)}},{{Message("new", clock.Now.AddMinutes(-5))}}]}]}"""));

        await using var db = await app.OpenAsync();
        Assert.Equal(clock.Now.AddMinutes(-5), (await db.Events.SingleAsync()).OccurredAt);
        Assert.Equal((Platform.Facebook, UnusableReason.OlderThanKept), await db.SetAsides.Select(a => ValueTuple.Create(a.Platform, a.Reason)).SingleAsync());
        Assert.Equal(1, await db.RollupDays.Where(r => r.Metric == Metric.Messages.Id).SumAsync(r => r.Count));

        static string Message(string id, DateTimeOffset at) =>
            $$$"""{"sender":{"id":"{{{id}}}"},"recipient":{"id":"p"},"timestamp":{{{at.ToUnixTimeMilliseconds()}}},"message":{"mid":"{{{id}}}","text":"Chào"}}""";
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task The_first_instant_of_the_first_kept_day_still_counts(int milliseconds, int counted)
    {
        var clock = new HandClock(then.AddMonths(25));
        await using var app = (await TestApp.StartAsync(clock)).Knowing("oa");
        var first = LocalTime.StartOf(app.Get<Retention>().EventsFrom(LocalTime.DayOf(clock.Now)));

        await PostedAsync(app.Http.PostZaloAsync(TestDoor.ZaloText("oa", "resident", "m1", first.AddMilliseconds(milliseconds))));

        await using var db = await app.OpenAsync();
        Assert.Equal((counted, 1 - counted), (await db.Events.CountAsync(), await db.SetAsides.CountAsync()));
    }

    private static async Task PostedAsync(Task<HttpResponseMessage> post)
    {
        using var response = await post;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<List<(int, DateOnly, short, short, long, long)>> SumsAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return [.. (await db.RollupDays.ToListAsync()).Select(r => (r.PageId, r.Day, r.Metric, r.Bucket, r.Count, r.Sum)).Order()];
    }
}
