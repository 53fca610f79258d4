using Command.Boards;
using Command.Data;
using Command.Live;
using Command.Ranking;

namespace Command.Tests.Boards;

public sealed class PhrasesTests
{
    [Theory]
    [InlineData(ChangeMark.FarUp, 12.0, "cao hơn hẳn 12\u00A0%")]
    [InlineData(ChangeMark.Down, -21.4, "thấp hơn 21\u00A0%")]
    [InlineData(ChangeMark.Up, null, "cao hơn")]
    [InlineData(ChangeMark.Within, 3.0, "trong mức dao động")]
    [InlineData(ChangeMark.Unknown, null, "quá ít để so sánh")]
    public void A_mark_is_said_in_words_and_noise_has_no_percentage(ChangeMark mark, double? percent, string expected)
    {
        using var screen = new Screen();
        Assert.Equal(expected, screen.Say.Change(TileKind.Messages, new Comparison(33, mark, percent)));
    }

    [Fact]
    public void A_longer_reply_time_is_slower_and_not_higher()
    {
        using var screen = new Screen();
        Assert.Equal("chậm hơn 21\u00A0%", screen.Say.Change(TileKind.MedianFirstReply, new Comparison(500, ChangeMark.Up, 21)));
    }

    [Fact]
    public void A_day_of_which_nothing_is_known_is_not_compared()
    {
        using var screen = new Screen();
        Assert.Equal("chưa có số liệu", screen.Say.Change(TileKind.Messages, new Comparison(null, ChangeMark.Up, 5)));
    }

    [Fact]
    public void An_earlier_share_names_both_its_numbers_too()
    {
        using var screen = new Screen();
        Assert.Equal("cùng giờ hôm qua: 80\u00A0% (4 / 5)", screen.Say.Before(TileKind.AnsweredInTime, new Comparison(0.8, ChangeMark.Up, null, 5), "hôm qua"));
        Assert.Equal("cùng giờ hôm qua: 33", screen.Say.Before(TileKind.Messages, new Comparison(33, ChangeMark.Up, null), "hôm qua"));
    }

    [Fact]
    public void A_share_names_both_its_numbers()
    {
        using var screen = new Screen();
        Assert.Equal("974 trên 1.012 lượt đến hạn hôm nay", screen.Say.Basis(SampleBoards.TileOf(TileKind.AnsweredInTime, 974.0 / 1012, 1012)));
    }

    [Fact]
    public void The_weekday_compared_with_is_named()
    {
        using var screen = new Screen();
        Assert.Equal("thứ Sáu tuần trước", screen.Say.LastWeek(new DateOnly(2024, 11, 22)));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en")]
    public void Every_kind_of_thing_has_its_words_in_both_languages(string language)
    {
        using var screen = new Screen(language);
        var said = new List<string>();
        said.AddRange(Enum.GetValues<TileKind>().Select(screen.Say.Label));
        said.AddRange(Enum.GetValues<Platform>().Select(screen.Say.Name));
        said.AddRange(Enum.GetValues<DayOfWeek>().SelectMany(d => new[] { screen.Say.Weekday(d), screen.Say.ShortWeekday(d), screen.Say.LastWeek(new DateOnly(2024, 11, 17).AddDays((int)d)) }));
        said.AddRange(Enum.GetValues<EventKind>().Select(k => screen.Say.Happened(new FeedItem(1, 1, k, MessageKind.Unclassified, SampleBoards.Noon))));
        said.AddRange(Enum.GetValues<MessageKind>().Select(k => screen.Say.Happened(new FeedItem(1, 1, EventKind.Message, k, SampleBoards.Noon))));
        said.AddRange(Enum.GetValues<ChangeMark>().SelectMany(m => new[] { TileKind.Messages, TileKind.MedianFirstReply }.Select(k => screen.Say.Change(k, new Comparison(1, m, null)))));
        Assert.All(said, words => Assert.DoesNotContain('.', words));
    }
}
