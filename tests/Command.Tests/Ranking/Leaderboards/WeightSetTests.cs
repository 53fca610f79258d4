using Command.Ranking.Leaderboards;

namespace Command.Tests.Ranking.Leaderboards;

public sealed class WeightSetTests
{
    private static readonly WeightSet published = new(3, [.. LeaderboardMetric.Indicators.Zip([0.4, 0.3, 0.15, 0.15], (m, w) => new IndicatorWeight(m, w, 1))]);

    [Fact]
    public void An_address_tries_other_weights_and_keeps_the_scales()
    {
        var tried = published.Try("10-10-20-0");

        Assert.Equal([0.25, 0.25, 0.5, 0.0], tried.Items.Select(i => i.Value));
        Assert.True(tried.IsTried);
        Assert.Equal(3, tried.Version);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("40-30-15-15")]
    [InlineData("1-2-3")]
    [InlineData("0-0-0-0")]
    [InlineData("10-10-10-101")]
    [InlineData("10-10-10--10")]
    [InlineData("ten-10-10-10")]
    public void Anything_else_leaves_the_published_ones(string? text) => Assert.Same(published, published.Try(text));
}
