using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class BetaPriorTests
{
    /// <summary>By hand: mean 60/150 = 0.4, Σn(p−μ)² = 30·(0.04+0.01+0+0.01+0.04) = 3, correlation (3/0.24 − 4)/(150 − 30 − 4) = 8.5/116.</summary>
    [Fact]
    public void The_moments_are_those_reckoned_by_hand()
    {
        var prior = BetaPrior.Fit([new(6, 30), new(9, 30), new(12, 30), new(15, 30), new(18, 30)])!;

        Assert.Equal(0.4, prior.Mean, 12);
        Assert.Equal(116 / 8.5 - 1, prior.Weight, 9);
        Assert.Equal((6 + 0.4 * prior.Weight) / (30 + prior.Weight), prior.With(new(6, 30)).Mean, 12);
    }

    [Fact]
    public void Units_as_alike_as_chance_makes_them_are_drawn_nearly_to_the_mean()
    {
        var prior = BetaPrior.Fit([new(6, 20), new(6, 20), new(6, 20), new(6, 20), new(6, 20)])!;

        Assert.Equal(100, prior.Weight, 9);
    }

    [Fact]
    public void Few_cases_are_drawn_further_than_many()
    {
        var prior = new BetaPrior(0.3, 20);

        Assert.InRange(prior.With(new(2, 2)).Mean, 0.3, 0.37);
        Assert.InRange(prior.With(new(200, 200)).Mean, 0.93, 1);
    }

    [Theory]
    [InlineData(0, 0.005)]
    [InlineData(20, 0.995)]
    public void A_group_in_which_all_or_none_succeeded_is_known_to_lie_there(int successes, double mean)
    {
        var prior = BetaPrior.Fit(Enumerable.Repeat(new Share(successes, 20), 5).ToList())!;

        Assert.Equal(mean, prior.Mean, 9);
        Assert.Equal(100, prior.Weight, 6);
    }

    public static TheoryData<Share[]> TooLittle => new()
    {
        new Share[] { new(5, 20), new(6, 20), new(7, 20), new(8, 20) },
        new Share[] { new(1, 5), new(1, 5), new(2, 5), new(1, 5), new(2, 9) },
        new Share[] { new(5, 20), new(6, 20), new(7, 20), new(8, 20), new(0, 0) },
        Array.Empty<Share>(),
    };

    [Theory]
    [MemberData(nameof(TooLittle))]
    public void A_group_that_says_too_little_has_no_prior(Share[] group) => Assert.Null(BetaPrior.Fit(group));
}
