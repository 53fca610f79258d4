using System.Net;
using System.Text.RegularExpressions;
using Command.Boards.OneUnit;
using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Boards.OneUnit;

/// <summary>One unit's page in an invented city: what it counts, and what nobody learns from it of others.</summary>
public sealed class UnitFiguresQueryTests : IAsyncLifetime
{
    private const string World = """
        {
          "units": [
            {"key": "city", "code": "79", "name": "Thành phố", "kind": "city"},
            {"key": "north", "code": "1", "name": "Quận Bắc", "kind": "district", "parent": "city"},
            {"key": "south", "code": "2", "name": "Quận Nam", "kind": "district", "parent": "city"},
            {"key": "sen", "code": "11", "name": "Phường Sen", "kind": "ward", "parent": "north", "peerGroup": "wards"},
            {"key": "dao", "code": "12", "name": "Phường Đào", "kind": "ward", "parent": "north", "peerGroup": "wards"},
            {"key": "mai", "code": "21", "name": "Phường Mai", "kind": "ward", "parent": "south", "peerGroup": "wards"},
            {"key": "cuc", "code": "22", "name": "Phường Cúc", "kind": "ward", "parent": "south", "peerGroup": "others"}
          ],
          "pages": [
            {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "9001", "name": "Trang Sen", "from": "2020-01-01"},
            {"key": "mai-zalo", "unit": "mai", "platform": "zalo", "externalId": "9002", "name": "Trang Mai", "from": "2020-01-01"}
          ]
        }
        """;

    private readonly HandClock clock = new(DateTimeOffset.Parse("2026-03-10T12:00:00+07:00", null));
    private TestApp app = null!;
    private UnitTree tree = null!;

    private UnitPeriod Year => UnitPeriod.Year(LocalTime.DayOf(clock.Now));

