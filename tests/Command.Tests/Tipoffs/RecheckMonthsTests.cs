using Command.Data;
using Command.Tipoffs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Tipoffs;

public sealed class RecheckMonthsTests : IAsyncLifetime
{
    private const double Share = 0.07;

    private readonly DeskFixture desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task Of_a_closed_month_each_unit_has_at_least_its_share_and_a_small_unit_is_not_passed_over()
    {
        await AssessAsync("sen", 43);
        await AssessAsync("mai", 2);
        await AssessAsync("north", 1, Verdict.Valuable);
        Assert.Equal(0, await Months().CloseAsync(CancellationToken.None));

        desk.Time.Now = desk.Time.Now.AddMonths(1);
        var chosen = await Months().CloseAsync(CancellationToken.None);

        // 7 % of 43 are 3.01.
        Assert.Equal((4, 1, 0), (await DrawnAsync("sen"), await DrawnAsync("mai"), await DrawnAsync("north")));
        Assert.Equal((5, 0), (chosen, await Months().CloseAsync(CancellationToken.None)));
        await using var db = desk.Database.CreateDbContext();
        Assert.Equal(5, await db.AuditRecords.CountAsync(r => r.Action == "tipoff.drawn"));
        Assert.Null((await desk.Audit.VerifyAsync(null, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task What_was_chosen_at_once_counts_and_what_is_chosen_later_is_looked_at_like_it()
    {
        await AssessAsync("sen", 60, share: Share);
        var atOnce = await DrawnAsync("sen");
        desk.Time.Now = desk.Time.Now.AddMonths(1);

        await Months().CloseAsync(CancellationToken.None);

        Assert.Equal(Math.Max(atOnce, 5), await DrawnAsync("sen"));
        await using var db = desk.Database.CreateDbContext();
        var one = await db.Tipoffs.AsNoTracking().FirstAsync(t => t.Recheck == Recheck.Due);
        var agreed = await desk.DoAsync(one, (desk.OfNorth, new Step(StepKind.Agree)));
        Assert.Equal(Recheck.Agreed, agreed.Recheck);
        Assert.Equal(0, await Months().CloseAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Every_node_draws_the_same_lots_and_without_the_key_nobody_knows_them()
    {
        string[] numbers = [.. Enumerable.Range(1, 4_000).Select(n => TipoffNumber.Write("TB-2026", n))];
        string[] Drawn(RecheckLots lots) => [.. numbers.Where(n => lots.Draws(n, 2))];
        var here = Drawn(desk.Lots(Share));

        Assert.Equal(here, Drawn(desk.Lots(Share)));
        Assert.InRange(here.Length, 200, 360);
        await using var other = await TestDatabase.CreateAsync();
        var elsewhere = Drawn(new RecheckLots(new ProtectedKeys(other, new EphemeralDataProtectionProvider()), DeskFixture.Settings(Share)));
        Assert.InRange(here.Intersect(elsewhere).Count(), 0, 60);
        Assert.Empty(Drawn(desk.Lots(0)));
        Assert.Equal(numbers, Drawn(desk.Lots(1)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(14, 1)]
    [InlineData(15, 2)]
    [InlineData(100, 7)]
    [InlineData(101, 8)]
    public void At_least_the_share_is_needed(int assessed, int needed) => Assert.Equal(needed, desk.Lots(Share).Needed(assessed));

    [Fact]
    public async Task Agreement_is_told_by_unit()
    {
        foreach (var (unit, kind) in ((string, StepKind)[])[("sen", StepKind.Agree), ("sen", StepKind.Disagree), ("mai", StepKind.Agree)])
        {
            var drawn = await AssessAsync(unit, 1, share: 1);
            await desk.DoAsync(drawn[0], (desk.OfNorth, new Step(kind, "xem lại")));
        }

        var records = new TipoffRecordQuery(desk.Database, desk.Worlds.Registry, desk.Desk, new TipoffListQuery(desk.Database, desk.Worlds.Registry, new TipoffRatios(desk.Database, desk.Worlds.Registry), desk.Time));
        var today = LocalTime.DayOf(desk.Time.Now);
        Task<Agreement> OfAsync(string unit) => records.AgreementAsync(desk.Unit(unit), today, today, CancellationToken.None);
        Assert.Equal(new Agreement(1, 2), await OfAsync("sen"));
        Assert.Equal(new Agreement(1, 1), await OfAsync("mai"));
        Assert.Equal(new Agreement(2, 3), await OfAsync("north"));
    }

    private RecheckMonths Months() => new(desk.Database, desk.Lots(Share), desk.Audit, desk.Time);

    private async Task<List<Tipoff>> AssessAsync(string unit, int count, Verdict verdict = Verdict.NotValuable, double share = 0)
    {
        var (staff, at) = (desk.Person(Role.Staff, unit, 1), desk.NewDesk(share));
        var assessed = new List<Tipoff>();
        for (var i = 0; i < count; i++)
        {
            var taken = await desk.DoAsync(await desk.EnterAsync(desk.Entry(unit)), (staff, Step.Take));
            assessed.Add((await at.TakeStepAsync(taken.Number, taken.Version, Step.Assess(verdict, "không rõ"), staff, CancellationToken.None)).Tipoff!);
        }

        return assessed;
    }

    private async Task<int> DrawnAsync(string unit)
    {
        var id = desk.Unit(unit);
        await using var db = desk.Database.CreateDbContext();
        return await db.Tipoffs.CountAsync(t => t.CreditedUnitId == id && t.Recheck != Recheck.None);
    }
}
