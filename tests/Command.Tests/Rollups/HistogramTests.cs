using Command.Rollups;

namespace Command.Tests.Rollups;

public sealed class HistogramTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(3_600)]
    [InlineData(86_400)]
    [InlineData(7_000_000)]
    public void A_median_is_within_five_percent(double seconds)
    {
        var histogram = new Histogram();
        histogram.Add(Histogram.BucketOf(TimeSpan.FromSeconds(seconds)), 3);

        Assert.InRange(histogram.MedianSeconds()!.Value, seconds / 1.05, seconds * 1.05);
    }

    [Fact]
    public void Without_a_duration_there_is_no_median() => Assert.Null(new Histogram().MedianSeconds());

    [Fact]
    public void What_is_added_and_taken_again_leaves_nothing()
    {
        var histogram = new Histogram();
        histogram.Add(7, 2);
        histogram.Add(7, -2);

        Assert.Empty(histogram.Buckets);
    }
}
