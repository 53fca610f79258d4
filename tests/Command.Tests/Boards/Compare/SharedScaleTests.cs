using Command.Boards.Compare;

namespace Command.Tests.Boards.Compare;

public sealed class SharedScaleTests
{
    private static readonly SharedScale scale = new(10, 4);

    [Fact]
    public void An_unknown_point_is_a_gap_and_a_lonely_one_a_dot() =>
        Assert.Equal("M12.5 0L37.5 50M87.5 100h0", scale.Line([10, 5, null, 0]));

    [Fact]
    public void A_level_fills_its_own_range_and_one_that_never_moves_lies_in_the_middle()
    {
        Assert.Equal("M25 100L75 0", SharedScale.OfLevel([1000, 1010], 2).Line([1000, 1010]));
        Assert.Equal("M25 50L75 50", SharedScale.OfLevel([70, 70], 2).Line([70, 70]));
    }

    [Fact]
    public void Nothing_known_draws_nothing() => Assert.Equal("", scale.Line([null, null]));
}
