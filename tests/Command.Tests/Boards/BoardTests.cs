using Bunit;
using Command.Boards;

namespace Command.Tests.Boards;

public sealed class BoardTests
{
    [Fact]
    public void The_first_screen_says_what_waits_what_is_overdue_and_which_page_is_silent()
    {
        using var screen = new Screen();
        var board = screen.Board(SampleBoards.Day());
        Assert.Equal(Enum.GetValues<TileKind>().Select(screen.Say.Label), board.FindAll(".tile-label").Select(l => l.TextContent.Trim()));
        Assert.Equal("lâu nhất 3 giờ 20", board.Find("#tile-Waiting ~ .tile-note").TextContent);
        Assert.Contains("1 trang im lặng quá lâu", board.Find(".silent").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_tree_has_a_name_too()
    {
        using var screen = new Screen();
        Assert.Equal("Tất cả các đơn vị", screen.Board(SampleBoards.Day() with { Name = "" }).Find("h1").TextContent);
    }

    [Fact]
    public void A_table_stands_behind_each_chart()
    {
        using var screen = new Screen();
        var board = screen.Board(SampleBoards.Day());
        Assert.NotEmpty(board.FindAll(".sparkline"));
        board.Find("[data-key='t']").Click();
        Assert.Empty(board.FindAll(".sparkline, .hours"));
        var hours = board.FindAll(".panel-hours tbody tr");
        Assert.Equal(24, hours.Count);
        Assert.Equal(["34", "31", "29"], hours[8].QuerySelectorAll("td").Select(c => c.TextContent));
        Assert.Equal("—", hours[20].QuerySelector("td")!.TextContent);
        Assert.NotNull(board.Find(".heat-figures"));
        Assert.Equal(15, board.Find(".days-figures").TextContent.Split('·').Length);
    }

    [Fact]
    public void Without_pages_it_says_what_to_do()
    {
        using var screen = new Screen();
        var board = screen.Board(SampleBoards.Nothing());
        Assert.Contains("Chưa có trang nào được đăng ký", board.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("/pages", board.Find(".empty a").GetAttribute("href"));
        Assert.Empty(board.FindAll(".tile"));
    }

    [Fact]
    public void Units_lead_to_their_own_page_and_pages_to_their_board()
    {
        using var screen = new Screen();
        var day = SampleBoards.Day(rows: 1);
        var board = screen.Board(day with { Rows = [day.Rows[0], day.Rows[0] with { UnitKey = null, PageKey = "zalo & bạn" }] });
        Assert.Equal(["/units/don-vi-0", "/?page=zalo%20%26%20b%E1%BA%A1n"], board.FindAll(".units .unit a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Only_the_line_that_changed_is_drawn_again()
    {
        using var screen = new Screen();
        var day = SampleBoards.Day(rows: 3);
        var board = screen.Board(day);
        UnitRow Same(UnitRow row) => row with { MessagesByDay = [.. row.MessagesByDay] };
        void Draw(UnitRow second) => board.Render(b => b.Add(x => x.View, day with { Rows = [Same(day.Rows[0]), second, Same(day.Rows[2])] }));
        Draw(Same(day.Rows[1]));
        var before = board.FindComponents<UnitLine>().Select(l => l.RenderCount).ToList();
        Draw(day.Rows[1] with { Waiting = 99 });
        var after = board.FindComponents<UnitLine>().Select(l => l.RenderCount).ToList();
        Assert.Equal((before[0], before[2]), (after[0], after[2]));
        Assert.True(after[1] > before[1]);
    }

    [Fact]
    public void The_Vietnamese_screen_has_no_English_and_the_English_one_no_Vietnamese()
    {
        using (var vietnamese = new Screen())
            Assert.DoesNotContain("Waiting for", vietnamese.Board(SampleBoards.Day()).Markup, StringComparison.Ordinal);
        using var english = new Screen("en");
        var board = english.Board(SampleBoards.Day());
        Assert.Contains("Waiting for a reply", board.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("hôm qua", board.Markup, StringComparison.Ordinal);
    }
}
