using Bunit;
using Command.Boards.Tipoffs;
using Command.Data;
using Command.Tipoffs;

namespace Command.Tests.Boards.Tipoffs;

public sealed class DecidedShareTests
{
    [Fact]
    public void The_share_of_the_decided_stands_with_both_its_numbers()
    {
        using var screen = new Screen();
        var ratio = TipoffRatio.Of([new StandingCount(TipoffStanding.Valuable, false, 3), new StandingCount(TipoffStanding.Pending, false, 10)]);

        var shown = screen.Render<DecidedShare>(share => share.Add(s => s.Ratio, ratio));

        Assert.Equal("23,1\u00A0% 3 / 13", shown.Find(".share").TextContent);
    }

    [Fact]
    public void Of_nothing_received_no_share_is_known()
    {
        using var screen = new Screen();
        Assert.Equal("—", screen.Render<DecidedShare>(share => share.Add(s => s.Ratio, TipoffRatio.None)).Find("[aria-hidden]").TextContent);
    }
}
