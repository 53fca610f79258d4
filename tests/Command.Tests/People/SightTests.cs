using Command.Data;
using Command.People;
using Command.Units;
using TestDistrict = Command.Tests.Units.District;

namespace Command.Tests.People;

/// <summary>Every role against its own unit, one below, one beside, one above: what is seen and what may be done.</summary>
public sealed class SightTests
{
    private static readonly DateOnly today = TestDistrict.Day("2026-11-22");
    private readonly UnitTree tree;
    private readonly int city, district, other, ward, peer, team, closed;

    public SightTests()
    {
        var build = new TestDistrict();
        city = build.Unit("city", kind: UnitKind.City);
        district = build.Unit("district", city, kind: UnitKind.District);
        other = build.Unit("other", city, kind: UnitKind.District);
        ward = build.Unit("ward", district, peerGroup: "wards");
        peer = build.Unit("peer", other, peerGroup: "wards");
        team = build.Unit("team", ward, kind: UnitKind.Team);
        closed = build.Unit("closed", ward, to: "2025-02-28");
        tree = build.Tree();
    }

    // What stands for one unit: c counts, r records, w words, m may work, p compares.
    [Theory]
    [InlineData(Role.Administrator, "crp", "crp", "-", "-", "-")]
    [InlineData(Role.Commander, "crwmp", "crwmp", "-", "-", "-")]
    [InlineData(Role.Chief, "crwmp", "crwmp", "-", "p", "-")]
    [InlineData(Role.Staff, "crwmp", "crwmp", "-", "-", "-")]
    [InlineData(Role.Analyst, "cp", "cp", "-", "-", "-")]
    [InlineData(Role.Wall, "cp", "cp", "-", "-", "-")]
    [InlineData(Role.Key, "cp", "cp", "-", "-", "-")]
    public void A_role_sees_its_own_subtree_and_no_other(Role role, string own, string below, string above, string ofPeer, string beside)
    {
        var sight = Sight.Of(new Asker(role, ward), tree, today);

        Assert.Equal([own, below, below, above, above, ofPeer, beside], new[] { ward, team, closed, district, city, peer, other }.Select(unit => Seen(sight, unit)));
        Assert.Equal([ward, team, closed], sight.Units!.Order());
        Assert.False(sight.SeesEverything);
    }

    [Theory]
    [InlineData(Role.Administrator, "crp")]
    [InlineData(Role.Commander, "crwmp")]
    [InlineData(Role.Analyst, "cp")]
    [InlineData(Role.Wall, "cp")]
    [InlineData(Role.Key, "cp")]
    public void Whoever_has_no_unit_sees_the_whole_tree_with_the_eyes_of_his_role(Role role, string everywhere)
    {
        var sight = Sight.Of(new Asker(role, null), tree, today);

        Assert.All([city, district, other, ward, peer, team, closed], unit => Assert.Equal(everywhere, Seen(sight, unit)));
        Assert.Null(sight.Units);
        Assert.True(sight.SeesEverything);
    }

    [Fact]
    public void Nobody_sees_what_is_not_there()
    {
        Assert.Equal("-", Seen(Sight.Of(new Asker(Role.Commander, null), tree, today), 4711));
        Assert.Equal("-", Seen(Sight.Of(new Asker(Role.Commander, 4711), tree, today), ward));
    }

    [Fact]
    public void The_subtree_is_that_of_the_day()
    {
        var build = new TestDistrict();
        var (north, south) = (build.Unit("north"), build.Unit("south"));
        var moved = build.Unit("moved", north, to: "2026-06-30");
        build.Unit("moved", south, from: "2026-07-01");
        var dated = build.Tree();

        Assert.True(Sight.Of(new Asker(Role.Chief, north), dated, TestDistrict.Day("2026-06-30")).SeesCounts(moved));
        Assert.False(Sight.Of(new Asker(Role.Chief, north), dated, TestDistrict.Day("2026-07-01")).SeesCounts(moved));
        Assert.True(Sight.Of(new Asker(Role.Chief, south), dated, TestDistrict.Day("2026-07-01")).SeesCounts(moved));
    }

    [Theory]
    [InlineData(Role.Commander, true)]
    [InlineData(Role.Chief, true)]
    [InlineData(Role.Staff, true)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Wall, false)]
    [InlineData(Role.Key, false)]
    public void Confirming_is_a_right_of_those_above_who_may_read_words(Role role, bool may)
    {
        var above = new Asker(role, district) { MayConfirm = true };

        Assert.Equal(may, Sight.Of(above, tree, today).MayConfirm(ward));
        Assert.False(Sight.Of(above with { MayConfirm = false }, tree, today).MayConfirm(ward));
        Assert.False(Sight.Of(above, tree, today).MayConfirm(district));
        Assert.False(Sight.Of(above, tree, today).MayConfirm(peer));
    }

    [Fact]
    public void An_administrator_can_name_a_unit_beside_but_never_the_own_one()
    {
        var named = Sight.Of(new Asker(Role.Staff, ward) { MayConfirm = true, ConfirmsFor = new HashSet<int> { peer, ward } }, tree, today);

        Assert.True(named.MayConfirm(peer));
        Assert.False(named.MayConfirm(ward));
        Assert.Equal("-", Seen(named, peer));
    }

    private static string Seen(Sight sight, int unit)
    {
        var seen = string.Concat(
            sight.SeesCounts(unit) ? "c" : "",
            sight.SeesRecords(unit) ? "r" : "",
            sight.SeesWords(unit) ? "w" : "",
            sight.MayWork(unit) ? "m" : "",
            sight.Compares(unit) ? "p" : "");
        return seen.Length == 0 ? "-" : seen;
    }
}
