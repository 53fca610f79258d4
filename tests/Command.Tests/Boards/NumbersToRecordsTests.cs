using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bunit;
using Command.Boards;
using Command.Boards.Tipoffs;
using Command.Data;
using Command.Live;
using Command.Messages;
using Command.People;
using Command.Tests.Tipoffs;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Boards;

/// <summary>The number that a link carries is the number of rows of the list that it leads to.</summary>
public sealed partial class NumbersToRecordsTests : IAsyncLifetime
{
    private readonly DeskFixture desk = new();
    private TipoffRatios ratios = null!;
    private TipoffListQuery list = null!;

    public async Task InitializeAsync()
    {
        await desk.InitializeAsync();
        await desk.MoveSenAsync();
        ratios = new TipoffRatios(desk.Database, desk.Worlds.Registry);
        list = new TipoffListQuery(desk.Database, desk.Worlds.Registry, ratios, desk.Time);
        await FillAsync();
    }

    public Task DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(Role.Commander, "city", "city")]
    [InlineData(Role.Commander, "city", "north")]
    [InlineData(Role.Commander, "city", "south")]
    [InlineData(Role.Chief, "north", "north")]
    [InlineData(Role.Chief, "south", "south")]
    [InlineData(Role.Staff, "sen", "sen")]
    [InlineData(Role.Administrator, null, null)]
    public async Task Every_part_of_the_boards_ratio_leads_to_as_many_tipoffs(Role role, string? of, string? unit)
    {
        var snapshot = await new BoardReader(desk.Database, desk.Worlds.Registry, desk.Targets, desk.Time).ReadAsync(null, null, CancellationToken.None);
        using var screen = new Screen();
        var panel = screen.Render<RatioPanel>(p => p
            .Add(x => x.Ratios, ScopeRatios.Of(snapshot, desk.Tree, unit is null ? null : desk.Unit(unit)))
            .Add(x => x.UnitKey, unit)
            .Add(x => x.Leads, true));

        Assert.True(await CheckAsync(panel, desk.Person(role, of, 7)) >= 5);
    }

    [Theory]
    [InlineData(TipoffDimension.Unit)]
    [InlineData(TipoffDimension.Page)]
    [InlineData(TipoffDimension.Platform)]
    [InlineData(TipoffDimension.Category)]
    [InlineData(TipoffDimension.Month)]
    public async Task Every_line_of_a_breakdown_leads_to_as_many_tipoffs(TipoffDimension dimension)
    {
        var (from, to) = (new DateOnly(2026, 2, 5), new DateOnly(2026, 3, 10));
        foreach (var unit in (string?[])[null, "north", "south", "sen"])
        {
            using var screen = new Screen();
            var table = screen.Render<RatioTable>(t => t
                .Add(x => x.Lines, ratios.ByAsync(dimension, unit is null ? null : desk.Unit(unit), from, to, CancellationToken.None).Result)
                .Add(x => x.Dimension, dimension)
                .Add(x => x.Tree, desk.Tree)
                .Add(x => x.Within, new TipoffFilter { UnitKey = unit, From = from, To = to }));

            Assert.True(await CheckAsync(table, desk.Person(Role.Commander, null, 7)) >= 2);
        }
    }

    [Fact]
    public async Task What_a_moved_ward_received_before_stays_with_whom_it_counts_for_and_its_new_district_works_on()
    {
        var (ofNorth, ofSouth) = (desk.Person(Role.Chief, "north", 7), desk.Person(Role.Chief, "south", 8));
        var february = new TipoffFilter { CreditedUnitKey = "sen", Show = TipoffShow.All, From = new DateOnly(2026, 2, 1), To = new DateOnly(2026, 2, 28) };
        var records = new TipoffRecordQuery(desk.Database, desk.Worlds.Registry, desk.Desk, list);

        var counted = await list.ReadAsync(february, ofNorth, CancellationToken.None);
        Assert.NotEmpty(counted.Lines);
        Assert.Empty((await list.ReadAsync(february, ofSouth, CancellationToken.None)).Lines);
        var record = await records.ReadAsync(counted.Lines[0].Number, ofNorth, CancellationToken.None);
        Assert.Equal((false, 0), (record!.MaySeeWords, record.Offered.Count));
        Assert.Equal(RefusedFor.NoRight, (await desk.Desk.LookAsync(counted.Lines[0].Number, ofNorth, CancellationToken.None)).Refusal!.Code);

        var queue = new TipoffFilter { CreditedUnitKey = "sen" };
        Assert.Empty((await list.ReadAsync(queue, ofNorth, CancellationToken.None)).Lines);
        Assert.Contains((await list.ReadAsync(queue, ofSouth, CancellationToken.None)).Lines, l => LocalTime.DayOf(l.ReceivedAt).Month == 2);
    }

    [Fact]
    public async Task What_waits_on_the_board_stands_in_the_queue_it_leads_to()
    {
        await using var app = await Browser.District.StartAsync();
        for (var n = 0; n < 7; n++)
            await Browser.District.WriteAsync(app, $"m{n}", ward: n % 2, person: $"p{n}");
        (await app.Http.PostZaloAsync(TestDoor.ZaloText(Browser.District.Oa(0), "late", "late", Browser.District.Now(app).AddHours(-30)))).EnsureSuccessStatusCode();
        var commander = new Asker(Role.Commander, null, 1, "an");
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        foreach (var scope in (Scope[])[Scope.Whole, new("ward-1", null), new(null, "ward-2-zalo")])
        {
            using var screen = new Screen();
            var board = screen.Board((await app.Get<BoardQuery>().ViewAsync(commander, scope, CancellationToken.None))!);
            var links = board.FindAll("a.records[href^='/messages']").Where(a => !a.GetAttribute("href")!.Contains("kind=", StringComparison.Ordinal)).ToList();
            Assert.True(links.Count >= 1);
            foreach (var link in links)
            {
                var asked = Asked(link);
                var filter = new QueueFilter(
                    asked.TryGetValue("unit", out var unit) ? tree.Find(unit)!.Id : null,
                    Overdue: asked.ContainsKey("overdue"),
                    PageId: asked.TryGetValue("page", out var page) ? tree.FindPage(page)!.Id : null);
                Assert.Equal(link.TextContent.Trim(), $"{(await app.Get<MessageQueueQuery>().ReadAsync(commander, filter, CancellationToken.None)).Lines.Count}");
            }
        }
    }

    [Fact]
    public void Whoever_sees_no_records_reads_plain_numbers()
    {
        using var screen = new Screen();
        var day = SampleBoards.Day();
        Assert.NotEmpty(screen.Board(day).FindAll("a.records"));
        Assert.Empty(screen.Board(day with { Feed = null }).FindAll("a.records"));
    }

    private async Task<int> CheckAsync<T>(IRenderedComponent<T> drawn, Asker asker)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        var links = drawn.FindAll("a.records").Where(a => a.GetAttribute("href")!.StartsWith("/tipoffs", StringComparison.Ordinal)).ToList();
        foreach (var link in links)
        {
            var q = Asked(link);
            string? Get(string name) => q.GetValueOrDefault(name);
            var filter = TipoffAddress.Read(
                Get("unit"), Get("state"), Get("category"), Get("urgency"), Get("source"), Get("overdue"), Get("from"), Get("to"), Get("page"), Get("of"), Get("on"), Get("platform"));
            Assert.Equal((link.GetAttribute("href"), link.TextContent.Trim()), (TipoffAddress.Write(filter), (await list.ReadAsync(filter, asker, CancellationToken.None)).Total.ToString(CultureInfo.InvariantCulture)));
        }

        return links.Count;
    }

    private static Dictionary<string, string> Asked(IElement link) =>
        Parameter().Matches(link.GetAttribute("href")!).ToDictionary(m => m.Groups[1].Value, m => Uri.UnescapeDataString(m.Groups[2].Value));

    /// <summary>Two months of both wards, in all states.</summary>
    private async Task FillAsync()
    {
        var dice = new Dice(3);
        var (commander, second) = (desk.Person(Role.Commander, "city", 41), desk.Person(Role.Commander, "city", 42, confirms: true));
        for (var i = 0; i < 60; i++)
        {
            var ward = dice.Of(["sen", "mai"]);
            var entry = desk.Entry(ward, at: desk.Time.Now.AddDays(-dice.Below(45))) with
            {
                Category = dice.Of([TipoffCategory.Fraud, TipoffCategory.Theft]),
                PageId = dice.Below(3) == 0 ? null : desk.Tree.FindPage(ward == "sen" ? "sen-zalo" : "mai-facebook")!.Id,
            };
            var entered = await desk.EnterAsync(entry, commander);
            if (dice.Below(3) > 0)
                entered = await desk.DoAsync(entered, (commander, Step.Take), (commander, Step.Assess(dice.Of([Verdict.Valuable, Verdict.Spam, Verdict.False]), "rõ")));
            if (entered.AwaitingSince is not null && dice.Below(2) == 0)
                await desk.DoAsync(entered, (second, Step.Confirm()));
        }
    }

    [GeneratedRegex("[?&]([a-z]+)=([^&]*)")]
    private static partial Regex Parameter();
}