    public async Task InitializeAsync()
    {
        app = await TestApp.StartAsync(clock, world: World);
        tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var page = tree.FindPage("sen-zalo")!.Id;
        await EnterAsync("sen", 0, Verdict.Valuable, page);
        await EnterAsync("sen", 0, null);
        await EnterAsync("sen", 40, Verdict.False);
        await EnterAsync("dao", 3, Verdict.Valuable);
        await EnterAsync("mai", 1, Verdict.Valuable);
        await EnterAsync("mai", 1, Verdict.False);
        await EnterAsync("cuc", 1, Verdict.Valuable);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Its_figures_are_told_apart_and_every_month_of_twelve_stands()
    {
        var sen = (await ReadAsync(Of(Role.Chief, "sen"), "sen")).Figures!;

        Assert.Equal((3, 1, 1), (sen.Ratio.Received, sen.Ratio.Valuable, sen.Ratio.Pending));
        Assert.Equal(new OpenTipoffs(1, 0, 0, clock.Now), sen.Open);
        Assert.Equal(12, sen.Months.Count);
        Assert.Equal(["2026-01=0/1", "2026-02=0/0", "2026-03=1/2"], sen.Months.TakeLast(3).Select(Said));
        Assert.Equal(["Theft=1/3"], sen.Categories.Select(Said));
        Assert.Equal(["=0/2", "Zalo=1/1"], sen.Platforms.Select(Said));
        Assert.Equal(["=0/2", "sen-zalo=1/1"], sen.Pages.Select(Said));
        Assert.Equal(["Trang Sen"], sen.Health.Select(p => p.Name));
        Assert.Equal((1, 2), (await ReadAsync(Of(Role.Chief, "sen"), "sen", UnitPeriod.Month(Year.To, Year.To))).Figures!.Ratio is var march ? (march.Valuable, march.Received) : default);
    }

    [Fact]
    public async Task Units_below_stand_with_all_under_them_as_the_ratio_reads_each_alone()
    {
        var city = (await ReadAsync(Of(Role.Commander, "city"), "city")).Figures!;

        Assert.Equal(["Quận Bắc", "Quận Nam"], city.Children.Select(c => c.Name));
        foreach (var child in city.Children)
            Assert.Equal(await app.Get<TipoffRatios>().ReadAsync(tree.Find(child.Key)!.Id, Year.From, Year.To, CancellationToken.None), child.Ratio);
        Assert.Empty(city.Peers);
    }

    [Fact]
    public async Task A_chief_reads_aggregates_of_his_peer_group_by_name_and_nothing_else_of_them()
    {
        var chief = Of(Role.Chief, "sen");
        var sen = (await ReadAsync(chief, "sen")).Figures!;

        Assert.Equal([("Phường Đào", false, false), ("Phường Mai", false, false), ("Phường Sen", true, true)], sen.Peers.Select(p => (p.Name, p.IsOwn, p.IsInSight)));
        Assert.Equal(["1/1", "1/2", "1/3"], sen.Peers.Select(p => $"{p.Ratio.Valuable}/{p.Ratio.Received}"));
        Assert.Empty(sen.Path);
        foreach (var other in (string[])["dao", "mai", "cuc", "north"])
            Assert.Equal(UnitAnswer.OutOfSight, await ReadAsync(chief, other));
        Assert.Equal(UnitAnswer.Unknown, await ReadAsync(chief, "nobody"));
        // Only a chief compares beyond his own: others see the group as far as it stands below them.
        Assert.Empty((await ReadAsync(Of(Role.Staff, "sen"), "sen")).Figures!.Peers);
        Assert.Equal(["Phường Đào", "Phường Sen"], (await ReadAsync(Of(Role.Commander, "north"), "sen")).Figures!.Peers.Select(p => p.Name));
    }

    [Fact]
    public async Task The_page_of_a_chief_leads_into_no_other_unit_and_an_order_is_no_rank()
    {
        var visitor = await app.SignInAsync(Role.Chief, "sen");
        var page = await visitor.ReadAsync("/units/sen?sort=ratio");

        Assert.Contains("Phường Mai", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Phường Đào", StringComparison.Ordinal) < page.IndexOf("Phường Mai", StringComparison.Ordinal));
        Assert.Contains("không phải xếp hạng", page, StringComparison.Ordinal);
        foreach (var foreign in (string[])["unit=mai", "/units/mai", "unit=dao", "/units/dao", "Phường Cúc", "Quận Nam", "Trang Mai", "/units/north"])
            Assert.DoesNotContain(foreign, page, StringComparison.Ordinal);
        Assert.Contains("/tipoffs?unit=sen", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/tipoffs?unit=sen&amp;state", await (await app.SignInAsync(Role.Analyst, "sen")).ReadAsync("/units/sen"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_the_unit_stands_in_its_group_as_far_as_the_reader_sees_it()
    {
        var chief = (await ReadAsync(Of(Role.Chief, "sen"), "sen")).Figures!.Places;
        Assert.Equal(LeaderboardMetric.All, chief.Select(p => p.Ask.Metric));
        Assert.All(chief, p => Assert.Equal(["dao", "mai", "sen"], p.Board.Rows.Select(r => r.Unit).Concat(p.Board.Apart.Select(a => a.Unit)).Order()));
        var staff = (await ReadAsync(Of(Role.Staff, "sen"), "sen")).Figures!.Places;
        Assert.All(staff, p => Assert.Equal(["sen"], p.Board.Rows.Select(r => r.Unit).Concat(p.Board.Apart.Select(a => a.Unit))));
        Assert.Empty((await ReadAsync(Of(Role.Commander, "city"), "city")).Figures!.Places);

        var page = WebUtility.HtmlDecode(await (await app.SignInAsync(Role.Chief, "sen")).ReadAsync("/units/sen"));
        Assert.Contains("/leaderboards?group=wards&period=2026-03&metric=valuable_ratio", page, StringComparison.Ordinal);
        Assert.Contains("Chưa xếp hạng", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_have_their_twelve_months_beside_them_and_lead_to_the_comparison_and_to_files()
    {
        var courses = (await ReadAsync(Of(Role.Chief, "sen"), "sen")).Figures!.Courses;
        var received = courses.Single(c => c.Measure.Name == "tipoffs_received").Lines[0];
        Assert.Equal((12, 3.0, null), (received.Points.Count, received.Total!.Value.Value, received.Group));

        var visitor = await app.SignInAsync(Role.Chief, "sen");
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync("/units/sen?month=2026-03"));
        Assert.Contains("class=\"spark\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/compare?unit=sen&period=2025-04-01..2026-03-10&by=Month\"", page, StringComparison.Ordinal);
        var file = Regex.Match(page, "href=\"(/compare/csv[^\"]+)\"").Groups[1].Value;
        Assert.Equal("/compare/csv?unit=sen&period=2026-03-01..2026-03-10&measure=valuable_ratio&by=Month", file);
        using var csv = await visitor.GetAsync(file);
        Assert.Contains("Phường Sen", await csv.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private Asker Of(Role role, string unit) => new(role, tree.Find(unit)!.Id, 30, "nguoi-xem");

    private Task<UnitAnswer> ReadAsync(Asker asker, string key, UnitPeriod? period = null) =>
        app.Get<UnitFiguresQuery>().ReadAsync(asker, key, period ?? Year, CancellationToken.None);

    private static string Said(TipoffBreakdown line) => $"{line.Key}={line.Ratio.Valuable}/{line.Ratio.Received}";

    private async Task EnterAsync(string unit, int daysAgo, Verdict? verdict, int? page = null)
    {
        var desk = app.Get<TipoffDesk>();
        var staff = new Asker(Role.Staff, tree.Find(unit)!.Id, 1, "can-bo");
        var entry = new NewTipoff(Guid.NewGuid().ToString(), page is null ? TipoffSource.Phone : TipoffSource.Page, staff.UnitId!.Value, TipoffCategory.Theft, clock.Now.AddDays(-daysAgo)) { Words = "Mất xe", PageId = page };
        var tipoff = (await desk.EnterAsync(entry, staff, CancellationToken.None)).Tipoff!;
        if (verdict is null)
            return;
        var second = new Asker(Role.Commander, tree.Find("city")!.Id, 2, "chi-huy") { MayConfirm = true };
        Step[] steps = verdict == Verdict.Valuable ? [Step.Take, Step.Assess(verdict.Value, "rõ"), Step.Confirm()] : [Step.Take, Step.Assess(verdict.Value, "rõ")];
        foreach (var step in steps)
        {
            var done = await desk.TakeStepAsync(tipoff.Number, tipoff.Version, step, step.Kind == StepKind.Confirm ? second : staff, CancellationToken.None);
            Assert.Null(done.Refusal);
            tipoff = done.Tipoff!;
        }
    }
}
