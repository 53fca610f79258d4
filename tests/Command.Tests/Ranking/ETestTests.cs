using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class ETestTests
{
    [Fact]
    public void The_same_rate_is_certain_and_the_order_does_not_matter()
    {
        Assert.Equal(1, ETest.P(6, 30, 6, 30));
        Assert.Equal(ETest.P(20, 31, 5, 28), ETest.P(5, 28, 20, 31), 9);
    }

    /// <summary>By hand for one against none over equal lengths: the pooled mean is ½ each, and every pair that differs is as extreme.</summary>
    [Fact]
    public void The_smallest_case_is_the_exact_one()
    {
        var same = Enumerable.Range(0, 40).Sum(k => Math.Pow(Poisson(k, 0.5), 2));

        // Of the pairs that differ, those with a statistic of at least 1: |x − y| ≥ √(x + y).
        var extreme = Enumerable.Range(0, 40).Sum(x => Enumerable.Range(0, 40).Where(y => x != y && Math.Abs(x - y) >= Math.Sqrt(x + y) - 1e-12).Sum(y => Poisson(x, 0.5) * Poisson(y, 0.5)));
        Assert.Equal(extreme, ETest.P(1, 7, 0, 7), 9);
        Assert.True(extreme < 1 - same);
    }

    [Theory]
    [InlineData(100, 31, 50, 31, 0, 0.001)]
    [InlineData(100, 62, 50, 31, 0.9, 1)]
    [InlineData(12, 31, 10, 28, 0.5, 1)]
    [InlineData(100_000, 365, 101_500, 365, 0, 0.01)]
    public void A_difference_is_told_from_noise(long count, double length, long other, double otherLength, double low, double high) =>
        Assert.InRange(ETest.P(count, length, other, otherLength), low, high);

    private static double Poisson(int k, double mean) => Math.Exp(-mean) * Math.Pow(mean, k) / Enumerable.Range(1, k).Aggregate(1.0, (a, b) => a * b);
}
