using Command.Comparable;
using Command.Periods;

namespace Command.Tests.Comparable;

public sealed class BucketTests
{
    private static readonly Period period = Period.Between(new(2026, 1, 29), new(2026, 3, 2));

    [Theory]
    [InlineData(Step.Day, 33)]
    [InlineData(Step.Week, 6)]
    [InlineData(Step.Month, 3)]
    public void Every_day_of_a_period_lies_in_exactly_one_bucket(Step step, int count)
    {
        var buckets = Bucket.Of(period, step);

        Assert.Equal(count, buckets.Count);
        Assert.Equal((period.From, period.To), (buckets[0].From, buckets[^1].To));
        Assert.All(buckets.Zip(buckets.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From));
    }

    [Fact]
    public void Weeks_begin_on_Monday_and_months_on_the_first()
    {
        Assert.All(Bucket.Of(period, Step.Week).Skip(1), b => Assert.Equal(DayOfWeek.Monday, b.From.DayOfWeek));
        Assert.All(Bucket.Of(period, Step.Month).Skip(1), b => Assert.Equal(1, b.From.Day));
    }

    [Fact]
    public void A_long_period_is_not_drawn_by_the_day_even_when_asked_for()
    {
        var century = Period.Between(new(2000, 1, 1), new(2100, 12, 31));

        Assert.Equal(Step.Month, Bucket.StepFor([century], Step.Day));
        Assert.Equal(Step.Day, Bucket.StepFor([period], null));
        Assert.Equal(Step.Week, Bucket.StepFor([period], Step.Week));
    }
}
