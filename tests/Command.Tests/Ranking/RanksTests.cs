using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class RanksTests
{
    [Fact]
    public void The_same_figures_give_the_same_places()
    {
        Posterior[] units = [new BetaPosterior(8, 12), new BetaPosterior(9, 11), new BetaPosterior(40, 160)];

        Assert.Equal(Ranks.Of(units), Ranks.Of(units));
    }

    [Fact]
    public void Units_far_apart_have_certain_places_and_bands_of_their_own()
    {
        var places = Ranks.Of([new BetaPosterior(100, 900), new BetaPosterior(900, 100), new BetaPosterior(500, 500)]);

        Assert.Equal([3, 1, 2], places.Select(p => (int)p.Median));
        Assert.All(places, p => Assert.Equal((int)p.Median, p.Low));
        Assert.All(places, p => Assert.Equal((int)p.Median, p.High));
        Assert.Equal([3, 1, 2], places.Select(p => p.Band));
        Assert.True(places[0].DiffersFrom(places[1]));
    }

    [Fact]
    public void Units_that_nothing_tells_apart_share_a_band_and_every_place()
    {
        var places = Ranks.Of([.. Enumerable.Repeat<Posterior>(new BetaPosterior(8, 12), 10)]);

        Assert.All(places, p => Assert.Equal(1, p.Band));
        Assert.All(places, p => Assert.InRange(p.TopThree, 0.25, 0.35));
        Assert.All(places, p => Assert.True(p is { Low: <= 2, High: >= 9 }));
        Assert.False(places[0].DiffersFrom(places[9]));
    }

    /// <summary>P(X &gt; Y) for Beta(3, 1) against Beta(1, 1) is 3/4: X's density 3x² times P(Y &lt; x) = x.</summary>
    [Fact]
    public void The_chance_of_being_ahead_is_the_exact_one()
    {
        var rounds = Ranks.Rounds([new BetaPosterior(3, 1), new BetaPosterior(1, 1)], 40_000, new Random(5));

        Assert.InRange(rounds.Count(r => r[0] > r[1]) / 40_000.0, 0.743, 0.757);
    }

    [Fact]
    public void Nobody_and_one_alone_have_their_places()
    {
        Assert.Empty(Ranks.Of([]));
        Assert.Equal(new Place(0.5, 1, 1, 1, 1, 1), Assert.Single(Ranks.Of([new BetaPosterior(1, 1)])));
    }
}
