using Bunit;
using Command.Boards;

namespace Command.Tests.Boards;

public sealed class WallTests
{
    [Fact]
    public void Where_tipoffs_were_received_their_ratio_stands_in_place_of_the_messages_that_the_curve_tells()
    {
        using var screen = new Screen();
        var wall = screen.Render<Wall>(w => w.Add(x => x.View, SampleBoards.Day()));
        Assert.Equal(["37", "4", "12", "25 %"], wall.FindAll(".wall-value").Select(v => v.TextContent.Trim().Replace('\u00A0', ' ')));
        Assert.StartsWith("307/1.230 tin · tạm tính", wall.FindAll(".wall-change")[3].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_wall_shows_four_numbers_one_curve_a_clock_and_how_fresh_they_are()
    {
        using var screen = new Screen();
        var wall = screen.Render<Wall>(w => w.Add(x => x.View, SampleBoards.Day() with { Ratios = null }));
        Assert.Equal(["37", "4", "12", "1.230"], wall.FindAll(".wall-value").Select(v => v.TextContent.Trim()));
        Assert.Single(wall.FindAll(".hours"));
        Assert.Matches(@"^\d\d:\d\d:\d\d$", wall.Find(".wall-clock").TextContent);
        Assert.Equal("cập nhật 12:04:31", wall.Find(".wall-fresh").TextContent);
    }

    [Fact]
    public void The_wall_is_always_night_and_has_nothing_to_press()
    {
        using var screen = new Screen();
        var wall = screen.Render<Wall>(w => w.Add(x => x.View, SampleBoards.Day()));
        Assert.Equal("night", wall.Find("main").GetAttribute("data-theme"));
        Assert.Empty(wall.FindAll("a, button, input"));
    }

    [Fact]
    public void Old_numbers_say_so_before_anything_else()
    {
        using var screen = new Screen();
        var wall = screen.Render<Wall>(w => w.Add(x => x.View, SampleBoards.Day(silent: 2)).Add(x => x.StaleSince, SampleBoards.Noon.AddMinutes(-3)));
        Assert.StartsWith("Số liệu chưa được cập nhật từ 12:01", wall.Find("[role=alert]").TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Great_numbers_make_all_four_smaller_alike()
    {
        using var screen = new Screen();
        Assert.NotNull(screen.Render<Wall>(w => w.Add(x => x.View, SampleBoards.Day(scale: 1374) with { Ratios = null })).Find(".wall-longest"));
    }
}
