using System.Net;
using System.Text.Json.Nodes;
using Command.Api;
using Command.Data;
using Command.Rollups;

namespace Command.Tests.Api;

public sealed class TotalsEndpointTests : IAsyncLifetime
{
    private readonly ApiHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Days_of_a_range_sum_to_the_range_for_every_unit()
    {
        await CountEveryDayOfMarch();

        foreach (var unit in host.Tree.Units.Values)
        {
            long sum = 0;
            for (var day = new DateOnly(2026, 3, 1); day.Month == 3; day = day.AddDays(1))
                sum += Messages(await host.TotalsAsync(unit.Key, $"{day:yyyy-MM-dd}", $"{day:yyyy-MM-dd}"));
            Assert.Equal(sum, Messages(await host.TotalsAsync(unit.Key, "2026-03-01", "2026-03-31")));
        }
    }

    [Fact]
    public async Task Parts_of_a_tree_sum_to_the_whole_though_units_move_in_the_range()
    {
        await CountEveryDayOfMarch();

        var city = Messages(await host.TotalsAsync("city", "2026-03-01", "2026-03-31"));
        var north = Messages(await host.TotalsAsync("north", "2026-03-01", "2026-03-31"));
        var south = Messages(await host.TotalsAsync("south", "2026-03-01", "2026-03-31"));

        Assert.Equal(31 * (1 + 10 + 100), city);
        // Sen's page: in the north to the 10th, in the south to the 20th, with Mai in the north from the 21st.
        Assert.Equal(31 * (1 + 100) + (10 + 11) * 10, north);
        Assert.Equal(10 * 10, south);
        Assert.Equal(city, north + south);
    }

    /// <summary>The same days and the same moves, once the days are closed into sums of months.</summary>
    [Fact]
    public async Task Closed_months_change_no_total_though_units_move_and_pages_pass_within_them()
    {
        await CountEveryDayOfMarch();
        var ranges = new[] { ("2026-03-01", "2026-03-31"), ("2026-03-05", "2026-04-10"), ("2026-02-01", "2026-03-15"), ("2026-03-11", "2026-03-20"), ("2026-03-31", "2026-04-01") };
        var before = await AllAsync();

        Assert.True(await new MonthSums(host.Fixture.Database, new HandClock(LocalTime.StartOf(new DateOnly(2026, 4, 5)))).CloseAsync(CancellationToken.None) > 30);

        Assert.Equal(before, await AllAsync());
        Assert.Contains(("sen", "2026-03-01", "2026-03-31", 200), before);

        async Task<List<(string, string, string, long)>> AllAsync()
        {
            var all = new List<(string, string, string, long)>();
            foreach (var unit in host.Tree.Units.Values)
            {
                foreach (var (from, to) in ranges)
                    all.Add((unit.Key, from, to, Messages(await host.TotalsAsync(unit.Key, from, to))));
            }

            return all;
        }
    }

    [Fact]
    public async Task The_last_day_is_inclusive_and_other_days_are_not_in_it()
    {
        await host.AddAsync(
            host.Count("mai-zalo", Metric.Messages, "2026-03-01", 1), host.Count("mai-zalo", Metric.Messages, "2026-03-02", 2),
            host.Count("mai-zalo", Metric.Messages, "2026-03-03", 4), host.Count("mai-zalo", Metric.Messages, "2026-03-04", 8));

        Assert.Equal(6, Messages(await host.TotalsAsync("mai", "2026-03-02", "2026-03-03")));
    }

