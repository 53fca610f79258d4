using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class GammaPriorTests
{
    /// <summary>By hand: mean 50/50 = 1, Σe(r−μ)² = 10·(0.64+0.16+0+0.16+0.64) = 16, variance (16 − 4)/(50 − 10) = 0.3.</summary>
    [Fact]
    public void The_moments_are_those_reckoned_by_hand()
    {
        var prior = GammaPrior.Fit([new(2, 10), new(6, 10), new(10, 10), new(14, 10), new(18, 10)])!;

        Assert.Equal(1, prior.Mean, 12);
        Assert.Equal(1 / 0.3, prior.Exposure, 9);
        Assert.Equal((18 + 1 / 0.3) / (10 + 1 / 0.3), prior.With(new(18, 10)).Mean, 9);
    }

    [Fact]
    public void Nothing_counted_gives_no_prior() => Assert.Null(GammaPrior.Fit([new(0, 10), new(0, 10), new(0, 10), new(0, 10), new(0, 10)]));
}
