using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class NormalTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959964)]
    [InlineData(0.025, -1.959964)]
    [InlineData(0.99865, 2.999977)]
    [InlineData(0.9, 1.281552)]
    public void Quantiles_are_those_of_the_tables(double p, double z)
    {
        Assert.Equal(z, Normal.Quantile(p), 3);
        Assert.Equal(p, Normal.Cumulative(z), 6);
    }

    [Fact]
    public void Beyond_the_ends_there_is_an_end() => Assert.Equal((-8, 8), (Normal.Quantile(-1), Normal.Quantile(1.1)));
}