    [Fact]
    public async Task What_is_declared_never_enters_what_was_collected()
    {
        await CountEveryDayOfMarch();
        await host.AddAsync(host.Level("mai-zalo", Metric.Followers, "2026-03-05T10:00", 50));
        var before = await host.TotalsAsync("city", "2026-03-01", "2026-03-31");
        await host.AddAsync(
            host.Declare("city", Metric.Messages, "2026-03-01", "2026-03-31", 99_999, "Báo cáo tháng 3", Precision.AtLeast),
            host.Declare("city", Metric.Followers, "2026-03-01", "2026-03-31", 7_000, "Báo cáo tháng 3"),
            host.Level("mai-zalo", Metric.Followers, "2026-03-06T10:00", 9_000, ReadingSource.Declared));
        var after = await host.TotalsAsync("city", "2026-03-01", "2026-03-31");

        foreach (var (name, totals) in before["metrics"]!.AsObject())
        {
            foreach (var field in (string[])["count", "sum", "last"])
                Assert.Equal(totals![field]?.ToJsonString(), after["metrics"]![name]![field]?.ToJsonString());
        }

        AssertJson(
            """{"value":99999,"precision":"atLeast","documents":["Báo cáo tháng 3"],"from":"2026-03-01","to":"2026-03-31","of":"unit"}""",
            after["metrics"]!["messages"]!["declared"]);
        Assert.Equal(7_000, after["metrics"]!["followers"]!["declared"]!["value"]!.GetValue<double>());
        Assert.Equal(9_000, (await host.TotalsAsync("north", "2026-03-01", "2026-03-31"))["metrics"]!["followers"]!["declared"]!["value"]!.GetValue<double>());
    }

    [Fact]
    public async Task Published_totals_are_not_split_and_not_passed_up_or_down_the_tree()
    {
        await host.AddAsync(
            host.Declare("north", Metric.TipoffsReceived, "2021-02-01", "2022-05-13", 1230, "Sơ kết"),
            host.Declare("north", Metric.TipoffsValuable, "2021-02-01", "2022-05-13", 307, "Sơ kết"));

        var exact = (await host.TotalsAsync("north", "2021-02-01", "2022-05-13"))["tipoffs"]!;
        Assert.Equal("declared", (string)exact["basis"]!);
        Assert.Equal((1230, 307), ((long)exact["received"]!, (long)exact["valuable"]!));
        Assert.Null(exact["pending"]);
        Assert.Equal(.2496, (double)exact["ratio"]!);
        AssertJson("[0.2262,0.2745]", exact["wilson95"]);
        Assert.Equal("Sơ kết", (string)exact["sources"]!["declared"]!["received"]!["documents"]![0]!);
        Assert.False(exact["sources"]!.AsObject().ContainsKey("collected"));

        (string, string, string)[] others =
        [
            ("north", "2021-02-02", "2022-05-13"), ("north", "2021-02-01", "2022-05-12"),
            ("city", "2021-02-01", "2022-05-13"), ("sen", "2021-02-01", "2022-05-13"),
        ];
        foreach (var (unit, from, to) in others)
        {
            AssertJson(
                """{"basis":"none","received":null,"valuable":null,"pending":null,"ratio":null,"wilson95":null,"sources":{}}""",
                (await host.TotalsAsync(unit, from, to))["tipoffs"]);
        }
    }

    [Fact]
    public async Task Overlapping_published_totals_are_not_added_and_disjoint_ones_are()
    {
        await host.AddAsync(
            host.Declare("north", Metric.TipoffsReceived, "2021-01-01", "2021-06-30", 40, "H1"),
            host.Declare("north", Metric.TipoffsReceived, "2021-01-01", "2021-12-31", 100, "2021", Precision.About),
            host.Declare("north", Metric.TipoffsReceived, "2022-01-01", "2022-01-31", 10, "2022-01"),
            host.Declare("north", Metric.TipoffsValuable, "2021-01-01", "2021-12-31", 30, "2021"));

        var tipoffs = (await host.TotalsAsync("north", "2021-01-01", "2022-12-31"))["tipoffs"]!;
        Assert.Equal((110, 30), ((long)tipoffs["received"]!, (long)tipoffs["valuable"]!));
        Assert.Null(tipoffs["ratio"]);
        Assert.Equal("about", (string)tipoffs["sources"]!["declared"]!["received"]!["precision"]!);
        Assert.Equal(.3, (double)(await host.TotalsAsync("north", "2021-01-01", "2021-12-31"))["tipoffs"]!["ratio"]!);
    }

