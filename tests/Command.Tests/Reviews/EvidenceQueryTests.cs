using System.Globalization;
using Command.Boards.Reviews;
using Command.Data;
using Command.People;
using Command.Reviews;
using Command.Units;

namespace Command.Tests.Reviews;

/// <summary>The published systems contradict themselves and each other: what their reviews must say of it, in a real host.</summary>
public sealed class EvidenceQueryTests
{
    [Fact]
    public async Task The_city_stands_beside_the_one_district_that_says_nearly_as_much()
    {
        await using var app = await StartAsync("tan-phu", "ho-chi-minh");

        var found = (await ReadAsync(app, "ho-chi-minh", "2021-01-01", "2022-05-16"))!;

        var followers = Assert.Single(Of(found, "followers").Differences);
        Assert.Equal((161_989, 157_200, -4_789), (followers.Left.Value, followers.Right.Value, followers.Amount));
        Assert.Equal([ExplanationKind.OnePartNearlyAll, ExplanationKind.PartsMissing, ExplanationKind.OtherDays], followers.Explanations.Select(e => e.Kind));
        Assert.Equal(("Công an quận Tân Phú", 28), (followers.Explanations[0].Name, followers.Explanations[0].Of));
        Assert.Equal((1, 28), (followers.Explanations[1].Count, followers.Explanations[1].Of));

        var views = Assert.Single(Of(found, "views").Differences);
        Assert.Equal((4_391_031, 4_300_000, "views_and_shares", false), (views.Left.Value, views.Right.Value, views.Right.OtherMetric, views.IsWithinPrecision));
        Assert.Contains(views.Explanations, e => e is { Kind: ExplanationKind.WiderMetric, Metric: "views_and_shares" });

        Assert.Equal(["followers", "pages", "posts", "procedure_questions", "tipoffs_received", "views"], found.Contradictions.Select(c => c.Metric).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Thirty_thousand_messages_are_not_a_hundred_a_day()
    {
        await using var app = await StartAsync("nam-tu-liem");

        var found = (await ReadAsync(app, "nam-tu-liem", "2021-03-01", "2021-06-30"))!;

        var contradiction = Assert.Single(found.Contradictions);
        var difference = Assert.Single(contradiction.Differences);
        Assert.Equal(("messages", 30_000, 9_200), (contradiction.Metric, difference.Left.Value, difference.Right.Value));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var say = app.Get<EvidencePhrases>();
        Assert.Equal("Công bố khoảng 30.000, mức mỗi ngày nhân số ngày khoảng 9.200: chênh 20.800.", say.Say("messages", difference));
        Assert.Equal("Văn bản nêu 100 mỗi ngày; tổng số trong 92 ngày là 326 mỗi ngày.", say.Say(Assert.Single(difference.Explanations)));
    }

    [Fact]
    public async Task One_paper_calls_all_tip_offs_valuable()
    {
        await using var app = await StartAsync("tan-phu");

        var found = (await ReadAsync(app, "tan-phu", "2021-02-01", "2022-05-13"))!;

        var valuable = Assert.Single(found.Contradictions);
        Assert.Equal("tipoffs_valuable", valuable.Metric);
        var difference = Assert.Single(valuable.Differences);
        Assert.Equal((307, 1_230, Precision.AtLeast), (difference.Left.Value, difference.Right.Value, difference.Right.Precision));
        Assert.Equal([ExplanationKind.OtherDocument], difference.Explanations.Select(e => e.Kind));
    }

    [Fact]
    public async Task What_a_published_system_does_not_tell_is_listed()
    {
        await using var app = await StartAsync("tan-phu");

        var gaps = (await ReadAsync(app, "tan-phu", "2021-02-01", "2022-05-13"))!.Gaps;

        Assert.Equal((18, 18), Counts(gaps, DataGapKind.PagesWithoutEvents));
        Assert.Equal((18, 18), Counts(gaps, DataGapKind.FollowersUnknown));
        Assert.DoesNotContain(gaps, g => g.Kind == DataGapKind.ResidentsUnknown);
        Assert.Equal((11, 11), Counts(gaps, DataGapKind.ResidentsBelowUnknown));
        Assert.Equal((15, 16), Counts(gaps, DataGapKind.MonthsWithoutData));
        Assert.Contains("notifications", gaps.Single(g => g.Kind == DataGapKind.DeclaredOnly).Metrics);
        Assert.Contains("first_reply", gaps.Single(g => g.Kind == DataGapKind.MetricsUnknown).Metrics);
    }

    /// <summary>A ward that hears from its page, a declared total that says more, and a page that keeps silent.</summary>
    [Fact]
    public async Task What_was_collected_stands_beside_what_was_declared()
    {
        await using var app = await TestApp.StartAsync(new HandClock(new DateTimeOffset(2024, 3, 10, 5, 0, 0, TimeSpan.Zero)), world: """
            {
              "units": [{"key": "sen", "code": "1", "name": "Công an phường Sen", "kind": "ward"}],
              "pages": [
                {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "9001", "name": "Trang Sen", "from": "2020-01-01"},
                {"key": "sen-facebook", "unit": "sen", "platform": "facebook", "externalId": "77", "name": "Fanpage Sen", "from": "2020-01-01"}
              ],
              "channels": {"zalo": {"appId": "3604", "oaSecretKeys": {"9001": "test-oa-secret"}}},
              "readings": [{"unit": "sen", "metric": "messages", "from": "2024-03-01", "to": "2024-03-10", "value": 50, "source": "declared", "document": "Báo cáo tuần"}]
            }
            """);
        foreach (var n in Enumerable.Range(1, 3))
        {
            using var answer = await app.Http.PostZaloAsync(TestDoor.ZaloText("9001", $"p{n}", $"m{n}", new DateTimeOffset(2024, 3, 4 + n, 3, 0, 0, TimeSpan.Zero), "Cho tôi hỏi"));
            answer.EnsureSuccessStatusCode();
        }

        var found = (await ReadAsync(app, "sen", "2024-03-01", "2024-03-10"))!;

        var messages = Assert.Single(found.Contradictions);
        Assert.Equal([(ClaimKind.Declared, 50.0), (ClaimKind.Collected, 3.0)], messages.Claims.Select(c => (c.Kind, c.Value)));
        var why = Assert.Single(messages.Differences).Explanations;
        Assert.Equal([ExplanationKind.CollectedLater, ExplanationKind.PagesSilent], why.Select(e => e.Kind));
        Assert.Equal(new DateOnly(2024, 3, 5), why[0].From);
        Assert.Equal(["Fanpage Sen"], found.Gaps.Single(g => g.Kind == DataGapKind.PagesWithoutEvents).Names);
    }

    [Fact]
    public async Task Eighty_seven_pages_are_the_published_81_and_the_six_of_the_teams()
    {
        await using var app = await StartAsync("ho-chi-minh", "tan-phu");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

        var pages = Of((await ReadAsync(app, "ho-chi-minh", "2021-01-01", "2022-05-16"))!, "pages");

        var difference = pages.Differences.Single(d => d.Right.Kind == ClaimKind.Collected);
        Assert.Equal((81, 87), (difference.Left.Value, difference.Right.Value));
        var why = difference.Explanations.Single(e => e.Kind == ExplanationKind.OneKindBeyond);
        Assert.Equal("Trong số trang đã đăng ký có 6 trang của đội; bỏ các trang này thì vừa đúng số công bố.", app.Get<EvidencePhrases>().Say(why));
    }

    /// <summary>A city of many wards, one of which a document speaks of.</summary>
    [Fact]
    public async Task Many_units_below_ask_no_more_of_the_database_than_a_few()
    {
        var queries = new List<int>();
        foreach (var wards in new[] { 2, 200 })
        {
            var units = string.Join(",", Enumerable.Range(0, wards).Select(i => $$"""{"key": "w{{i}}", "code": "{{i}}", "name": "Phường {{i}}", "kind": "ward", "parent": "city"}"""));
            var pages = string.Join(",", Enumerable.Range(0, wards).Select(i => $$"""{"key": "p{{i}}", "unit": "w{{i}}", "platform": "zalo", "externalId": "{{9000 + i}}", "name": "Trang {{i}}", "from": "2020-01-01"}"""));
            await using var app = await TestApp.StartAsync(new HandClock(new DateTimeOffset(2024, 3, 10, 5, 0, 0, TimeSpan.Zero)), world: $$"""
                {
                  "units": [{"key": "city", "code": "79", "name": "Công an thành phố", "kind": "city"}, {{units}}],
                  "pages": [{{pages}}],
                  "readings": [
                    {"unit": "w0", "metric": "messages", "from": "2024-03-01", "to": "2024-03-05", "value": 50, "source": "declared", "document": "Báo cáo tuần"},
                    {"unit": "city", "metric": "messages", "from": "2024-03-01", "to": "2024-03-05", "value": 70, "source": "declared", "document": "Báo cáo tuần"},
                    {"page": "p1", "metric": "followers", "at": "2024-03-02T10:00:00+07:00", "value": 900, "source": "api"},
                    {"unit": "city", "metric": "followers", "at": "2024-03-05T10:00:00+07:00", "value": 1000, "source": "declared", "document": "Báo cáo tuần"}
                  ]
                }
                """);
            var seen = 0;
            Evidence found;
            using (new QueryWatch(app.Folder, _ => Interlocked.Increment(ref seen)))
                found = (await ReadAsync(app, "city", "2024-03-01", "2024-03-05"))!;
            queries.Add(seen);
            Assert.Equal(50, Of(found, "messages").Claims.Single(c => c.Kind == ClaimKind.Parts).Value);
        }

        Assert.Equal(queries[0], queries[1]);
    }

    [Fact]
    public async Task A_partner_outside_the_police_is_no_part_of_the_unit()
    {
        await using var app = await TestApp.StartAsync(new HandClock(new DateTimeOffset(2024, 3, 10, 5, 0, 0, TimeSpan.Zero)), world: """
            {
              "units": [
                {"key": "city", "code": "79", "name": "Công an thành phố", "kind": "city"},
                {"key": "ward", "code": "1", "name": "Công an phường Sen", "kind": "ward", "parent": "city"},
                {"key": "school", "code": "2", "name": "Trường Sen", "kind": "partner", "parent": "city"}
              ],
              "pages": [],
              "readings": [
                {"unit": "city", "metric": "posts", "from": "2024-03-01", "to": "2024-03-05", "value": 70, "source": "declared", "document": "Báo cáo tuần"},
                {"unit": "ward", "metric": "posts", "from": "2024-03-01", "to": "2024-03-05", "value": 50, "source": "declared", "document": "Báo cáo tuần"},
                {"unit": "school", "metric": "posts", "from": "2024-03-01", "to": "2024-03-05", "value": 500, "source": "declared", "document": "Báo cáo tuần"}
              ]
            }
            """);

        var found = (await ReadAsync(app, "city", "2024-03-01", "2024-03-05"))!;

        Assert.Equal(50, Of(found, "posts").Claims.Single(c => c.Kind == ClaimKind.Parts).Value);
    }

    [Fact]
    public async Task Nobody_reads_the_evidence_of_a_unit_out_of_his_sight()
    {
        await using var app = await StartAsync("tan-phu");
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);

        Assert.Null(await app.Get<EvidenceQuery>().ReadAsync(new Asker(Role.Chief, tree.Find("tay-thanh")!.Id, 1, "binh"), "tan-phu", new(2021, 2, 1), new(2022, 5, 13), CancellationToken.None));
        Assert.Null(await ReadAsync(app, "nobody", "2021-02-01", "2022-05-13"));
    }

    private static (int, int) Counts(IReadOnlyList<DataGap> gaps, DataGapKind kind) => gaps.Single(g => g.Kind == kind) is var gap ? (gap.Count, gap.Of) : default;

    private static Contradiction Of(Evidence evidence, string metric) => evidence.Contradictions.Single(c => c.Metric == metric);

    private static Task<Evidence?> ReadAsync(TestApp app, string unit, string from, string to) =>
        app.Get<EvidenceQuery>().ReadAsync(TestAskers.Everything, unit, DateOnly.Parse(from, null), DateOnly.Parse(to, null), CancellationToken.None);

    private static Task<TestApp> StartAsync(params string[] worlds) => TestApp.StartAsync(
        args: [.. worlds.SelectMany(w => new[] { "--world", Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", w + ".json") })]);
}
