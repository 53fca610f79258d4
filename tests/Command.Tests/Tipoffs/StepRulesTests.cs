using Command.Data;
using Command.People;
using Command.Tipoffs;

namespace Command.Tests.Tipoffs;

public sealed class StepRulesTests
{
    private static readonly Station station = new();

    /// <summary>Every state a tip-off can be in, and how it got there.</summary>
    private static readonly Dictionary<string, Func<Tipoff>> states = new()
    {
        ["received"] = () => station.Received(),
        ["verifying"] = () => station.Verifying(),
        ["put up as valuable"] = () => station.Assessed(Verdict.Valuable),
        ["put up as duplicate"] = () => station.Assessed(Verdict.Duplicate),
        ["put up as spam"] = () => station.Assessed(Verdict.Spam),
        ["not valuable"] = () => station.Assessed(Verdict.NotValuable),
        ["false"] = () => station.Assessed(Verdict.False),
        ["drawn for re-check"] = Drawn,
        ["returned"] = () => station.After(station.Assessed(Verdict.Valuable), (station.OfNorth, Step.Return("thiếu căn cứ"))),
        ["confirmed"] = () => station.Confirmed(),
        ["closed valuable"] = () => station.After(station.Confirmed(), (station.Binh, Step.Close(Outcome.OffenderCaught))),
        ["closed false"] = () => station.After(station.Assessed(Verdict.False), (station.Binh, Step.Close())),
    };