    [Fact]
    public async Task A_level_is_each_pages_last_reading_and_a_total_lies_wholly_inside()
    {
        await host.AddAsync(
            host.Level("north-zalo", Metric.Followers, "2025-12-01T10:00", 1_000),
            host.Level("mai-zalo", Metric.Followers, "2026-03-05T10:00", 50), host.Level("mai-zalo", Metric.Followers, "2026-03-31T23:59", 60),
            host.Level("mai-zalo", Metric.Followers, "2026-04-01T00:00", 70), host.Level("sen-zalo", Metric.Followers, "2026-03-15T10:00", 5),
            host.Read("mai-zalo", Metric.Views, "2026-03-01", "2026-03-07", 100), host.Read("mai-zalo", Metric.Views, "2026-03-03", "2026-03-03", 9),
            host.Read("mai-zalo", Metric.Views, "2026-03-28", "2026-04-03", 100), host.Read("sen-zalo", Metric.Views, "2026-03-08", "2026-03-14", 1_000));

        var north = (await host.TotalsAsync("north", "2026-03-01", "2026-03-31"))["metrics"]!;
        AssertJson("""{"count":2,"sum":null,"last":1065}""", north["followers"]);
        AssertJson("""{"count":1,"sum":100,"last":null}""", north["views"]);
        Assert.Null(north["groups"]);
        AssertJson("""{"count":3,"sum":null,"last":1065}""", (await host.TotalsAsync("city", "2026-03-01", "2026-03-31"))["metrics"]!["followers"]);
        AssertJson("""{"count":2,"sum":1100,"last":null}""", (await host.TotalsAsync("city", "2026-03-01", "2026-03-31"))["metrics"]!["views"]);
    }

    [Fact]
    public async Task What_a_platform_tells_of_a_counter_stands_in_only_where_events_do_not_count_it()
    {
        await host.AddAsync(
            host.Count("north-zalo", Metric.Posts, "2026-03-02", 4), host.Read("north-zalo", Metric.Posts, "2026-03-01", "2026-03-07", 5),
            host.Read("mai-zalo", Metric.Posts, "2026-03-01", "2026-03-07", 20));

        AssertJson("""{"count":24,"sum":24,"last":null}""", (await host.TotalsAsync("north", "2026-03-01", "2026-03-31"))["metrics"]!["posts"]);
    }

    [Fact]
    public async Task Reply_times_have_a_count_a_sum_and_a_median()
    {
        var bucket = Histogram.BucketOf(TimeSpan.FromSeconds(600));
        await host.AddAsync(
            new RollupDay { PageId = host.Page("mai-zalo"), Metric = Metric.FirstReply.Id, Day = new(2026, 3, 1), Bucket = bucket, Count = 3, Sum = 1800 },
            new RollupDay { PageId = host.Page("mai-zalo"), Metric = Metric.FirstReply.Id, Day = new(2026, 3, 1), Bucket = 90, Count = 1, Sum = 5000 },
            new RollupDay { PageId = host.Page("sen-zalo"), Metric = Metric.FirstReply.Id, Day = new(2026, 3, 25), Bucket = bucket, Count = 2, Sum = 1200 });

        var reply = (await host.TotalsAsync("mai", "2026-03-01", "2026-03-31"))["metrics"]!["first_reply"]!;
        Assert.Equal((6, 8000), ((long)reply["count"]!, (double)reply["sum"]!));
        Assert.InRange((double)reply["median_seconds"]!, 570, 630);
    }

    [Fact]
    public async Task A_unit_without_pages_and_figures_has_zero_counted_and_nothing_known()
    {
        var south = await host.TotalsAsync("south", "2026-01-01", "2026-01-31");

        AssertJson("""{"count":0,"sum":0,"last":null}""", south["metrics"]!["messages"]);
        Assert.DoesNotContain("followers", south["metrics"]!.AsObject().Select(m => m.Key));
        Assert.Equal(("south", "2026-01-01", "2026-01-31"), ((string)south["unit"]!, (string)south["from"]!, (string)south["to"]!));
    }

