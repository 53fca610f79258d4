using Command.Data;
using Command.Tipoffs;

namespace Command.Tests.Tipoffs;

public sealed class TipoffRatioTests
{
    [Fact]
    public void The_figures_of_Tan_Phu_give_their_ratio_and_interval()
    {
        var ratio = Of((TipoffStanding.Valuable, 307), (TipoffStanding.NotValuable, 800), (TipoffStanding.False, 123), (TipoffStanding.Duplicate, 40), (TipoffStanding.Spam, 9));

        Assert.Equal((1230, 307, 49), (ratio.Received, ratio.Valuable, ratio.Dropped));
        Assert.Equal(0.2496, ratio.Ratio!.Value, 4);
        Assert.Equal(0.2262, ratio.Interval!.Value.Low, 4);
        Assert.Equal(0.2745, ratio.Interval!.Value.High, 4);
        Assert.True(ratio.IsComparable);
    }

    [Fact]
    public void False_and_pending_ones_stay_in_and_only_confirmed_duplicates_and_spam_leave()
    {
        var ratio = Of((TipoffStanding.Pending, 3), (TipoffStanding.Awaiting, 2), (TipoffStanding.False, 1), (TipoffStanding.Spam, 7));

        Assert.Equal((6, 5, 2), (ratio.Received, ratio.Pending, ratio.Awaiting));
    }

    [Theory]
    [InlineData(90, 10, false)]
    [InlineData(89, 11, true)]
    public void Under_ninety_percent_decided_it_is_provisional_with_bounds(int decided, int pending, bool isProvisional)
    {
        var ratio = Of((TipoffStanding.Valuable, 20), (TipoffStanding.NotValuable, decided - 20), (TipoffStanding.Pending, pending));

        Assert.Equal(isProvisional, ratio.IsProvisional);
        Assert.Equal(!isProvisional, ratio.IsComparable);
        Assert.Equal((0.2, (20.0 + pending) / 100), ratio.Bounds);
    }

    [Fact]
    public void A_single_internal_confirmation_keeps_it_out_of_rankings()
    {
        var ratio = TipoffRatio.Of([new(TipoffStanding.Valuable, false, 10), new(TipoffStanding.Valuable, true, 1)]);

        Assert.True(ratio.IsInternal);
        Assert.False(ratio.IsComparable);
        Assert.False(TipoffRatio.Of([new(TipoffStanding.Valuable, false, 10), new(TipoffStanding.Valuable, true, 0)]).IsInternal);
    }

    [Fact]
    public void Of_nothing_there_is_no_ratio()
    {
        var nothing = Of();

        Assert.Equal((null, null, null), (nothing.Ratio, nothing.Interval, nothing.Bounds));
        Assert.False(nothing.IsProvisional);
        Assert.False(nothing.IsComparable);
    }

    private static TipoffRatio Of(params (TipoffStanding Standing, long Count)[] counts) =>
        TipoffRatio.Of(counts.Select(c => new StandingCount(c.Standing, false, c.Count)));
}
