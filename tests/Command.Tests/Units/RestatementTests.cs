using Command.Data;
using Command.Units;
using static Command.Tests.Units.District;

namespace Command.Tests.Units;

public sealed class RestatementTests
{
    private static readonly DateOnly before = Day("2025-06-01");
    private static readonly DateOnly merger = Day("2025-07-01");
    private static readonly DateOnly after = Day("2025-08-01");

    [Fact]
    public void A_unit_without_succession_keeps_its_figures() =>
        Assert.Equal([new Portion(1, 1, PortionKind.Own, before)], Restatement.Of([]).Portions(1, before, after));

    [Fact]
    public void Figures_of_a_split_unit_pass_on_by_the_shares()
    {
        var restatement = Restatement.Of([Passes(1, 2, 0.7), Passes(1, 3, 0.3)]);

        Assert.Equal([(2, 0.7), (3, 0.3)], restatement.Portions(1, before, after).OrderBy(p => p.UnitId).Select(p => (p.UnitId, p.Share)));
        Assert.All(restatement.Portions(1, before, after), p => Assert.Equal((PortionKind.Restated, merger), (p.Kind, p.Since)));
    }

    [Fact]
    public void The_day_of_the_succession_belongs_to_the_new_order()
    {
        var restatement = Restatement.Of([Passes(1, 2, 1)]);

        Assert.Equal(2, Assert.Single(restatement.Portions(1, merger.AddDays(-1), merger)).UnitId);
        Assert.Equal(1, Assert.Single(restatement.Portions(1, merger.AddDays(-1), merger.AddDays(-1))).UnitId);
        Assert.Equal(PortionKind.Own, Assert.Single(restatement.Portions(1, merger, after)).Kind);
    }

    [Fact]
    public void With_one_share_unknown_all_stays_with_the_predecessor_and_is_split_among_nobody()
    {
        var restatement = Restatement.Of([Passes(1, 2, null), Passes(1, 3, 0.3)]);

        Assert.Equal([new Portion(1, 1, PortionKind.Stayed, before)], restatement.Portions(1, before, after));
        Assert.Equal([(2, merger), (3, merger)], restatement.Ends(1, before, after).Order());
    }

    [Fact]
    public void A_single_successor_takes_no_unknown_share_as_the_whole() =>
        Assert.Equal(PortionKind.Stayed, Assert.Single(Restatement.Of([Passes(1, 2, null)]).Portions(1, before, after)).Kind);

    [Fact]
    public void What_shares_leave_over_stays_and_shares_of_more_than_all_are_not_used()
    {
        var over = Restatement.Of([Passes(1, 2, 0.25)]).Portions(1, before, after);
        Assert.Equal([(1, 0.75, PortionKind.Stayed), (2, 0.25, PortionKind.Restated)], over.OrderBy(p => p.UnitId).Select(p => (p.UnitId, p.Share, p.Kind)));

        var tooMuch = Restatement.Of([Passes(1, 2, 0.8), Passes(1, 3, 0.8)]).Portions(1, before, after);
        Assert.Equal([new Portion(1, 1, PortionKind.Stayed, before)], tooMuch);
    }

    [Fact]
    public void A_chain_is_followed_to_the_day_of_the_order_and_stops_where_a_share_is_unknown()
    {
        var later = after.AddDays(30);
        var known = Restatement.Of([Passes(1, 2, 0.5), Passes(1, 3, 0.5), Passes(2, 4, 1, later), Passes(3, 4, 1, later)]);
        Assert.Equal([new Portion(4, 1, PortionKind.Restated, later)], known.Portions(1, before, later));
        Assert.Equal([2, 3], known.Portions(1, before, later.AddDays(-1)).Select(p => p.UnitId).Order());

        var unknown = Restatement.Of([Passes(1, 2, 1), Passes(2, 3, null, later), Passes(2, 4, null, later)]);
        Assert.Equal([new Portion(2, 1, PortionKind.Stayed, merger)], unknown.Portions(1, before, later));
    }

    [Fact]
    public void Units_that_swap_do_not_run_in_a_circle()
    {
        var restatement = Restatement.Of([Passes(1, 2, 1), Passes(2, 1, 1), Passes(1, 2, 1, after), Passes(2, 1, 1, after)]);

        Assert.Equal(1, Assert.Single(restatement.Portions(1, before, after)).UnitId);
        Assert.Equal(2, Assert.Single(restatement.Portions(1, merger, after)).UnitId);
    }

    public static Succession Passes(int from, int to, double? share, DateOnly? on = null) =>
        new() { FromUnitId = from, ToUnitId = to, On = on ?? merger, Share = share };
}
