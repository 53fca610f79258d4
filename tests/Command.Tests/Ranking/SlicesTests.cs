using Command.Ranking;

namespace Command.Tests.Ranking;

/// <summary>What stands for draws from a distribution must have its moments, and where they are known its exact points.</summary>
public sealed class SlicesTests
{
    public static readonly TheoryData<Posterior> Distributions =
    [
        new GammaPosterior(0.4, 2), new GammaPosterior(1, 2), new GammaPosterior(7.5, 2), new GammaPosterior(40_000, 300),
        new BetaPosterior(0.3, 5), new BetaPosterior(6, 14), new BetaPosterior(2, 900), new BetaPosterior(3_000, 40),
    ];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Slices_have_the_moments_of_their_distribution(Posterior posterior)
    {
        var values = new double[20_000];
        posterior.Slice(values);
        var mean = values.Average();
        var deviation = Math.Sqrt(posterior.Variance);

        Assert.Equal(values.Order(), values);
        Assert.InRange((mean - posterior.Mean) / deviation, -0.005, 0.005);
        Assert.InRange(values.Average(v => (v - mean) * (v - mean)) / posterior.Variance, 0.98, 1.02);
        Assert.InRange(values.Average(v => Math.Pow((v - mean) / deviation, 3)) - posterior.ThirdMoment / Math.Pow(deviation, 3), -0.2, 0.2);
    }

    /// <summary>Of Gamma(1, rate) the point below which p lies is −ln(1 − p) ÷ rate, of Beta(a, 1) it is p^(1/a).</summary>
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void A_slice_lies_where_it_must(double chance)
    {
        var values = new double[1_000];
        var at = (int)(chance * 1_000);
        var below = (at + 0.5) / 1_000;

        new GammaPosterior(1, 4).Slice(values);
        Assert.InRange(values[at] / (-Math.Log(1 - below) / 4), 0.99, 1.01);
        new BetaPosterior(3, 1).Slice(values);
        Assert.InRange(values[at] / Math.Pow(below, 1 / 3.0), 0.99, 1.01);
    }
}
