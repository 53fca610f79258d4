using Bunit;
using Command.Boards;
using Command.Ranking;

namespace Command.Tests.Boards;

public sealed class TileCardTests
{
    private static IRenderedComponent<TileCard> Card(Screen screen, Tile tile) =>
        screen.Render<TileCard>(card => card.Add(c => c.Tile, tile).Add(c => c.LastWeek, screen.Say.LastWeek(new DateOnly(2024, 11, 22))));

    [Fact]
    public void An_unknown_number_is_a_dash_with_its_reason_and_never_zero()
    {
        using var screen = new Screen();
        var value = Card(screen, SampleBoards.TileOf(TileKind.MedianFirstReply, null)).Find(".tile-value");
        Assert.Equal("Hôm nay chưa có lượt trả lời nào", value.GetAttribute("title"));
        Assert.Equal("Hôm nay chưa có lượt trả lời nào", value.QuerySelector(".unseen")!.TextContent);
        Assert.Equal("—", value.QuerySelector("[aria-hidden]")!.TextContent);
    }

    [Fact]
    public void A_comparison_has_a_shape_and_words_and_the_earlier_number()
    {
        using var screen = new Screen();
        var lines = Card(screen, SampleBoards.TileOf(TileKind.Messages, 40)).FindAll(".comparison");
        Assert.Contains("trong mức dao động", lines[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(lines[0].QuerySelector(".mark-Within path"));
        Assert.Equal("cùng giờ hôm qua: 33", lines[0].GetAttribute("title"));
        Assert.Contains("cao hơn hẳn 24\u00A0%", lines[1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(lines[1].QuerySelector(".mark-FarUp path"));
    }

    [Fact]
    public void Every_mark_has_a_shape_of_its_own()
    {
        using var screen = new Screen();
        var shapes = Enum.GetValues<ChangeMark>()
            .Select(mark => screen.Render<MarkIcon>(icon => icon.Add(i => i.Mark, mark)).Find("path").GetAttribute("d"));
        Assert.Equal(6, shapes.Distinct().Count());
    }

    [Fact]
    public void A_share_never_stands_without_its_n()
    {
        using var screen = new Screen();
        Assert.Equal("12 trên 16 lượt đến hạn hôm nay", Card(screen, SampleBoards.TileOf(TileKind.AnsweredInTime, 0.75, 16)).Find(".tile-note").TextContent);
    }

    [Fact]
    public void A_number_glows_when_it_changes_and_not_before()
    {
        using var screen = new Screen();
        var card = Card(screen, SampleBoards.TileOf(TileKind.Messages, 40));
        Assert.Empty(card.FindAll(".glow"));
        card.Render(c => c.Add(x => x.Tile, SampleBoards.TileOf(TileKind.Messages, 41)));
        Assert.Equal("41", card.Find(".glow").TextContent);
    }

    [Fact]
    public void What_did_not_change_is_not_drawn_again()
    {
        using var screen = new Screen();
        var card = Card(screen, SampleBoards.TileOf(TileKind.Messages, 40));
        card.Render(c => c.Add(x => x.Tile, SampleBoards.TileOf(TileKind.Messages, 40)));
        var drawn = card.RenderCount;
        card.Render(c => c.Add(x => x.Tile, SampleBoards.TileOf(TileKind.Messages, 40)));
        Assert.Equal(drawn, card.RenderCount);
    }
}
