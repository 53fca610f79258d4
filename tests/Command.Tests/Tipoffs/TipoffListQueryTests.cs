using Command.Data;
using Command.Tipoffs;

namespace Command.Tests.Tipoffs;

public sealed class TipoffListQueryTests : IAsyncLifetime
{
    private readonly DeskFixture desk = new();
    private TipoffListQuery list = null!;
    private TipoffRatios ratios = null!;
    private TipoffRecordQuery records = null!;

    public async Task InitializeAsync()
    {
        await desk.InitializeAsync();
        ratios = new TipoffRatios(desk.Database, desk.Worlds.Registry);
        list = new TipoffListQuery(desk.Database, desk.Worlds.Registry, ratios, desk.Time);
        records = new TipoffRecordQuery(desk.Database, desk.Worlds.Registry, desk.Desk, list);
    }

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task The_oldest_that_waits_comes_first_and_what_is_done_is_gone()
    {
        var now = desk.Time.Now;
        var young = await desk.EnterAsync(desk.Entry(at: now.AddHours(-1)));
        var old = await desk.EnterAsync(desk.Entry(at: now.AddDays(-3)));
        var done = await desk.DoAsync(await desk.EnterAsync(desk.Entry(at: now.AddDays(-9))), (desk.Binh, Step.Take), (desk.Binh, Step.Assess(Verdict.False, "sai")));

        Assert.Equal([old.Number, young.Number], await NumbersAsync(new TipoffFilter()));
        Assert.Equal([old.Number], await NumbersAsync(new TipoffFilter { IsOverdue = true }));
        Assert.Equal([done.Number], await NumbersAsync(new TipoffFilter { Show = TipoffShow.False }));
        Assert.Equal([young.Number, old.Number, done.Number], await NumbersAsync(new TipoffFilter { Show = TipoffShow.All }));
    }

    [Fact]
    public async Task Every_filter_narrows()
    {
        var now = desk.Time.Now;
        var plain = await desk.EnterAsync(desk.Entry(at: now.AddDays(-2)));
        var urgent = await desk.EnterAsync(desk.Entry() with { Urgency = Urgency.Urgent });
        var theft = await desk.EnterAsync(desk.Entry() with { Category = TipoffCategory.Theft });
        var walkedIn = await desk.EnterAsync(desk.Entry() with { Source = TipoffSource.InPerson });
        var ofMai = await desk.EnterAsync(desk.Entry("mai"));

        Assert.Equal([urgent.Number], await NumbersAsync(new TipoffFilter { Urgency = Urgency.Urgent }));
        Assert.Equal([theft.Number], await NumbersAsync(new TipoffFilter { Category = TipoffCategory.Theft }));
        Assert.Equal([walkedIn.Number], await NumbersAsync(new TipoffFilter { Source = TipoffSource.InPerson }));
        Assert.Equal([ofMai.Number], await NumbersAsync(new TipoffFilter { UnitKey = "mai" }));
        Assert.Equal(5, (await NumbersAsync(new TipoffFilter { UnitKey = "north" })).Count);
        var day = LocalTime.DayOf(now.AddDays(-2));
        Assert.Equal([plain.Number], await NumbersAsync(new TipoffFilter { From = day, To = day }));
    }

    [Fact]
    public async Task Nobody_sees_beyond_his_scope_whatever_the_address_says()
    {
        await desk.EnterAsync();
        var ofMai = desk.Person(Role.Chief, "mai", 7);

        Assert.Empty((await list.ReadAsync(new TipoffFilter { Show = TipoffShow.All }, ofMai, CancellationToken.None)).Lines);
        var guessed = await list.ReadAsync(new TipoffFilter { UnitKey = "sen", Show = TipoffShow.All }, ofMai, CancellationToken.None);
        Assert.Equal((true, 0, null), (guessed.IsUnknownUnit, guessed.Total, guessed.Ratio));
        var analyst = await list.ReadAsync(new TipoffFilter { Show = TipoffShow.All }, desk.Person(Role.Analyst, null, 8), CancellationToken.None);
        Assert.Equal((0, 1), (analyst.Total, analyst.Ratio!.Received));
        Assert.Null(await records.ReadAsync("TB-2026-000001", ofMai, CancellationToken.None));
        Assert.Null(await records.ReadAsync("TB-2026-000001", desk.Person(Role.Wall, null, 0), CancellationToken.None));
    }

