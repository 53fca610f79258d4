using Command.Data;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Tipoffs;
using Command.Units;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class GroupFiguresTests
{
    [Fact]
    public async Task Tipoffs_of_a_group_mean_what_the_ratio_says_of_each_unit_whatever_their_standing()
    {
        await using var wards = await Wards.StartAsync();
        var february = Period.Between(new DateOnly(2026, 2, 1), new DateOnly(2026, 2, 28));
        var tree = await wards.App.Get<UnitRegistry>().RestatedAsync(february.To, CancellationToken.None);
        var group = GroupSpan.Of(tree, "wards", february);
        var count = 0;
        await using (var db = await wards.App.OpenAsync())
        {
            foreach (var (unit, internally) in group.Members.SelectMany(id => new[] { (id, false), (id, id % 2 == 0) }).Distinct())
            {
                foreach (var standing in Enum.GetValues<TipoffStanding>())
                    db.Add(new TipoffDay { Day = february.From.AddDays(count % 28), UnitId = unit, Category = TipoffCategory.Theft, Standing = standing, Internally = internally, Count = 1 + count++ % 5 });
            }

            await db.SaveChangesAsync();
        }

        var tipoffs = await wards.App.Get<GroupFigures>().TipoffsAsync(group, CancellationToken.None);

        Assert.Equal(6, tipoffs.Count);
        Assert.Equal(2, tipoffs.Values.Select(t => t.IsInternal).Distinct().Count());
        foreach (var unit in group.Members)
        {
            var ratio = await wards.App.Get<TipoffRatios>().ReadAsync(unit, february.From, february.To, CancellationToken.None);
            Assert.True(ratio is { Dropped: > 0, Awaiting: > 0 });
            Assert.Equal(new CreditedTipoffs(ratio.Received, ratio.Valuable, ratio.Pending, ratio.IsInternal, IsRestated: false), tipoffs[unit]);
        }
    }
}
