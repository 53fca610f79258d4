using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Command.Data;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Flows;

/// <summary>
/// The five systems that the police have published figures of: each world, loaded into a real host, says exactly these
/// figures to scripts and to readers, with "khoảng", "hơn" and "gần" where the document says so.
/// </summary>
public sealed partial class PublishedFiguresTests
{
    /// <summary>World, unit, range, metric, value, precision, and what a reader sees.</summary>
    public static TheoryData<string, string, string, string, (string Metric, double Value, string Precision, string Said)[]> Published => new()
    {
        {
            "tan-phu", "tan-phu", "2021-02-01", "2022-05-13",
            [
                ("followers", 157_200, "exact", "157.200"), ("procedure_questions", 216_798, "exact", "216.798"), ("tipoffs_received", 1_230, "exact", "1.230"),
                ("tipoffs_valuable", 307, "exact", "307"), ("posts", 610, "exact", "610"), ("views_and_shares", 4_300_000, "about", "khoảng 4.300.000"),
                ("notifications", 38_500_000, "exact", "38.500.000"), ("pages", 18, "exact", "18"), ("editing_units", 24, "exact", "24"),
                ("temporary_residents", 47, "atLeast", "hơn 47 %"), ("coverage_target", 100, "exact", "100 %"),
            ]
        },
        {
            "ho-chi-minh", "ho-chi-minh", "2021-01-01", "2022-05-16",
            [
                ("pages", 81, "exact", "81"), ("posts", 3_586, "exact", "3.586"), ("videos", 215, "exact", "215"), ("images", 5_184, "exact", "5.184"),
                ("views", 4_391_031, "exact", "4.391.031"), ("followers", 161_989, "exact", "161.989"), ("interactions", 284_762, "exact", "284.762"),
                ("violation_lookups", 53_834, "exact", "53.834"), ("public_service_visits", 6_967, "exact", "6.967"),
                ("procedure_questions", 267_726, "exact", "267.726"), ("tipoffs_received", 3_079, "exact", "3.079"),
            ]
        },
        {
            "nam-tu-liem", "nam-tu-liem", "2021-03-01", "2021-06-30",
            [
                ("followers", 10_000, "about", "khoảng 10.000"), ("views", 250_000, "atMost", "gần 250.000"), ("messages", 30_000, "about", "khoảng 30.000"),
                ("messages_a_day", 100, "about", "khoảng 100 mỗi ngày"), ("groups", 74, "exact", "74"), ("group_members", 3_400, "atMost", "gần 3.400"),
                ("post_views", 13_000, "atLeast", "hơn 13.000"), ("post_shares", 500, "atMost", "gần 500"), ("persons_found", 1, "exact", "1"),
            ]
        },
        {
            "ninh-binh", "ninh-binh", "2020-01-01", "2021-12-31",
            [
                ("posts", 800, "atMost", "gần 800"), ("followers", 22_000, "exact", "22.000"), ("groups", 305, "exact", "305"), ("partner_units", 27, "exact", "27"),
                ("residents_online", 84_000, "about", "khoảng 84.000"), ("persons_surrendered", 1, "exact", "1"),
            ]
        },
        {
            "ninh-binh", "ubnd-thanh-pho-ninh-binh", "2020-01-01", "2021-12-31",
            [("pages", 88, "exact", "88"), ("groups", 1_283, "exact", "1.283")]
        },
        {
            "o-cho-dua", "o-cho-dua", "2025-07-01", "2025-12-31",
            [
                ("views", 5_400_000, "atLeast", "hơn 5.400.000"), ("interactions", 500_000, "atLeast", "hơn 500.000"),
                ("follower_growth", 5_000, "atLeast", "hơn 5.000 %"),
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task Scripts_and_readers_are_told_exactly_what_was_published(
        string world, string unit, string from, string to, (string Metric, double Value, string Precision, string Said)[] figures)
    {
        await using var app = await StartAsync(world);

        var metrics = (await TotalsAsync(app, unit, from, to)).GetProperty("metrics");
        Assert.Equal(figures.Select(f => f.Metric).Order(), metrics.EnumerateObject().Where(m => m.Value.TryGetProperty("declared", out _)).Select(m => m.Name).Order());
        Assert.All(figures, figure =>
        {
            var declared = metrics.GetProperty(figure.Metric).GetProperty("declared");
            Assert.Equal((figure.Value, figure.Precision), (declared.GetProperty("value").GetDouble(), declared.GetProperty("precision").GetString()));
            Assert.NotEmpty(declared.GetProperty("documents").EnumerateArray());
        });
        // What documents say is never taken for counted.
        Assert.All(metrics.EnumerateObject(), metric => Assert.Equal(0, metric.Value.GetProperty("count").GetInt64()));

        var rows = Rows(await (await app.SignInAsync(Role.Commander)).ReadAsync($"/units/{unit}?from={from}&to={to}"));
        Assert.All(figures, figure => Assert.Contains(figure.Said, rows[figure.Metric]));
    }

    /// <summary>One paper calls all 1,230 valuable, the report 307: both stand on the page, one ratio holds, with n and N.</summary>
    [Fact]
    public async Task Tan_Phu_s_ratio_stands_with_its_n_and_the_other_paper_beside_it()
    {
        await using var app = await StartAsync("tan-phu");

        var tipoffs = (await TotalsAsync(app, "tan-phu", "2021-02-01", "2022-05-13")).GetProperty("tipoffs");
        Assert.Equal("declared", tipoffs.GetProperty("basis").GetString());
        Assert.Equal((1_230, 307, 0.2496), (tipoffs.GetProperty("received").GetInt64(), tipoffs.GetProperty("valuable").GetInt64(), tipoffs.GetProperty("ratio").GetDouble()));
        Assert.Equal([0.2262, 0.2745], tipoffs.GetProperty("wilson95").EnumerateArray().Select(v => v.GetDouble()));

        var commander = await app.SignInAsync(Role.Commander);
        var rows = Rows(await commander.ReadAsync("/units/tan-phu?from=2021-02-01&to=2022-05-13"));
        Assert.Equal(["307", "hơn 1.230"], rows["tipoffs_valuable"]);
        Assert.Equal("24,96 % (307/1.230; khoảng tin cậy 95 %: 22,62–27,45 %)", Assert.Single(rows["valuable_ratio"]));
        Assert.Equal("31,4 % (157.200/500.000)", Assert.Single(rows["coverage"]));

        // The first look is at the last twelve months: the page leads to the days that documents speak of.
        Assert.Contains("/units/tan-phu?from=2021-02-01&to=2022-05-13", await commander.ReadAsync("/units/tan-phu"), StringComparison.Ordinal);
        const string Compared = "/compare?unit=tan-phu&period=2021-02-01..2022-05-13&measure=";
        Assert.Contains("Công bố: 24,96 % (307/1.230)", await commander.ReadAsync(Compared + "valuable_ratio"), StringComparison.Ordinal);
        Assert.Contains("Công bố: 1.230", await commander.ReadAsync(Compared + "tipoffs_received"), StringComparison.Ordinal);
        Assert.Contains("Công bố: 216.798", await commander.ReadAsync(Compared + "procedure_questions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_total_is_not_split_over_months()
    {
        await using var app = await StartAsync("tan-phu");

        var month = await TotalsAsync(app, "tan-phu", "2021-03-01", "2021-03-31");

        Assert.Equal(JsonValueKind.Null, month.GetProperty("tipoffs").GetProperty("received").ValueKind);
        Assert.DoesNotContain("declared-title", await (await app.SignInAsync(Role.Commander)).ReadAsync("/units/tan-phu?month=2021-03"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ninh_Binh_s_share_on_social_media_is_computed_from_what_was_published()
    {
        await using var app = await StartAsync("ninh-binh");

        var rows = Rows(await (await app.SignInAsync(Role.Commander)).ReadAsync("/units/ninh-binh?from=2020-01-01&to=2021-12-31"));

        Assert.Equal("65 % (khoảng 84.000/129.300)", Assert.Single(rows["residents_online_share"]));
    }

    /// <summary>Between the post and the end of its first hour nothing was published, and nothing is invented.</summary>
    [Fact]
    public async Task The_first_hour_of_a_post_has_the_two_instants_that_are_known()
    {
        await using var app = await StartAsync("nam-tu-liem");

        var page = await (await app.SignInAsync(Role.Commander)).ReadAsync("/units/nam-tu-liem?from=2021-06-14&to=2021-06-14");

        Assert.Equal(["0", "hơn 13.000"], Rows(page)["post_views"]);
        Assert.Equal(["0", "gần 500"], Rows(page)["post_shares"]);
        Assert.Contains("lúc 09:30 ngày 14/06/2021", page, StringComparison.Ordinal);
        Assert.Contains("lúc 10:30 ngày 14/06/2021", page, StringComparison.Ordinal);
    }

    /// <summary>A reader of English sees the same words of precision in his language.</summary>
    [Fact]
    public async Task Words_of_precision_follow_the_reader_s_language()
    {
        await using var app = await StartAsync("nam-tu-liem");
        var reader = await app.SignInAsync(Role.Commander);
        reader.Take([new Cookie(".AspNetCore.Culture", Uri.EscapeDataString("c=en|uic=en"))]);

        var rows = Rows(await reader.ReadAsync("/units/nam-tu-liem?from=2021-03-01&to=2021-06-30"));

        Assert.Equal("nearly 3,400", Assert.Single(rows["group_members"]));
        Assert.Equal("about 100 a day", Assert.Single(rows["messages_a_day"]));
    }

    [Theory]
    [InlineData("tan-phu", "tan-phu", "2022-05-13", 18, 1, 11, 6)]
    [InlineData("ho-chi-minh", "ho-chi-minh", "2022-05-16", 81, 29, 52, 0)]
    public async Task Pages_stand_where_they_were_published(string world, string unit, string day, int all, int above, int wards, int teams)
    {
        await using var app = await StartAsync(world);
        var on = DateOnly.Parse(day, null);

        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);

        var pages = tree.PagesUnder(tree.Find(unit)!.Id, on);
        int Of(params UnitKind[] kinds) => pages.Count(id => kinds.Contains(tree.VersionOn(tree.OwnerOn(id, on)!.Value, on)!.Kind));
        Assert.Equal((all, above, wards, teams), (pages.Count, Of(UnitKind.Department, UnitKind.District), Of(UnitKind.Ward, UnitKind.Commune), Of(UnitKind.Team)));
    }

    [Fact]
    public async Task Zalo_groups_stand_by_kind_and_the_copying_partner_is_no_police_unit()
    {
        await using var app = await StartAsync("ninh-binh");
        var day = new DateOnly(2021, 4, 14);

        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);

        var city = tree.Find("ninh-binh")!.Id;
        Assert.Equal(
            ["Nhóm Zalo bệnh viện", "Nhóm Zalo cơ sở karaoke", "Nhóm Zalo cơ sở lưu trú", "Nhóm Zalo nhà trọ", "Nhóm Zalo trường học", "Nhóm Zalo trật tự đô thị", "Nhóm Zalo tổ dân phố"],
            tree.PagesOf(city, day).Select(id => tree.Pages[id]).Where(p => p.Platform == Platform.ZaloGroups).Select(p => p.Name!).Order(StringComparer.Ordinal));
        Assert.Equal(UnitKind.Partner, tree.VersionOn(tree.Find("ubnd-thanh-pho-ninh-binh")!.Id, day)!.Kind);
        Assert.DoesNotContain(tree.PagesOf(city, new DateOnly(2021, 2, 28)), id => tree.Pages[id].Platform == Platform.YouTube);
        Assert.Contains(tree.PagesOf(city, new DateOnly(2021, 3, 1)), id => tree.Pages[id].Platform == Platform.YouTube);
    }

    [Fact]
    public async Task Districts_end_on_their_day_and_the_new_ward_stands_directly_below_its_city()
    {
        await using var app = await StartAsync("tan-phu", "ho-chi-minh", "nam-tu-liem", "ninh-binh", "o-cho-dua");

        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);

        int Id(string key) => tree.Find(key)!.Id;
        var (lastDay, after, now) = (new DateOnly(2025, 2, 28), new DateOnly(2025, 3, 1), new DateOnly(2025, 7, 1));
        Assert.All(new[] { "tan-phu", "nam-tu-liem", "ninh-binh", "dong-da" }, district =>
        {
            Assert.NotNull(tree.VersionOn(Id(district), lastDay));
            Assert.Null(tree.VersionOn(Id(district), after));
        });
        Assert.Equal(Id("tan-phu"), tree.ParentOn(Id("tay-thanh"), lastDay));
        Assert.Equal(Id("ho-chi-minh"), tree.ParentOn(Id("tay-thanh"), after));
        Assert.Null(tree.VersionOn(Id("o-cho-dua"), now.AddDays(-1)));
        Assert.Equal(Id("ha-noi"), tree.ParentOn(Id("o-cho-dua"), now));
        Assert.All(new[] { lastDay, after, now }, day => Assert.Empty(tree.FaultsOn(day)));
    }

    /// <summary>All five in one database say what each says alone: keys and platform ids do not collide.</summary>
    [Fact]
    public async Task Five_worlds_live_in_one_database()
    {
        await using var app = await StartAsync("tan-phu", "ho-chi-minh", "nam-tu-liem", "ninh-binh", "o-cho-dua");

        foreach (var (unit, from, to, metric, value) in new[]
        {
            ("tan-phu", "2021-02-01", "2022-05-13", "followers", 157_200.0), ("ho-chi-minh", "2021-01-01", "2022-05-16", "followers", 161_989),
            ("nam-tu-liem", "2021-03-01", "2021-06-30", "messages", 30_000), ("ninh-binh", "2020-01-01", "2021-12-31", "groups", 305),
            ("o-cho-dua", "2025-07-01", "2025-12-31", "views", 5_400_000),
        })
        {
            Assert.Equal(value, (await TotalsAsync(app, unit, from, to)).GetProperty("metrics").GetProperty(metric).GetProperty("declared").GetProperty("value").GetDouble());
        }

        await using var db = await app.OpenAsync();
        Assert.Equal(await db.Readings.CountAsync(), (await Task.WhenAll(Published.Select(p => (string)p[0]).Distinct().Select(ReadingsAsync))).Sum());
    }

    [Theory]
    [InlineData("surrendered", Outcome.Surrendered)]
    [InlineData("person-found", Outcome.PersonFound)]
    public async Task A_tip_off_can_end_as_these_systems_tell(string written, Outcome outcome)
    {
        await using var app = await TestApp.StartAsync(world: $$"""
            {
              "units": [{"key": "sen", "code": "1", "name": "Công an phường Sen", "kind": "ward"}],
              "tipoffs": [{"unit": "sen", "receivedAt": "-2d", "category": "wanted-person", "state": "valuable", "outcome": "{{written}}"}]
            }
            """);

        await using var db = await app.OpenAsync();

        Assert.Equal(outcome, (await db.TipoffOutcomes.SingleAsync()).Outcome);
    }

    private static Task<TestApp> StartAsync(params string[] worlds) => TestApp.StartAsync(
        args: [.. worlds.SelectMany(w => new[] { "--world", FileOf(w) }), "--Api:Keys:0=test-key"]);

    private static string FileOf(string world) => Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", world + ".json");

    private static async Task<int> ReadingsAsync(string world) =>
        JsonDocument.Parse(await File.ReadAllTextAsync(FileOf(world))).RootElement.GetProperty("readings").GetArrayLength();

    private static async Task<JsonElement> TotalsAsync(TestApp app, string unit, string from, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/totals?unit={unit}&from={from}&to={to}");
        request.Headers.Add("X-Api-Key", "test-key");
        using var response = await app.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>What stands in the column of values, by metric.</summary>
    private static Dictionary<string, string[]> Rows(string page) => Row().Matches(page)
        .GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => g.Select(m => m.Groups[2].Value.Replace('\u00a0', ' ')).ToArray());

    [GeneratedRegex("""<tr[^>]* data-metric="([a-z_]+)"[^>]*>.*?<td class="n strong"[^>]*>([^<]*)</td>""", RegexOptions.Singleline)]
    private static partial Regex Row();
}
