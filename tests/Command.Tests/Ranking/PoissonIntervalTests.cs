using Command.Ranking;

namespace Command.Tests.Ranking;

/// <summary>Exact limits as the tables of Garwood have them; Byar's beside the exact ones, which it meets to two digits.</summary>
public sealed class PoissonIntervalTests
{
    [Theory]
    [InlineData(0, 0, 3.689, 3)]
    [InlineData(1, 0.025, 5.572, 3)]
    [InlineData(5, 1.623, 11.668, 3)]
    [InlineData(9, 4.115, 17.085, 3)]
    [InlineData(10, 4.80, 18.39, 1)]
    [InlineData(100, 81.4, 121.6, 1)]
    public void The_interval_is_the_published_one(int count, double low, double high, int digits)
    {
        var interval = PoissonInterval.Of95(count);

        Assert.Equal(low, interval.Low, digits);
        Assert.Equal(high, interval.High, digits);
    }
}
