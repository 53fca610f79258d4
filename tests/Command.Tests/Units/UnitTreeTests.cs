using Command.Data;
using Command.Units;
using static Command.Tests.Units.District;

namespace Command.Tests.Units;

public sealed class UnitTreeTests
{
    private readonly District district = new();

    [Fact]
    public void A_renamed_unit_has_the_name_of_the_day()
    {
        var ward = district.Unit("sen", name: "Phường Sen", to: "2024-12-31");
        district.Unit("sen", name: "Phường Sen Hồng", from: "2025-01-01");
        var tree = district.Tree();

        Assert.Equal("Phường Sen", tree.NameOf(ward, Day("2024-12-31")));
        Assert.Equal("Phường Sen Hồng", tree.NameOf(ward, Day("2025-01-01")));
    }

    [Fact]
    public void The_last_day_is_inclusive_and_the_last_known_name_stays()
    {
        var ward = district.Unit("sen", name: "Phường Sen", from: "2020-01-01", to: "2025-02-28");
        var tree = district.Tree();

        Assert.NotNull(tree.VersionOn(ward, Day("2025-02-28")));
        Assert.Null(tree.VersionOn(ward, Day("2025-03-01")));
        Assert.Null(tree.VersionOn(ward, Day("2019-12-31")));
        Assert.Equal("Phường Sen", tree.NameOf(ward, Day("2026-01-01")));
        Assert.Equal("Phường Sen", tree.NameOf(ward, Day("2019-01-01")));
    }

    [Fact]
    public void Where_two_versions_overlap_the_later_beginning_holds_and_the_earlier_does_not_come_back()
    {
        var ward = district.Unit("sen", name: "A", from: "2020-01-01");
        district.Unit("sen", name: "B", from: "2022-01-01", to: "2022-12-31");
        var tree = district.Tree();

        Assert.Equal("B", tree.VersionOn(ward, Day("2022-06-01"))!.Name);
        Assert.Null(tree.VersionOn(ward, Day("2023-01-01")));
    }

    [Fact]
    public void A_moved_unit_hangs_on_the_parent_of_the_day()
    {
        var north = district.Unit("bac", kind: UnitKind.District);
        var south = district.Unit("nam", kind: UnitKind.District);
        var ward = district.Unit("sen", north);
        district.Unit("sen", south, from: "2025-01-01");
        var page = district.Page("sen-zalo", ward);
        var tree = district.Tree();

        Assert.Equal(north, tree.ParentOn(ward, Day("2024-12-31")));
        Assert.Equal(south, tree.ParentOn(ward, Day("2025-01-01")));
        Assert.Contains(page, tree.PagesUnder(north, Day("2024-12-31")));
        Assert.DoesNotContain(page, tree.PagesUnder(north, Day("2025-01-01")));
        Assert.True(tree.IsUnder(ward, south, Day("2025-01-01")));
        Assert.False(tree.IsUnder(ward, north, Day("2025-01-01")));
    }

    [Fact]
    public void A_unit_whose_parent_ended_hangs_on_the_nearest_living_ancestor_and_is_told()
    {
        var city = district.Unit("thanh-pho", kind: UnitKind.City);
        var ended = district.Unit("quan", city, to: "2025-02-28", kind: UnitKind.District);
        var ward = district.Unit("sen", ended);
        var page = district.Page("quan-zalo", ended);
        var tree = district.Tree();
        var after = Day("2025-03-01");

        Assert.Equal(city, tree.ParentOn(ward, after));
        Assert.Equal([ward], tree.ChildrenOn(city, after));
        Assert.Equal(city, tree.OwnerOn(page, after));
        Assert.Empty(tree.FaultsOn(Day("2025-02-28")));
        Assert.Collection(
            tree.FaultsOn(after),
            unit => AssertFault(unit, DataFault.ParentEnded, "sen", null, ("parent", "quan"), ("hangsOn", "thanh-pho")),
            owned => AssertFault(owned, DataFault.OwnerEnded, null, "quan-zalo", ("owner", "quan"), ("hangsOn", "thanh-pho")));
    }

    [Fact]
    public void Without_a_living_ancestor_a_unit_is_a_root_and_a_page_is_nobodys()
    {
        var ended = district.Unit("quan", to: "2025-02-28", kind: UnitKind.District);
        var ward = district.Unit("sen", ended);
        var page = district.Page("quan-zalo", ended);
        var tree = district.Tree();
        var after = Day("2025-03-01");

        Assert.Null(tree.ParentOn(ward, after));
        Assert.Equal([ward], tree.ChildrenOn(null, after));
        Assert.Null(tree.OwnerOn(page, after));
        Assert.DoesNotContain(page, tree.PagesUnder(null, after));
        Assert.Equal(2, tree.FaultsOn(after).Count);
    }

    [Fact]
    public void A_parent_that_begins_later_is_told_as_such()
    {
        var city = district.Unit("thanh-pho", kind: UnitKind.City);
        var later = district.Unit("quan", city, from: "2025-01-01", kind: UnitKind.District);
        var ward = district.Unit("sen", later);
        district.Page("sen-zalo", later);
        var tree = district.Tree();

        Assert.Equal(city, tree.ParentOn(ward, Day("2024-01-01")));
        Assert.Equal([DataFault.ParentNotBegun, DataFault.OwnerNotBegun], tree.FaultsOn(Day("2024-01-01")).Select(f => f.Code));
        Assert.Empty(tree.FaultsOn(Day("2025-01-01")));
    }

