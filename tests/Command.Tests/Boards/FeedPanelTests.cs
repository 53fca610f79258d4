using Bunit;
using Command.Boards;

namespace Command.Tests.Boards;

public sealed class FeedPanelTests
{
    [Fact]
    public void A_paused_feed_stands_still_and_counts_what_came_meanwhile()
    {
        using var screen = new Screen();
        var feed = screen.Render<FeedPanel>(f => f.Add(x => x.Lines, SampleBoards.Day(version: 0).Feed!));
        var newest = feed.Find(".feed li").TextContent;
        feed.Find("button").Click();
        feed.Render(f => f.Add(x => x.Lines, SampleBoards.Day(version: 4).Feed!));
        Assert.Equal(newest, feed.Find(".feed li").TextContent);
        Assert.Equal("đã tạm dừng, 4 việc mới", feed.Find("[role=status]").TextContent);
        Assert.Equal("true", feed.Find("button").GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_resumed_feed_shows_the_newest_at_once()
    {
        using var screen = new Screen();
        var feed = screen.Render<FeedPanel>(f => f.Add(x => x.Lines, SampleBoards.Day(version: 0).Feed!));
        feed.Find("button").Click();
        feed.Render(f => f.Add(x => x.Lines, SampleBoards.Day(version: 4).Feed!));
        feed.Find("button").Click();
        Assert.Empty(feed.FindAll("[role=status]"));
        Assert.Contains(screen.Say.Happened(SampleBoards.Day(version: 4).Feed![0].Item), feed.Find(".feed li").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_says_what_where_and_when_and_holds_no_id()
    {
        using var screen = new Screen();
        var feed = screen.Render<FeedPanel>(f => f.Add(x => x.Lines, [SampleBoards.Day(version: 770_000).Feed![2]]).Add(x => x.Today, SampleBoards.Day().Today));
        Assert.Equal("12:04:17 Cán bộ đã trả lời Zalo Công an phường Phú Thịnh", string.Join(' ', feed.Find("li").Children.Select(c => c.TextContent)));
        Assert.DoesNotContain("7700", feed.Markup, StringComparison.Ordinal);
    }
}
