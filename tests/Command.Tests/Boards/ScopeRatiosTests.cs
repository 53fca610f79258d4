using Command.Boards;
using Command.Data;
using Command.Live;
using Command.People;
using Command.Tests.Tipoffs;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Boards;

/// <summary>The board's ratio from the shared snapshot against the one that is read from the counted days.</summary>
public sealed class ScopeRatiosTests : IAsyncLifetime
{
    private static readonly (DateOnly From, DateOnly To) march = (new(2026, 3, 1), new(2026, 3, 10));
    private static readonly (DateOnly From, DateOnly To) february = (new(2026, 2, 1), new(2026, 2, 28));

    private readonly DeskFixture desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_ratio_of_any_scope_is_that_of_the_counted_days_though_a_ward_has_moved(int seed)
    {
        await desk.MoveSenAsync();
        var dice = new Dice(seed);
        for (var i = 0; i < 40; i++)
        {
            var entered = await desk.EnterAsync(desk.Entry(dice.Below(2) == 0 ? "sen" : "mai", at: desk.Time.Now.AddDays(-dice.Below(45))), desk.Person(Role.Commander, "city", 40));
            var commander = desk.Person(Role.Commander, "city", 41);
            if (dice.Below(3) > 0)
                entered = await desk.DoAsync(entered, (commander, Step.Take), (commander, Step.Assess((Verdict)(1 + dice.Below(3)), "rõ")));
            if (entered.AwaitingSince is not null && dice.Below(2) == 0)
                await desk.DoAsync(entered, (desk.Person(Role.Commander, "city", 42, confirms: true), Step.Confirm()));
        }

        var snapshot = await ReadAsync(desk);
        var ratios = new TipoffRatios(desk.Database, desk.Worlds.Registry);
        foreach (var unit in (int?[])[null, desk.Unit("city"), desk.Unit("north"), desk.Unit("south"), desk.Unit("sen"), desk.Unit("mai")])
        {
            var drawn = ScopeRatios.Of(snapshot, desk.Tree, unit);
            Assert.Equal((march.From, march.To), (drawn.Now.From, drawn.Now.To));
            Assert.Equal((february.From, february.To), (drawn.Before.From, drawn.Before.To));
            Assert.Equal(await ratios.ReadAsync(unit, march.From, march.To, CancellationToken.None), drawn.Now.Ratio);
            Assert.Equal(await ratios.ReadAsync(unit, february.From, february.To, CancellationToken.None), drawn.Before.Ratio);
        }

        Assert.True(ScopeRatios.Of(snapshot, desk.Tree, desk.Unit("south")).Before.Ratio.Received == 0);
        Assert.True(ScopeRatios.Of(snapshot, desk.Tree, desk.Unit("south")).Now.Ratio.Received > 0);
    }

    [Fact]
    public async Task Candidates_of_today_and_of_days_before_stand_beside_it()
    {
        // The tenth of the month: yesterday is in it.
        var clock = new HandClock(new DateTimeOffset(2026, 3, 10, 3, 0, 0, TimeSpan.Zero));
        await using var app = await TestApp.StartAsync(clock, world: Browser.District.World("Bến Sông", "Gò Đình"));
        foreach (var (n, at) in ((int, DateTimeOffset)[])[(1, clock.Now), (2, clock.Now.AddHours(-1)), (3, clock.Now.AddDays(-1))])
            (await app.Http.PostZaloAsync(TestDoor.ZaloText(Browser.District.Oa(0), $"p{n}", $"m{n}", at, "Tôi báo tin có trộm"))).EnsureSuccessStatusCode();
        var ward = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find("ward-1")!.Id;

        var view = await app.Get<BoardQuery>().ViewAsync(TestAskers.Everything, new Scope("ward-1", null), CancellationToken.None);

        Assert.Equal(3, view!.Ratios!.Now.Ratio.Candidates);
        Assert.Equal(3, (await app.Get<TipoffRatios>().ReadAsync(ward, march.From, march.To, CancellationToken.None)).Candidates);
        Assert.Equal(0, (await app.Get<BoardQuery>().ViewAsync(TestAskers.Everything, new Scope("ward-2", null), CancellationToken.None))!.Ratios!.Now.Ratio.Candidates);
    }

    [Fact]
    public async Task A_step_changes_the_board_and_a_page_has_no_ratio()
    {
        await using var app = await Browser.District.StartAsync();
        var ward = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find("ward-1")!.Id;
        var boards = app.Get<BoardQuery>();
        async Task<TipoffRatio> RatioAsync() => (await boards.ViewAsync(TestAskers.Everything, Scope.Whole, CancellationToken.None))!.Ratios!.Now.Ratio;
        Assert.Equal(0, (await RatioAsync()).Received);

        var now = app.Get<TimeProvider>().GetUtcNow();
        var entry = new NewTipoff("1", TipoffSource.Phone, ward, TipoffCategory.Theft, now) { Words = "Mất xe" };
        Assert.Null((await app.Get<TipoffDesk>().EnterAsync(entry, new Asker(Role.Staff, ward, 7, "an"), CancellationToken.None)).Refusal);

        Assert.Equal((1, 1, true), (await RatioAsync()) is var r ? (r.Received, r.Pending, r.IsProvisional) : default);
        Assert.Null((await boards.ViewAsync(TestAskers.Everything, new Scope(null, "ward-1-zalo"), CancellationToken.None))!.Ratios);
    }

    private static Task<BoardSnapshot> ReadAsync(DeskFixture desk) =>
        new BoardReader(desk.Database, desk.Worlds.Registry, desk.Targets, desk.Time).ReadAsync(null, null, CancellationToken.None);
}
