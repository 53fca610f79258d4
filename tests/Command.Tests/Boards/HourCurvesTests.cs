using Command.Boards;

namespace Command.Tests.Boards;

public sealed class HourCurvesTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(4, 4)]
    [InlineData(7, 8)]
    [InlineData(12, 12)]
    [InlineData(42, 50)]
    [InlineData(260, 300)]
    [InlineData(100, 100)]
    [InlineData(58_738, 60_000)]
    public void The_scale_begins_at_zero_and_ends_at_a_round_number(long greatest, double top) =>
        Assert.Equal(top, HourCurves.Of([greatest, null]).Top);

    [Fact]
    public void Hours_that_have_not_begun_are_a_gap_and_not_zero()
    {
        var line = new HourCurves(10).Line([0, 10, null, 5, null]);
        Assert.Equal("M5 100L15 0M35 50", line);
    }

    [Fact]
    public void Coordinates_are_written_for_machines_in_every_language()
    {
        using var screen = new Screen();
        Assert.Equal("M5 33.33", new HourCurves(3).Line([2]));
    }

    [Fact]
    public void Labels_that_would_cover_each_other_are_moved_apart_within_the_box()
    {
        var depths = HourCurves.Apart([0.98, 0.97, 0.2]);
        Assert.Equal(0.2 - (0.97 + 0.09 - 1), depths[2], 6);
        Assert.True(depths[0] - depths[1] >= 0.09 - 1e-9);
        Assert.True(depths.Max() <= 1 + 1e-9);
    }
}
