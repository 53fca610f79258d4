using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class CompositeTests
{
    private static readonly Posterior?[] firm = [new BetaPosterior(800, 200), new BetaPosterior(500, 500), new BetaPosterior(200, 800)];

    [Fact]
    public void A_score_is_the_weighted_steps_from_the_mean()
    {
        var scores = Composite.Of([new(3, 0.1, firm), new(1, 0.2, [.. firm.Reverse()])]);

        Assert.Equal([3.0, 0.0, -3.0], scores.Select(s => Math.Round(s.Steps[0]!.Value, 9)));
        Assert.Equal([-1.5, 0.0, 1.5], scores.Select(s => Math.Round(s.Steps[1]!.Value, 9)));
        Assert.Equal([1.875, 0.0, -1.875], scores.Select(s => Math.Round(s.Place!.Value.Score, 9)));
        Assert.Equal([1, 2, 3], scores.Select(s => s.Place!.Value.Band));
        Assert.All(scores, s => Assert.Equal(1, s.Firmness));
    }

    [Fact]
    public void With_one_indicator_weights_cannot_matter_so_every_place_is_firm()
    {
        var near = Enumerable.Range(0, 30).Select(i => (Posterior?)new BetaPosterior(20 + i, 80 - i)).ToArray();

        Assert.All(Composite.Of([new(1, 0.1, near)]), s => Assert.Equal(1, s.Firmness));
    }

    [Fact]
    public void Where_low_is_better_the_lowest_is_first() =>
        Assert.Equal([3, 2, 1], Composite.Of([new(1, 0.1, firm, IsLowBetter: true)]).Select(s => s.Place!.Value.Band));

    [Fact]
    public void What_is_missing_counts_as_the_mean_and_under_half_of_the_weight_there_is_no_place()
    {
        var scores = Composite.Of([new(1, 0.1, firm), new(1, 0.1, [null, null, firm[0]]), new(1, 0.1, [null, firm[1], firm[2]])]);

        Assert.Null(scores[0].Place);
        Assert.Equal(1 / 3.0, scores[0].KnownWeight, 9);
        Assert.Equal(2 / 3.0, scores[1].KnownWeight, 9);
        Assert.Null(scores[1].Steps[1]);
        Assert.NotNull(scores[1].Place);
    }

    [Fact]
    public void A_place_that_hangs_on_the_weights_is_not_firm()
    {
        var scores = Composite.Of([new(1, 0.1, firm), new(1.1, 0.1, [.. firm.Reverse()])]);

        Assert.All(new[] { scores[0], scores[2] }, s => Assert.InRange(s.Firmness, 0.05, 0.99));
    }
}