    [Fact]
    public void A_code_that_is_used_again_makes_no_unit_the_other()
    {
        var old = district.Unit("phuc-xa", code: "00001", to: "2025-06-30");
        var successor = district.Unit("hong-ha", code: "00001", from: "2025-07-01");
        var tree = district.Tree();

        Assert.Equal([old], tree.ChildrenOn(null, Day("2025-06-30")));
        Assert.Equal([successor], tree.ChildrenOn(null, Day("2025-07-01")));
    }

    [Fact]
    public void A_page_counts_for_its_owner_of_the_day()
    {
        var sen = district.Unit("sen");
        var mai = district.Unit("mai");
        var page = district.Page("zalo", sen, from: "2024-01-01");
        district.Page("zalo", mai, from: "2024-06-01", to: "2024-12-31");
        var tree = district.Tree();

        Assert.Null(tree.OwnerOn(page, Day("2023-12-31")));
        Assert.Equal(sen, tree.OwnerOn(page, Day("2024-05-31")));
        Assert.Equal(mai, tree.OwnerOn(page, Day("2024-12-31")));
        Assert.Null(tree.OwnerOn(page, Day("2025-01-01")));
    }

    [Fact]
    public void A_cycle_of_parents_does_not_hang_and_one_of_it_becomes_a_root()
    {
        var a = district.Unit("a", parent: 2);
        var b = district.Unit("b", parent: 3);
        var c = district.Unit("c", parent: 1);
        var page = district.Page("zalo", c);
        var tree = district.Tree();
        var day = Day("2025-01-01");

        Assert.Equal([a], tree.ChildrenOn(null, day));
        Assert.Equal([c], tree.ChildrenOn(a, day));
        Assert.Equal([b], tree.ChildrenOn(c, day));
        Assert.Equal([page], tree.PagesUnder(a, day));
        AssertFault(Assert.Single(tree.FaultsOn(day)), DataFault.ParentCycle, "a", null);
    }

    [Fact]
    public void A_cycle_through_units_that_ended_does_not_hang()
    {
        district.Unit("a", parent: 2, to: "2020-12-31");
        district.Unit("b", parent: 1, to: "2020-12-31");
        var living = district.Unit("c", parent: 1);
        var own = district.Unit("d", parent: 5);
        district.Unit("e", parent: own, to: "2020-12-31");
        var tree = district.Tree();
        var day = Day("2025-01-01");

        Assert.Equal([living, own], tree.ChildrenOn(null, day));
        Assert.Equal(["c", "d"], tree.FaultsOn(day).Select(f => f.UnitKey));
        Assert.All(tree.FaultsOn(day), f => Assert.Equal(DataFault.ParentCycle, f.Code));
        Assert.Null(tree.ParentOn(1, day));
    }

    [Fact]
    public void Children_stand_by_kind_then_code_then_name()
    {
        var city = district.Unit("thanh-pho", kind: UnitKind.City);
        var team = district.Unit("doi", city, code: "01", kind: UnitKind.Team);
        var second = district.Unit("mai", city, code: "20");
        var first = district.Unit("sen", city, code: "10");
        var named = district.Unit("an", city, code: "20", name: "An");

        Assert.Equal([first, named, second, team], district.Tree().ChildrenOn(city, Day("2025-01-01")));
    }

    [Fact]
    public void A_range_is_cut_where_the_pages_of_the_subtree_change_and_nowhere_else()
    {
        var north = district.Unit("bac", kind: UnitKind.District);
        var south = district.Unit("nam", kind: UnitKind.District);
        var ward = district.Unit("sen", north);
        district.Unit("sen", north, from: "2025-01-05", name: "renamed: no cut");
        district.Unit("sen", south, from: "2025-01-10");
        var page = district.Page("sen-zalo", ward, from: "2024-01-01");
        district.Page("sen-zalo", south, from: "2025-01-20", to: "2025-01-25");
        var tree = district.Tree();

        Assert.Equal(
            [("2025-01-01", "2025-01-09", 1), ("2025-01-10", "2025-01-31", 0)],
            Spans(tree, north));
        Assert.Equal(
            [("2025-01-01", "2025-01-09", 0), ("2025-01-10", "2025-01-25", 1), ("2025-01-26", "2025-01-31", 0)],
            Spans(tree, south));
        Assert.Contains(page, tree.PagesUnder(null, Day("2025-01-01"), Day("2025-01-01")).Single().Pages);
        Assert.Empty(tree.PagesUnder(null, Day("2025-01-02"), Day("2025-01-01")));
        Assert.Equal(DateOnly.MaxValue, tree.PagesUnder(north, DateOnly.MinValue, DateOnly.MaxValue)[^1].To);
    }

    private static IEnumerable<(string, string, int)> Spans(UnitTree tree, int unit) =>
        tree.PagesUnder(unit, Day("2025-01-01"), Day("2025-01-31")).Select(s => ($"{s.From:yyyy-MM-dd}", $"{s.To:yyyy-MM-dd}", s.Pages.Count));

    private static void AssertFault(DataFault fault, string code, string? unit, string? page, params (string, string)[] values)
    {
        Assert.Equal((code, unit, page), (fault.Code, fault.UnitKey, fault.PageKey));
        Assert.Equal(values.OrderBy(v => v.Item1), fault.Values.Select(v => (v.Key, v.Value)).OrderBy(v => v.Key));
    }
}
