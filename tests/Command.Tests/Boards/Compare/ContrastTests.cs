using Command.Boards.Compare;
using Command.Comparable;
using Command.Periods;
using Command.Ranking;

namespace Command.Tests.Boards.Compare;

public sealed class ContrastTests
{
    private static readonly Period february = Period.Between(new(2026, 2, 1), new(2026, 2, 28));
    private static readonly Period days = Period.Between(new(2026, 3, 1), new(2026, 3, 10));

    [Theory]
    [InlineData(3, 2, ChangeMark.Unknown, null)]
    [InlineData(12, 8, ChangeMark.Within, null)]
    [InlineData(40, 36, ChangeMark.Within, 11.1)]
    [InlineData(100, 60, ChangeMark.FarUp, 66.7)]
    [InlineData(30, 60, ChangeMark.FarDown, -50.0)]
    public void A_unit_differs_from_its_group_only_beyond_the_noise_of_counting(double own, double average, ChangeMark mark, double? percent)
    {
        var contrast = Contrast.WithGroup(Measure.Messages, Line(Count(own), Group(Count(average))))!;

        Assert.Equal((mark, percent, false), (contrast.Mark!.Value, Round(contrast.Apart), contrast.IsDaily));
    }

    [Fact]
    public void Whoever_counted_on_fewer_days_is_compared_by_the_day()
    {
        var contrast = Contrast.WithGroup(Measure.Messages, Line(Count(60), Group(Count(120))) with { Days = 14, Group = Group(Count(120)) with { Days = 28 + 28 + 14 } })!;

        Assert.Equal((ChangeMark.Within, true), (contrast.Mark, contrast.IsDaily));
        Assert.InRange(contrast.Apart!.Value, -20, 0);
    }

    [Theory]
    [InlineData(50, 140, ChangeMark.Within, 0.0)]
    [InlineData(90, 140, ChangeMark.FarUp, 80.0)]
    [InlineData(50, 50, ChangeMark.FarUp, null)]
    public void Periods_of_unequal_length_are_compared_by_their_rates(double own, double before, ChangeMark mark, double? percent)
    {
        var contrast = Contrast.WithPeriod(Measure.Messages, Line(Count(own)) with { Period = days, Days = 10 }, Line(Count(before)))!;

        Assert.Equal((mark, percent, true), (contrast.Mark!.Value, Round(contrast.Apart), contrast.IsDaily));
    }

    [Fact]
    public void Days_that_both_have_what_shares_have_made_levels_and_what_is_half_decided_carry_no_mark()
    {
        Assert.Null(Contrast.WithPeriod(Measure.Messages, Line(Count(90)), Line(Count(40)))!.Mark);
        Assert.Null(Contrast.WithGroup(Measure.Messages, Line(Count(90) with { IsRestated = true }, Group(Count(40))))!.Mark);
        Assert.Null(Contrast.WithGroup(Measure.Followers, Line(Count(90), Group(Count(40))))!.Mark);
        Assert.Null(Contrast.WithGroup(Measure.ValuableRatio, Line(new Figure(20, 40, 10, false), Group(new Figure(30, 120, 0, false))))!.Mark);
        Assert.Null(Contrast.WithGroup(Measure.Messages, Line(Count(90), Group(Count(90)) with { Known = 1 })));
    }

    [Fact]
    public void A_ratio_is_set_against_the_other_units_and_told_in_points()
    {
        Assert.Equal((ChangeMark.Within, 8.3), Rounded(Contrast.WithGroup(Measure.ValuableRatio, Line(new Figure(4, 12, 0, false), Group(new Figure(30, 120, 0, false))))!));
        Assert.Equal((ChangeMark.FarUp, 33.3), Rounded(Contrast.WithGroup(Measure.ValuableRatio, Line(new Figure(40, 60, 0, false), Group(new Figure(60, 180, 0, false))))!));

        static (ChangeMark?, double) Rounded(Contrast contrast) => (contrast.Mark, Math.Round(contrast.Apart!.Value, 1));
    }

    [Fact]
    public void A_median_is_set_against_the_waits_of_the_others()
    {
        var (quick, slow) = (Times(40, 30), Times(80, 60));
        var contrast = Contrast.WithGroup(Measure.FirstReply, Line(quick, Group(quick + slow)))!;

        Assert.Equal((ChangeMark.FarDown, -1, null), (contrast.Mark, contrast.Sign, contrast.Apart));
        Assert.Equal(ChangeMark.Within, Contrast.WithGroup(Measure.FirstReply, Line(slow, Group(slow + slow)))!.Mark);

        static Figure Times(short bucket, double count) => new(count, 0, 0, false) { Times = Durations.Of(bucket, count) };
    }

    [Fact]
    public void What_scatters_beyond_chance_needs_a_greater_difference()
    {
        var steady = Line(Count(100), Group(Count(70))) with { Points = Points(20, 20, 20, 20, 20) };
        var leaping = steady with { Points = Points(0, 98, 0, 2, 0) };

        Assert.Equal((ChangeMark.FarUp, ChangeMark.Within), (Contrast.WithGroup(Measure.Messages, steady)!.Mark, Contrast.WithGroup(Measure.Messages, leaping)!.Mark));
    }

    private static double? Round(double? apart) => apart is { } known ? Math.Round(known, 1) : null;

    private static Figure Count(double value) => new(value, 0, 0, false);

    private static IReadOnlyList<ComparedPoint> Points(params double[] values) =>
        [.. values.Select((v, i) => new ComparedPoint(new Bucket(february.From.AddDays(i), february.From.AddDays(i)), Count(v), false))];

    private static GroupLine Group(Figure total) => new("wards", 4, [], total, 3, true) { Days = 3 * 28 };

    private static ComparedLine Line(Figure total, GroupLine? group = null) =>
        new("tre", "Tre", february, Points(total.Value), total, group, [], [], true, true) { Days = 28 };
}
