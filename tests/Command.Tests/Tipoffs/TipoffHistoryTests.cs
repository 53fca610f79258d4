using Command.Data;
using Command.People;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Tipoffs;

/// <summary>Long made-up histories by many people: whatever they try, the sums stay those of the records.</summary>
public sealed class TipoffHistoryTests : IAsyncLifetime
{
    private readonly DeskFixture desk = new();

    public Task InitializeAsync() => desk.InitializeAsync();

    public Task DisposeAsync() => desk.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_any_history_the_counts_are_those_of_the_records_and_the_trail_tells_the_state(int seed)
    {
        var dice = new Dice(seed);
        Asker[] people =
        [
            desk.Binh,
            desk.Person(Role.Chief, "sen", 2, confirms: true),
            desk.Person(Role.Staff, "mai", 3),
            desk.OfNorth,
            desk.Person(Role.Commander, "city", 5, confirms: true),
            desk.Person(Role.Commander, "city", 6, confirms: true),
            desk.Person(Role.Analyst, null, 7),
        ];
        var tipoffs = new List<Tipoff>();
        var drawing = desk.NewDesk(recheckShare: 0.5);
        var records = new TipoffRecordQuery(desk.Database, desk.Worlds.Registry, desk.Desk, new TipoffListQuery(desk.Database, desk.Worlds.Registry, new TipoffRatios(desk.Database, desk.Worlds.Registry), desk.Time));
        for (var i = 0; i < 300; i++)
        {
            desk.Time.Now += TimeSpan.FromHours(dice.Below(9));
            if (tipoffs.Count < 8 || dice.Below(30) == 0)
                tipoffs.Add(await desk.EnterAsync(desk.Entry(dice.Of(["sen", "mai", "north", "city"]), at: desk.Time.Now.AddDays(-dice.Below(40))), desk.Person(Role.Commander, null, 40)));
            var at = dice.Below(tipoffs.Count);
            var asker = dice.Of(people);
            var offered = (await records.ReadAsync(tipoffs[at].Number, asker, CancellationToken.None))?.Offered ?? [];
            // Most press a button they are offered; some press what they saw long ago, or send what no button offers.
            var kind = offered.Count > 0 && dice.Below(4) > 0 ? dice.Of(offered) : dice.Of(Enum.GetValues<StepKind>());
            var version = dice.Below(8) == 0 ? 1 : tipoffs[at].Version;
            var result = await drawing.TakeStepAsync(tipoffs[at].Number, version, StepOf(kind, dice, tipoffs), asker, CancellationToken.None);
            tipoffs[at] = result.Tipoff ?? tipoffs[at];
        }

        Assert.Empty(await desk.DriftsAsync());
        await using var db = desk.Database.CreateDbContext();
        var trail = (await db.TipoffSteps.AsNoTracking().ToListAsync()).ToLookup(s => s.TipoffId);
        foreach (var tipoff in await db.Tipoffs.AsNoTracking().ToListAsync())
        {
            var steps = trail[tipoff.Id].OrderBy(s => s.Number).ToList();
            Assert.Equal(Enumerable.Range(1, tipoff.Version), steps.Select(s => s.Number));
            Assert.Equal(tipoff.State, steps[^1].To);
            Assert.All(steps.Zip(steps.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.True(tipoff.ConfirmedBy is null || (tipoff.ConfirmedBy != tipoff.AssessedBy && tipoff.ConfirmedBy != tipoff.EnteredBy));
            Assert.Equal(tipoff.DueAt is null, tipoff.State is TipoffState.Assessed or TipoffState.Confirmed or TipoffState.Closed);
        }

        Assert.True(trail.Sum(t => t.Count()) > 60, $"The history moved too little to show anything: {trail.Sum(t => t.Count())} steps.");
        Assert.Null((await desk.Audit.VerifyAsync(null, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task A_count_that_was_changed_by_hand_is_found_and_mended()
    {
        await desk.EnterAsync();
        await using (var db = desk.Database.CreateDbContext())
            await db.TipoffDays.ExecuteUpdateAsync(d => d.SetProperty(x => x.Count, 5));

        var drift = Assert.Single(await desk.DriftsAsync());
        Assert.Equal((5, 1), (drift.Stands, drift.Should));
        Assert.Single(await desk.Rebuild.CorrectAsync(DateOnly.MinValue, DateOnly.MaxValue, CancellationToken.None));
        Assert.Empty(await desk.DriftsAsync());
    }

    private Step StepOf(StepKind kind, Dice dice, List<Tipoff> tipoffs) => kind switch
    {
        StepKind.Assess => Step.Assess(dice.Of(Enum.GetValues<Verdict>()), "vì", dice.Of(tipoffs).Number),
        StepKind.Forward => Step.Forward(desk.Unit(dice.Of(["mai", "sen", "city"])), "chuyển"),
        StepKind.Close => Step.Close(dice.Of(Enum.GetValues<Outcome>())),
        _ => new Step(kind, "vì") { Outcomes = new Dictionary<Outcome, int> { [dice.Of(Enum.GetValues<Outcome>())] = 1 } },
    };
}