    /// <summary>The whole table: in each state what the staff of the unit and a confirmer above it may do; nobody else anything.</summary>
    public static TheoryData<string, StepKind[], StepKind[]> Table => new()
    {
        { "received", [StepKind.Take, StepKind.Forward], [] },
        { "verifying", [StepKind.Forward, StepKind.Extend, StepKind.Assess], [] },
        { "put up as valuable", [], [StepKind.Confirm, StepKind.Return] },
        { "put up as duplicate", [], [StepKind.Confirm, StepKind.Return] },
        { "put up as spam", [], [StepKind.Confirm, StepKind.Return] },
        { "not valuable", [StepKind.AddOutcome, StepKind.Close], [] },
        { "false", [StepKind.AddOutcome, StepKind.Close], [] },
        { "drawn for re-check", [StepKind.AddOutcome, StepKind.Close], [StepKind.Agree, StepKind.Disagree] },
        { "returned", [StepKind.Forward, StepKind.Extend, StepKind.Assess], [] },
        { "confirmed", [StepKind.AddOutcome, StepKind.Close], [StepKind.Return] },
        { "closed valuable", [StepKind.AddOutcome], [StepKind.Return] },
        { "closed false", [StepKind.AddOutcome], [] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_state_allows_its_steps_to_those_who_may_and_no_other_step_to_anybody(string state, StepKind[] byStaff, StepKind[] byConfirmer)
    {
        var tipoff = states[state]();

        Assert.Equal(byStaff, Offered(station.Binh));
        Assert.Equal(byStaff.Concat(byConfirmer).Order(), Offered(station.OfNorth).Order());
        Assert.All(Enum.GetValues<Role>(), role => Assert.Empty(Offered(new Asker(role, station.Mai, 30) { MayConfirm = true })));
        Assert.Empty(Offered(new Asker(Role.Analyst, station.Sen, 31) { MayConfirm = true }));
        Assert.Empty(Offered(new Asker(Role.Administrator, null, 32) { MayConfirm = true }));
        Assert.Empty(Offered(new Asker(Role.Wall, station.North)));
        Assert.Empty(Offered(new Asker(Role.Key, null)));

        IReadOnlyList<StepKind> Offered(Asker asker) => StepRules.Offered(tipoff, station.From(asker));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Judging_agrees_with_what_was_offered(string state, StepKind[] byStaff, StepKind[] byConfirmer)
    {
        var tipoff = states[state]();
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var isRefused = StepRules.Judge(tipoff, Complete(kind), station.From(station.OfNorth)).Refusal is not null;
            Assert.Equal(!byStaff.Concat(byConfirmer).Contains(kind), isRefused);
        }
    }

    [Fact]
    public void A_ruling_leaves_the_tipoff_as_it_was_and_counts_the_version()
    {
        var before = station.Received();

        var after = Station.Next(before, Step.Take, station.From(station.Binh));

        Assert.Equal((TipoffState.Received, 1), (before.State, before.Version));
        Assert.Equal((TipoffState.Verifying, 2), (after.State, after.Version));
    }

    [Theory]
    [InlineData(StepKind.Assess)]
    [InlineData(StepKind.Forward)]
    [InlineData(StepKind.Extend)]
    public void A_step_that_needs_a_reason_is_refused_without_one(StepKind kind)
    {
        foreach (var why in (string?[])[null, "", "  \n"])
            Assert.Equal(RefusedFor.WhyMissing, Refusal(station.Verifying(), Complete(kind) with { Why = why }, station.Binh));
        Assert.Equal(RefusedFor.WhyTooLong, Refusal(station.Verifying(), Complete(kind) with { Why = new string('a', 2_001) }, station.Binh));
    }

    [Fact]
    public void Sending_back_and_disagreeing_need_a_reason()
    {
        Assert.Equal(RefusedFor.WhyMissing, Refusal(station.Assessed(Verdict.Valuable), Step.Return(" "), station.OfNorth));
        Assert.Equal(RefusedFor.WhyMissing, Refusal(Drawn(), new Step(StepKind.Disagree), station.OfNorth));
    }

    [Fact]
    public void A_duplicate_names_an_original_that_exists_and_is_none_itself()
    {
        var (verifying, step) = (station.Verifying(), Step.Assess(Verdict.Duplicate, "trùng"));
        var original = new Tipoff { Id = 7, Number = "TB-2026-000007", OnceKey = "7" };
        string? Naming(Tipoff? named) => StepRules.Judge(verifying, step, station.From(station.Binh) with { Original = named }).Refusal?.Code;

        Assert.Equal(RefusedFor.OriginalUnknown, Naming(null));
        Assert.Equal(RefusedFor.OriginalIsItself, Naming(verifying));
        original.Verdict = Verdict.Duplicate;
        Assert.Equal(RefusedFor.OriginalIsDuplicate, Naming(original));
        original.Verdict = Verdict.Valuable;
        Assert.Null(Naming(original));
    }

    [Fact]
    public void A_copy_goes_to_a_living_unit_that_has_none_yet()
    {
        string? To(int? unit, params int[] recipients) => StepRules.Judge(
            station.Verifying(), Step.Forward(0, "chuyển") with { RecipientUnitId = unit }, station.From(station.Binh) with { Recipients = recipients }).Refusal?.Code;

        Assert.Null(To(station.Mai));
        Assert.Equal(RefusedFor.RecipientUnknown, To(null));
        Assert.Equal(RefusedFor.RecipientUnknown, To(4711));
        Assert.Equal(RefusedFor.RecipientUnknown, To(station.Gone));
        Assert.Equal(RefusedFor.RecipientIsCredited, To(station.Sen));
        Assert.Equal(RefusedFor.RecipientHasIt, To(station.Mai, station.Mai));
    }

    [Fact]
    public void A_copy_passed_on_meets_the_first_limit_and_moves_no_credit()
    {
        var passed = Station.Next(station.Received(), Step.Forward(station.Mai, "thuộc địa bàn"), station.From(station.Binh));

        Assert.Equal((station.Sen, TipoffState.Received, passed.DecideDue), (passed.CreditedUnitId, passed.State, passed.DueAt));
    }

    [Fact]
    public void Chance_draws_only_what_needs_no_confirmation()
    {
        foreach (var verdict in Enum.GetValues<Verdict>().Where(v => v != Verdict.Duplicate))
        {
            var drawn = Station.Next(station.Verifying(), Step.Assess(verdict, "vì"), station.From(station.Binh) with { IsDrawn = true });
            Assert.Equal(verdict is Verdict.NotValuable or Verdict.False ? Recheck.Due : Recheck.None, drawn.Recheck);
        }
    }

    [Fact]
    public void A_second_look_that_disagrees_sends_back_and_one_that_agrees_changes_nothing_else()
    {
        var agreed = Station.Next(Drawn(), new Step(StepKind.Agree), station.From(station.OfNorth));
        var disagreed = Station.Next(Drawn(), new Step(StepKind.Disagree, "có giá trị"), station.From(station.OfNorth));

        Assert.Equal((TipoffState.Assessed, Verdict.NotValuable, Recheck.Agreed), (agreed.State, agreed.Verdict, agreed.Recheck));
        Assert.Equal((TipoffState.Returned, null, Recheck.None), (disagreed.State, disagreed.Verdict, disagreed.Recheck));
    }

    [Fact]
    public void Time_that_a_confirmation_takes_is_never_the_units()
    {
        var put = station.Assessed(Verdict.Valuable);
        Assert.Null(put.DueAt);

        var returned = Station.Next(put, Step.Return("thiếu căn cứ"), station.From(station.OfNorth, Station.Noon.AddDays(40)));

        Assert.Equal(put.DecideDue.AddDays(40), returned.DueAt);
    }

    [Fact]
    public void A_valuable_tipoff_is_not_closed_without_an_outcome()
    {
        Assert.Equal(RefusedFor.OutcomeMissing, Refusal(station.Confirmed(), Step.Close(), station.Binh));
        Assert.Null(StepRules.Judge(station.Confirmed(), Step.Close(), station.From(station.Binh) with { HasOutcomes = true }).Refusal);
        Assert.Equal(RefusedFor.OutcomeCount, Refusal(station.Confirmed(), new Step(StepKind.Close) { Outcomes = new Dictionary<Outcome, int> { [Outcome.Fined] = -1 } }, station.Binh));
    }

    [Fact]
    public void Two_extensions_are_all()
    {
        var step = new Step(StepKind.Extend, "phức tạp");
        var twice = station.After(station.Verifying(), (station.Binh, step), (station.Binh, step));

        Assert.Equal(RefusedFor.NoMoreExtensions, Refusal(twice, step, station.Binh));
    }

    private static Tipoff Drawn() =>
        Station.Next(station.Verifying(), Step.Assess(Verdict.NotValuable, "không rõ"), station.From(station.Binh) with { IsDrawn = true });

    private static Step Complete(StepKind kind) => new(kind, "vì")
    {
        Verdict = Verdict.False,
        RecipientUnitId = station.Mai,
        Outcomes = new Dictionary<Outcome, int> { [Outcome.Referred] = 1 },
    };

    private static string? Refusal(Tipoff tipoff, Step step, Asker asker) => StepRules.Judge(tipoff, step, station.From(asker)).Refusal?.Code;
}