    [Fact]
    public async Task What_is_put_up_is_shown_to_those_who_may_confirm_it_and_to_no_other()
    {
        var put = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take), (desk.Binh, Step.Assess(Verdict.Valuable, "rõ")));
        await desk.EnterAsync();

        Assert.Equal([put.Number], (await records.PutUpAsync(desk.OfNorth, CancellationToken.None)).Select(l => l.Number));
        Assert.Empty(await records.PutUpAsync(desk.OfNorth with { MayConfirm = false }, CancellationToken.None));
        Assert.Empty(await records.PutUpAsync(desk.Person(Role.Chief, "sen", 2, confirms: true), CancellationToken.None));
        Assert.Empty(await records.PutUpAsync(desk.Person(Role.Chief, "mai", 7, confirms: true), CancellationToken.None));
        Assert.Equal([StepKind.Confirm, StepKind.Return], (await records.ReadAsync(put.Number, desk.OfNorth, CancellationToken.None))!.Offered);
    }

    [Fact]
    public async Task The_ratio_is_told_apart_by_unit_page_platform_category_and_month()
    {
        var sen = desk.Entry(at: DateTimeOffset.Parse("2026-02-28T23:30:00+07:00", null)) with { PageId = desk.Tree.FindPage("sen-zalo")!.Id };
        await desk.DoAsync(await desk.EnterAsync(sen), (desk.Binh, Step.Take), (desk.Binh, Step.Assess(Verdict.Valuable, "rõ")), (desk.OfNorth, Step.Confirm()));
        await desk.EnterAsync(desk.Entry("mai"));
        var (from, to) = (new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
        async Task<string> ByAsync(TipoffDimension dimension) => string.Join(
            " ", (await ratios.ByAsync(dimension, null, from, to, CancellationToken.None)).Select(b => $"{b.Key}={b.Ratio.Valuable}/{b.Ratio.Received}"));

        Assert.Equal("mai=0/1 sen=1/1", await ByAsync(TipoffDimension.Unit));
        Assert.Equal("=0/1 sen-zalo=1/1", await ByAsync(TipoffDimension.Page));
        Assert.Equal("=0/1 Zalo=1/1", await ByAsync(TipoffDimension.Platform));
        Assert.Equal("Fraud=1/2", await ByAsync(TipoffDimension.Category));
        Assert.Equal("2026-02=1/1 2026-03=0/1", await ByAsync(TipoffDimension.Month));
        Assert.Equal((1, 1), (await ratios.ReadAsync(desk.Unit("sen"), from, to, CancellationToken.None)) is var r ? (r.Valuable, r.Received) : default);
    }

    [Fact]
    public async Task Agreement_is_counted_from_the_looks()
    {
        foreach (var kind in (StepKind[])[StepKind.Agree, StepKind.Agree, StepKind.Disagree])
        {
            var seen = await desk.DoAsync(await desk.EnterAsync(), (desk.Binh, Step.Take));
            var drawn = await desk.NewDesk(recheckShare: 1).TakeStepAsync(seen.Number, seen.Version, Step.Assess(Verdict.False, "sai"), desk.Binh, CancellationToken.None);
            await desk.DoAsync(drawn.Tipoff!, (desk.OfNorth, new Step(kind, "xem lại")));
        }

        var today = LocalTime.DayOf(desk.Time.Now);
        Assert.Equal(new Agreement(2, 3), await records.AgreementAsync(null, today, today, CancellationToken.None));
        Assert.Equal(new Agreement(0, 0), await records.AgreementAsync(null, today.AddDays(-9), today.AddDays(-1), CancellationToken.None));
    }

    private async Task<List<string>> NumbersAsync(TipoffFilter filter) =>
        [.. (await list.ReadAsync(filter, desk.Person(Role.Commander, null, 40), CancellationToken.None)).Lines.Select(l => l.Number)];
}
