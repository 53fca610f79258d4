using Command.Data;
using Command.People;
using Command.Tipoffs;

namespace Command.Tests.Tipoffs;

public sealed class ConfirmingTests
{
    private readonly Station station = new();

    [Fact]
    public void A_person_above_the_unit_with_the_right_confirms()
    {
        Assert.Null(Refusal(station.OfNorth));
        Assert.Null(Refusal(station.OfCity));
        Assert.False(station.Confirmed().ConfirmedInternally);
    }

    [Fact]
    public void The_right_is_one_of_its_own() =>
        Assert.Equal(RefusedFor.NoRightToConfirm, Refusal(station.OfNorth with { MayConfirm = false }));

    [Fact]
    public void Who_entered_or_assessed_it_never_confirms_it()
    {
        var ownEntry = station.Received();
        ownEntry.EnteredBy = station.OfNorth.PersonId;
        ownEntry = station.After(ownEntry, (station.Binh, Step.Take), (station.Binh, Step.Assess(Verdict.Valuable, "vì")));
        var ownAssessment = station.After(station.Verifying(), (station.OfNorth, Step.Assess(Verdict.Valuable, "vì")));

        Assert.Equal(RefusedFor.EnteredByYou, Refusal(station.OfNorth, ownEntry));
        Assert.Equal(RefusedFor.AssessedByYou, Refusal(station.OfNorth, ownAssessment));
    }

    [Fact]
    public void Nobody_of_the_assessing_unit_confirms_while_a_unit_stands_above() => Assert.Equal(RefusedFor.SameUnit, Refusal(station.Cuc));

    [Fact]
    public void A_neighbour_confirms_only_when_he_was_named()
    {
        Assert.Equal(RefusedFor.NotAbove, Refusal(station.OfMai));
        Assert.Null(Refusal(station.OfMai with { ConfirmsFor = new HashSet<int> { station.Sen } }));
        Assert.Equal(RefusedFor.NotAbove, Refusal(station.OfMai with { ConfirmsFor = new HashSet<int> { station.City } }));
    }

    [Fact]
    public void What_the_unit_above_assessed_is_confirmed_above_it()
    {
        var byNorth = station.After(station.Verifying(), (station.OfNorth, Step.Assess(Verdict.Valuable, "vì")));

        Assert.Equal(RefusedFor.SameUnit, Refusal(station.OfNorth with { PersonId = 40 }, byNorth));
        Assert.Equal(RefusedFor.NotAbove, Refusal(station.Cuc, byNorth));
        Assert.Null(Refusal(station.OfCity, byNorth));
    }

    [Fact]
    public void Where_no_other_unit_exists_another_person_confirms_and_it_is_said()
    {
        var byCity = station.After(
            station.Received(station.City), (station.OfCity, Step.Take), (station.OfCity, Step.Assess(Verdict.Valuable, "vì")));

        Assert.Equal(RefusedFor.AssessedByYou, Refusal(station.OfCity, byCity));
        var confirmed = Station.Next(byCity, Step.Confirm(), station.From(station.AlsoOfCity));

        Assert.True(confirmed.ConfirmedInternally);
        Assert.True(TipoffCell.Of(confirmed).Internally);
    }

    [Fact]
    public void Where_somebody_outside_was_named_nobody_inside_confirms()
    {
        var byCity = station.After(
            station.Received(station.City), (station.OfCity, Step.Take), (station.OfCity, Step.Assess(Verdict.Valuable, "vì")));

        var ruling = StepRules.Judge(byCity, Step.Confirm(), station.From(station.AlsoOfCity) with { OthersAreNamed = true });

        Assert.Equal(RefusedFor.SameUnit, ruling.Refusal?.Code);
    }

    [Fact]
    public void A_person_of_the_whole_tree_confirms_every_unit_but_not_his_own_kind()
    {
        var whole = new Asker(Role.Commander, null, 50) { MayConfirm = true };
        var byWhole = station.After(station.Verifying(), (whole, Step.Assess(Verdict.Spam, "vì")));

        Assert.Null(Refusal(whole));
        Assert.Equal(RefusedFor.AssessedByYou, Refusal(whole, byWhole));
        Assert.Equal(RefusedFor.NotAbove, Refusal(station.OfCity, byWhole));
        Assert.True(Station.Next(byWhole, Step.Confirm(), station.From(whole with { PersonId = 51 })).ConfirmedInternally);
    }

    private string? Refusal(Asker asker, Tipoff? tipoff = null) =>
        StepRules.Judge(tipoff ?? station.Assessed(Verdict.Valuable), Step.Confirm(), station.From(asker)).Refusal?.Code;
}
