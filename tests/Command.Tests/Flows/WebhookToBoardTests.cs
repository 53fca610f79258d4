using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Command.Boards;
using Command.Data;
using Command.Ingest;
using Command.Live;
using Command.Rollups;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Flows;

/// <summary>The whole way of a number: a signed request at the door, durable and counted, on the board and in the totals.</summary>
public sealed class WebhookToBoardTests
{
    private const string Oa = "9001";
    private const string World = """
        {
          "units": [
            {"key": "an-hoa", "code": "760", "name": "Công an quận An Hòa", "kind": "district"},
            {"key": "ward-1", "code": "00001", "name": "Công an phường Bến Sông", "kind": "ward", "parent": "an-hoa"},
            {"key": "ward-2", "code": "00002", "name": "Công an phường Gò Đình", "kind": "ward", "parent": "an-hoa"}
          ],
          "pages": [
            {"key": "ward-1-zalo", "unit": "ward-1", "platform": "zalo", "externalId": "9001", "name": "Bến Sông", "from": "2020-01-01"},
            {"key": "ward-2-fb", "unit": "ward-2", "platform": "facebook", "externalId": "7001", "name": "Gò Đình", "from": "2020-01-01"}
          ],
          "channels": {
            "zalo": {"appId": "3604", "oaSecretKeys": {"9001": "test-oa-secret"}},
            "facebook": {"appSecret": "test-facebook-secret", "verifyToken": "test-verify"}
          }
        }
        """;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_message_is_on_the_board_and_in_the_totals_when_its_door_has_answered()
    {
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await app.Http.PostZaloAsync(TestDoor.ZaloText(Oa, "p1", "m1", Now, "Tôi báo tin có trộm"))).StatusCode);

        var view = (await app.Get<BoardQuery>().ViewAsync(TestAskers.Everything, Scope.Whole, CancellationToken.None))!;
        Assert.Equal(1, view.Tiles.Single(t => t.Kind == TileKind.Messages).Value);
        Assert.Equal(1, view.Tiles.Single(t => t.Kind == TileKind.Waiting).Value);
        Assert.Equal(1, view.Tiles.Single(t => t.Kind == TileKind.TipoffCandidates).Value);
        Assert.Equal("Bến Sông", Assert.Single(view.Feed!).PageName);
        var totals = await TotalsAsync(app, "an-hoa");
        Assert.Equal(1, totals.GetProperty("metrics").GetProperty("messages").GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task A_webhook_delivered_five_times_at_once_is_counted_once()
    {
        await using var app = await StartAsync();
        var body = TestDoor.ZaloText(Oa, "p1", "m1", Now);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => app.Http.PostZaloAsync(body)));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        await using var db = await app.OpenAsync();
        Assert.Equal(1, await db.Events.CountAsync());
        Assert.Equal(1, await CountAsync(db, Metric.Messages));
    }

    [Fact]
    public async Task The_same_message_with_another_time_is_still_the_same_message()
    {
        await using var app = await StartAsync();

        await app.Http.PostZaloAsync(TestDoor.ZaloText(Oa, "p1", "m1", Now));
        await app.Http.PostZaloAsync(TestDoor.ZaloText(Oa, "p1", "m1", Now.AddMinutes(-30)));

        await using var db = await app.OpenAsync();
        Assert.Equal(1, await CountAsync(db, Metric.Messages));
    }

    [Fact]
    public async Task A_reply_that_arrives_before_its_message_is_reckoned_right()
    {
        await using var app = await StartAsync();
        var asked = Now.AddHours(-2);

        await app.Http.PostZaloAsync(TestDoor.ZaloReply(Oa, "p1", "r1", asked.AddMinutes(30)));
        await app.Http.PostZaloAsync(TestDoor.ZaloText(Oa, "p1", "m1", asked));

        await using var db = await app.OpenAsync();
        Assert.Null((await db.Conversations.SingleAsync()).WaitingSince);
        var reply = await db.RollupDays.SingleAsync(r => r.Metric == Metric.FirstReply.Id);
        Assert.Equal((1, 1_800), (reply.Count, reply.Sum));
        Assert.Equal(1, await CountAsync(db, Metric.AnsweredInTime));
    }

    [Fact]
    public async Task A_page_that_nobody_registered_is_kept_and_belongs_to_its_unit_once_registered()
    {
        await using var app = await StartAsync();
        await app.Http.PostZaloAsync(TestDoor.ZaloText("9999", "p1", "m1", Now));
        Assert.Equal(0, Value(await app.Get<BoardQuery>().ViewAsync(TestAskers.Everything, Scope.Whole, CancellationToken.None), TileKind.Messages));

        var more = Path.Combine(app.Folder, "more.json");
        await File.WriteAllTextAsync(more, """
            {"pages": [{"key": "ward-2-zalo", "unit": "ward-2", "platform": "zalo", "externalId": "9999", "name": "Gò Đình OA", "from": "2020-01-01"}]}
            """);
        await app.Get<Command.Worlds.WorldLoader>().LoadAsync([more], CancellationToken.None);
        app.Get<LiveBoard>().ChangedEverything();

        Assert.Equal(1, Value(await app.Get<BoardQuery>().ViewAsync(TestAskers.Everything, new Scope("ward-2", null), CancellationToken.None), TileKind.Messages));
    }

    [Fact]
    public async Task One_unusable_entry_leaves_the_others_of_its_request_counted()
    {
        await using var app = await StartAsync();
        var milliseconds = Now.ToUnixTimeMilliseconds();
        var body = $$$"""
            {"object":"page","entry":[
              {"id":"7001","time":{{{milliseconds}}},"messaging":[
                {"sender":{"id":"p1"},"recipient":{"id":"7001"},"timestamp":{{{milliseconds}}},"message":{"mid":"m1","text":"Xin chào"}},
                {"sender":{"id":"p1"},"recipient":{"id":"7001"},"timestamp":1000,"message":{"mid":"m2","text":"cũ quá"}}]},
              {"id":"7001","time":{{{milliseconds / 1000}}},"changes":[{"field":"feed","value":{"item":"comment","verb":"add","comment_id":"c1","from":{"id":"p2"},"created_time":{{{milliseconds / 1000}}}}}]}]}
            """;

        Assert.Equal(HttpStatusCode.OK, (await app.Http.PostFacebookAsync(body)).StatusCode);

        await using var db = await app.OpenAsync();
        Assert.Equal(1, await CountAsync(db, Metric.Messages));
        Assert.Equal(1, await CountAsync(db, Metric.Interactions));
        Assert.Equal(UnusableReason.TimeOutOfRange, (await db.SetAsides.SingleAsync()).Reason);
    }

    [Fact]
    public async Task Nothing_of_a_resident_stands_in_the_database_in_clear()
    {
        await using var app = await StartAsync();
        await app.Http.PostZaloAsync(TestDoor.ZaloText(Oa, "resident-4711", "message-0815", Now, "Số của tôi là 0901234567"));

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(app.Folder, "command.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            var bytes = System.Text.Encoding.Latin1.GetString(copy.ToArray());
            Assert.DoesNotContain("4711", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("0815", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("0901234567", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_busy_store_is_answered_with_503_and_recovers_by_itself()
    {
        await using var app = await StartAsync();
        var body = TestDoor.ZaloText(Oa, "p1", "m1", Now);
        await using (var db = await app.OpenAsync())
        {
            await using var blocking = await db.Database.BeginTransactionAsync();

            var busy = await app.Http.PostZaloAsync(body);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
            Assert.NotNull(busy.Headers.RetryAfter);
        }

        Assert.Equal(HttpStatusCode.OK, (await app.Http.PostZaloAsync(body)).StatusCode);
        await using var after = await app.OpenAsync();
        Assert.Equal(1, await CountAsync(after, Metric.Messages));
    }

    [Fact]
    public async Task A_second_run_finds_what_the_first_left()
    {
        var folder = Directory.CreateTempSubdirectory("command-").FullName;
        try
        {
            var body = TestDoor.ZaloText(Oa, "p1", "m1", Now);
            await using (var first = await StartAsync(folder))
                await first.Http.PostZaloAsync(body);
            await using var second = await StartAsync(folder);
            await second.Http.PostZaloAsync(body);

            await using var db = await second.OpenAsync();
            Assert.Equal(1, await CountAsync(db, Metric.Messages));
            Assert.Equal(1, await db.Conversations.CountAsync());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<TestApp> StartAsync(string? folder = null) => TestApp.StartAsync(world: World, folder: folder, args: "--Api:Keys:0=test-key");

    private static double? Value(BoardView? view, TileKind kind) => view!.Tiles.Single(t => t.Kind == kind).Value;

    private static Task<long> CountAsync(CommandDb db, Metric metric) => db.RollupDays.Where(r => r.Metric == metric.Id).SumAsync(r => r.Count);

    private static async Task<JsonElement> TotalsAsync(TestApp app, string unit)
    {
        var today = LocalTime.DayOf(Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/totals?unit={unit}&from={today}&to={today}");
        request.Headers.Add("X-Api-Key", "test-key");
        using var response = await app.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