    [Theory]
    [InlineData("", 400, "'unit' is missing")]
    [InlineData("?unit=city", 400, "'from' is missing")]
    [InlineData("?unit=city&from=2026-03-01", 400, "'to' is missing")]
    [InlineData("?unit=city&from=01/03/2026&to=2026-03-31", 400, "'from' is '01/03/2026'")]
    [InlineData("?unit=city&from=2026-02-30&to=2026-03-31", 400, "'from' is '2026-02-30'")]
    [InlineData("?unit=city&from=2026-03-31&to=2026-03-01", 400, "'to' lies before 'from'")]
    [InlineData("?unit=city&from=2016-03-01&to=2026-03-01", 400, "longer than 10 years")]
    [InlineData("?unit=nowhere&from=2026-03-01&to=2026-03-31", 404, "'nowhere'")]
    public async Task What_cannot_be_answered_is_told_in_a_sentence(string query, int status, string part)
    {
        var response = await host.Client.GetAsync(new Uri("/api/v1/totals" + query, UriKind.Relative));

        await AssertProblem(response, status, part);
    }

    [Fact]
    public async Task A_script_without_the_right_key_is_not_let_in()
    {
        var path = new Uri("/api/v1/totals?unit=city&from=2026-03-01&to=2026-03-31", UriKind.Relative);
        host.Client.DefaultRequestHeaders.Remove(ApiKeys.Header);
        await AssertProblem(await host.Client.GetAsync(path), 401, "is missing");
        host.Client.DefaultRequestHeaders.Add(ApiKeys.Header, ApiHost.Key);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync(path)).StatusCode);
        host.Client.DefaultRequestHeaders.Remove(ApiKeys.Header);
        host.Client.DefaultRequestHeaders.Add(ApiKeys.Header, "wrong");
        await AssertProblem(await host.Client.GetAsync(path), 401, "not known");

        var (app, client) = await ApiHost.StartAsync(host.Fixture.Database, key: "");
        await using (app)
        using (client)
        {
            client.DefaultRequestHeaders.Add(ApiKeys.Header, "");
            await AssertProblem(await client.GetAsync(path), 401, "Api__Keys__0");
        }
    }

    [Fact]
    public async Task The_document_describes_the_call_its_answers_and_its_key()
    {
        var document = JsonNode.Parse(await host.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;

        var call = document["paths"]!["/api/v1/totals"]!["get"]!;
        Assert.Equal(["200", "400", "401", "403", "404"], call["responses"]!.AsObject().Select(r => r.Key));
        Assert.Equal(["unit", "from", "to"], call["parameters"]!.AsArray().Select(p => (string)p!["name"]!));
        Assert.All(call["parameters"]!.AsArray(), p => Assert.True((bool)p!["required"]!));
        Assert.Equal("X-Api-Key", (string)document["components"]!["securitySchemes"]!["ApiKey"]!["name"]!);
        Assert.True(document["security"]![0]!.AsObject().ContainsKey("ApiKey"));
        Assert.Equal(["/api/v1/totals"], document["paths"]!.AsObject().Select(p => p.Key));
    }

    /// <summary>Per day 1 message on the page of the north, 10 on Sen's, 100 on Mai's.</summary>
    private Task CountEveryDayOfMarch() => host.AddAsync(
        [.. Enumerable.Range(1, 31).Select(day => $"2026-03-{day:00}").SelectMany(day => new[]
        {
            host.Count("north-zalo", Metric.Messages, day, 1),
            host.Count("sen-zalo", Metric.Messages, day, 10),
            host.Count("mai-zalo", Metric.Messages, day, 100),
        })]);

    private static long Messages(JsonObject totals) => (long)totals["metrics"]!["messages"]!["count"]!;

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"expected {expected}, got {actual?.ToJsonString() ?? "null"}");

    private static async Task AssertProblem(HttpResponseMessage response, int status, string part)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(part, (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!, StringComparison.Ordinal);
    }
}
