using Command.Ranking;

namespace Command.Tests.Ranking;

public sealed class WilsonTests
{
    [Theory]
    [InlineData(1, 1, .2065, 1)]
    [InlineData(2, 2, .3424, 1)]
    [InlineData(3, 3, .4385, 1)]
    [InlineData(0, 5, 0, .4345)]
    [InlineData(8, 10, .4902, .9433)]
    [InlineData(45, 60, .6277, .8422)]
    [InlineData(80, 100, .7112, .8666)]
    [InlineData(180, 250, .6613, .7720)]
    [InlineData(307, 1230, .2262, .2745)]
    public void The_interval_is_the_published_one(int successes, int cases, double low, double high)
    {
        var interval = Wilson.Interval95(successes, cases);

        Assert.Equal(low, interval.Low, 4);
        Assert.Equal(high, interval.High, 4);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 5)]
    [InlineData(6, 5)]
    public void What_is_no_ratio_is_refused(int successes, int cases) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Wilson.Interval95(successes, cases));
}
