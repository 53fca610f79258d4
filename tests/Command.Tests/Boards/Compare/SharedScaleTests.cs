using Command.Boards.Compare;

namespace Command.Tests.Boards.Compare;

public sealed class SharedScaleTests
{
    private static readonly SharedScale scale = new(10, 4);

    [Fact]
    public void An_unknown_point_is_a_gap_and_a_lonely_one_a_dot() =>
        Assert.Equal("M12.5 0L37.5 50M87.5 100h0", scale.Line([10, 5, null, 0]));

    [Fact]
    public void Nothing_known_draws_nothing() => Assert.Equal("", scale.Line([null, null]));
}
