using Command.Data;
using Command.Units;
using static Command.Tests.Units.District;

namespace Command.Tests.Units;

public sealed class RestatedTreeTests
{
    private static readonly DateOnly first = Day("2025-06-01");
    private static readonly DateOnly merger = Day("2025-07-01");
    private static readonly DateOnly last = Day("2025-07-31");

    private readonly District district = new();

    [Fact]
    public void Figures_of_a_merged_ward_count_for_its_successor_from_the_first_day_of_the_comparison()
    {
        var (old, successor) = (district.Unit("sen", to: "2025-06-30"), district.Unit("sen-hong", from: "2025-07-01"));
        var tree = Restated(RestatementTests.Passes(old, successor, 1));

        var spans = tree.Sources(Set(successor), first, last);
        Assert.Equal([(first, merger.AddDays(-1)), (merger, last)], spans.Select(s => (s.From, s.To)));
        Assert.Equal(new Placement(1, true, []), spans[0].Units[old]);
        Assert.Equal(Placement.Whole, spans[1].Units[successor]);
        Assert.Equal(Placement.Nowhere, tree.Place(old, first, Set(old)));
    }

    [Fact]
    public void A_comparison_that_ends_before_the_merger_restates_nothing()
    {
        var (old, successor) = (district.Unit("sen", to: "2025-06-30"), district.Unit("sen-hong", from: "2025-07-01"));
        var tree = new RestatedTree(district.Tree(), Restatement.Of([RestatementTests.Passes(old, successor, 1)]), merger.AddDays(-1));

        Assert.Equal(Placement.Whole, tree.Place(old, first, Set(old)));
        Assert.Equal(Placement.Nowhere, tree.Place(old, first, Set(successor)));
    }

    [Fact]
    public void An_unknown_share_stays_beside_the_predecessor_and_each_possible_successor_and_counts_for_none()
    {
        var (old, a, b) = (district.Unit("sen", to: "2025-06-30"), district.Unit("a", from: "2025-07-01"), district.Unit("b", from: "2025-07-01"));
        var tree = Restated(RestatementTests.Passes(old, a, null), RestatementTests.Passes(old, b, null));

        foreach (var unit in new[] { old, a, b })
            Assert.Equal(new Placement(0, false, [(old, 1)]), tree.Place(old, first, Set(unit)));
    }

    [Fact]
    public void An_unknown_share_is_no_matter_to_a_city_that_holds_all_the_successors()
    {
        var city = district.Unit("thanh-pho", kind: UnitKind.City);
        var (old, a, b) = (district.Unit("sen", city, to: "2025-06-30"), district.Unit("a", city, from: "2025-07-01"), district.Unit("b", city, from: "2025-07-01"));
        var tree = Restated(RestatementTests.Passes(old, a, null), RestatementTests.Passes(old, b, null));

        Assert.Equal(Placement.Whole, tree.Place(old, first, Set(city)));
        Assert.Equal(new Placement(0, false, [(old, 1)]), tree.Place(old, first, Set(a, b)));
    }

    [Fact]
    public void A_ward_that_outlives_its_district_counts_for_it_until_that_day_and_for_the_city_all_along()
    {
        var city = district.Unit("thanh-pho", kind: UnitKind.City);
        var ended = district.Unit("quan", city, to: "2025-06-30", kind: UnitKind.District);
        var ward = district.Unit("sen", ended);
        var tree = Restated();

        Assert.Equal([(first, merger.AddDays(-1), true), (merger, last, false)], tree.Sources(Set(ended), first, last).Select(s => (s.From, s.To, s.Units.ContainsKey(ward))));
        Assert.All(tree.Sources(Set(city), first, last), s => Assert.Equal(Placement.Whole, s.Units[ward]));
        Assert.All(tree.Sources(Set(ward), first, last), s => Assert.Equal(Placement.Whole, s.Units[ward]));
    }

    [Fact]
    public void A_renamed_ward_is_the_same_unit_and_nothing_is_restated()
    {
        var ward = district.Unit("sen", name: "Xã Sen");
        district.Unit("sen", from: "2025-07-01", name: "Phường Sen");

        Assert.Equal([Placement.Whole], Restated().Sources(Set(ward), first, last).Select(s => s.Units[ward]).Distinct());
    }

    private RestatedTree Restated(params Succession[] successions) => new(district.Tree(), Restatement.Of(successions), last);

    private static HashSet<int> Set(params int[] units) => [.. units];
}
