using Command.Data;
using Command.Ranking.Leaderboards;
using Command.Tests.Units;
using Command.Units;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class GroupCreditTests
{
    [Fact]
    public void A_page_counts_for_the_member_in_whose_subtree_it_lies_on_each_day()
    {
        var district = new District();
        var city = district.Unit("city");
        var north = district.Unit("north", city, peerGroup: "districts");
        var south = district.Unit("south", city, peerGroup: "districts");
        var sen = district.Unit("sen", north);
        district.Unit("sen", south, from: "2026-03-11");
        var page = district.Page("sen-zalo", sen);
        var tree = district.Tree();

        var credit = GroupCredit.Of(RestatedTree.AsReported(tree), new HashSet<int> { north, south }, District.Day("2026-03-01"), District.Day("2026-03-31"));

        Assert.Equal(
            [new Credit(page, north, District.Day("2026-03-01"), District.Day("2026-03-10")), new Credit(page, south, District.Day("2026-03-11"), District.Day("2026-03-31"))],
            credit.Pages.OrderBy(c => c.From));
        Assert.Contains(new Credit(north, north, District.Day("2026-03-01"), District.Day("2026-03-31")), credit.Units);
        Assert.DoesNotContain(credit.Units, c => c.Id == city);
    }

    [Fact]
    public void What_passed_by_a_known_share_counts_for_the_successor_and_what_passed_by_an_unknown_one_for_nobody()
    {
        var district = new District();
        var city = district.Unit("city");
        var sen = district.Unit("sen", city, to: "2026-03-10");
        var mai = district.Unit("mai", city, to: "2026-03-10");
        var lan = district.Unit("lan", city, peerGroup: "wards", from: "2026-03-11");
        var dao = district.Unit("dao", city, peerGroup: "wards", from: "2026-03-11");
        var page = district.Page("sen-zalo", sen);
        var on = District.Day("2026-03-11");
        var passed = Restatement.Of(
        [
            new Succession { FromUnitId = sen, ToUnitId = lan, On = on, Share = 0.25 },
            new Succession { FromUnitId = sen, ToUnitId = dao, On = on, Share = 0.75 },
            new Succession { FromUnitId = mai, ToUnitId = lan, On = on },
            new Succession { FromUnitId = mai, ToUnitId = dao, On = on },
        ]);

        var credit = GroupCredit.Of(new RestatedTree(district.Tree(), passed, District.Day("2026-03-31")), new HashSet<int> { lan, dao }, District.Day("2026-03-01"), District.Day("2026-03-31"));

        var (first, before, last) = (District.Day("2026-03-01"), District.Day("2026-03-10"), District.Day("2026-03-31"));
        Assert.Equal(
            [new Credit(sen, lan, first, before, 0.25, true), new Credit(sen, dao, first, before, 0.75, true), new Credit(lan, lan, on, last), new Credit(dao, dao, on, last)],
            credit.Units.OrderBy(c => c.From).ThenBy(c => c.Member));
        Assert.Equal([(page, lan, 0.25), (page, dao, 0.75)], credit.Pages.OrderBy(c => c.Member).Select(c => (c.Id, c.Member, c.Share)));
    }

    [Fact]
    public void The_group_is_that_of_the_day_and_partners_are_never_in_it()
    {
        var district = new District();
        var sen = district.Unit("sen", peerGroup: "wards");
        var mai = district.Unit("mai", peerGroup: "wards", to: "2026-03-10");
        district.Unit("school", peerGroup: "wards", kind: Command.Data.UnitKind.Partner);
        var lan = district.Unit("lan", peerGroup: "teams");
        district.Unit("lan", from: "2026-03-11", peerGroup: "wards");
        var tree = district.Tree();

        Assert.Equal([sen, mai], tree.MembersOn("wards", District.Day("2026-03-10")));
        Assert.Equal([sen, lan], tree.MembersOn("wards", District.Day("2026-03-11")));
        Assert.Equal(["teams", "wards"], tree.GroupsOn(District.Day("2026-03-01")).Select(g => g.Key).Order());
    }
}
