using System.Numerics;
using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class BinomialTests
{
    [Theory]
    [InlineData(10, 0.3)]
    [InlineData(50, 0.02)]
    [InlineData(90, 0.5)]
    [InlineData(400, 0.95)]
    [InlineData(1_000, 0.003)]
    [InlineData(1_500, 0.97)]
    public void A_small_tail_is_the_exact_sum(int n, double p)
    {
        for (var k = 0; k <= n + 1; k += 1 + n / 60)
            Assert.Equal(Exact(k, n, p), Binomial.AtLeast(k, n, p), 9);
    }

    [Theory]
    [InlineData(1_000, 0.5)]
    [InlineData(3_000, 0.08)]
    [InlineData(3_000, 0.92)]
    public void A_large_tail_is_off_by_less_than_half_a_percent(int n, double p)
    {
        for (var k = 0; k <= n; k += 7)
            Assert.InRange(Binomial.AtLeast(k, n, p) - Exact(k, n, p), -0.005, 0.005);
    }

    [Theory]
    [InlineData(0, 10, 0.5, 1)]
    [InlineData(11, 10, 0.5, 0)]
    [InlineData(3, 10, 0, 0)]
    [InlineData(3, 10, 1, 1)]
    public void At_its_ends_it_is_certain(long k, long n, double p, double expected) => Assert.Equal(expected, Binomial.AtLeast(k, n, p));

    /// <summary>By whole binomial coefficients and logarithms, slow and plain.</summary>
    private static double Exact(int k, int n, double p)
    {
        var sum = 0.0;
        var ways = BigInteger.One;
        for (var x = 0; x <= n; x++)
        {
            if (x >= k)
                sum += Math.Exp(BigInteger.Log(ways) + x * Math.Log(p) + (n - x) * Math.Log(1 - p));
            ways = ways * (n - x) / (x + 1);
        }

        return Math.Min(1, sum);
    }
}
