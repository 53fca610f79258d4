using Command.Comparable;
using Command.Rollups;

namespace Command.Tests.Comparable;

public sealed class DurationsTests
{
    [Fact]
    public void Of_whole_counts_the_median_is_that_of_the_histogram()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var histogram = new Histogram();
            Durations? durations = null;
            for (var i = random.Next(1, 9); i > 0; i--)
            {
                var (bucket, count) = ((short)random.Next(0, 12), random.Next(1, 6));
                histogram.Add(bucket, count);
                durations = Durations.Together(durations, Durations.Of(bucket, count));
            }

            Assert.Equal(histogram.MedianSeconds(), durations!.MedianSeconds);
        }
    }

    [Fact]
    public void A_share_changes_the_weight_and_not_the_median()
    {
        var one = Durations.Together(Durations.Of(10, 3), Durations.Of(40, 8))!;

        Assert.Equal(Histogram.MiddleSeconds(40), one.MedianSeconds);
        Assert.Equal(one.MedianSeconds, one.Part(0.25).MedianSeconds);
        Assert.Equal(Histogram.MiddleSeconds(10), Durations.Together(Durations.Of(10, 3), Durations.Of(40, 8).Part(0.25))!.MedianSeconds);
        Assert.Null(Durations.Of(10, 0).MedianSeconds);
    }
}
