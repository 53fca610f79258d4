namespace Command.Tests.Boards;

public sealed class FiguresTests
{
    private static readonly DateTimeOffset noon = SampleBoards.Noon;

    [Theory]
    [InlineData("vi-VN", 1_230, "1.230")]
    [InlineData("vi-VN", 1_690_121, "1.690.121")]
    [InlineData("en", 1_230, "1,230")]
    public void Counts_are_grouped_as_the_reader_groups_them(string language, double count, string expected)
    {
        using var screen = new Screen(language);
        Assert.Equal(expected, screen.Figures.Count(count));
    }

    [Theory]
    [InlineData("vi-VN", 0.962, "96,2\u00A0%")]
    [InlineData("vi-VN", 1, "100\u00A0%")]
    [InlineData("en", 0.962, "96.2%")]
    public void Shares_are_percentages(string language, double share, string expected)
    {
        using var screen = new Screen(language);
        Assert.Equal(expected, screen.Figures.Share(share));
    }

    [Theory]
    [InlineData(0, "0 giây")]
    [InlineData(45, "45 giây")]
    [InlineData(59.6, "1 phút")]
    [InlineData(553, "9 phút")]
    [InlineData(3_599, "1 giờ")]
    [InlineData(3 * 3600 + 20 * 60, "3 giờ 20")]
    [InlineData(3600 + 5 * 60, "1 giờ 05")]
    [InlineData(24 * 3600 - 10, "1 ngày")]
    [InlineData(51 * 3600, "2 ngày 3 giờ")]
    public void Durations_have_two_units_at_most(double seconds, string expected)
    {
        using var screen = new Screen();
        Assert.Equal(expected, screen.Figures.Duration(seconds));
    }

    [Theory]
    [InlineData(-30, "vừa xong")]
    [InlineData(59, "vừa xong")]
    [InlineData(120, "2 phút trước")]
    [InlineData(3_599, "59 phút trước")]
    [InlineData(7_200, "2 giờ trước")]
    [InlineData(200_000, "2 ngày trước")]
    public void The_past_is_told_in_whole_units_rounded_down(int secondsAgo, string expected)
    {
        using var screen = new Screen();
        Assert.Equal(expected, screen.Figures.Ago(noon.AddSeconds(-secondsAgo), noon));
    }

    [Fact]
    public void Clocks_show_the_time_of_Ho_Chi_Minh_City_whatever_zone_the_server_has()
    {
        using var screen = new Screen();
        Assert.Equal("12:04:31", screen.Figures.Clock(noon));
        Assert.Equal("12:04:31", screen.Figures.ClockOn(new DateOnly(2024, 11, 22), noon));
        Assert.Equal("22/11 12:04", screen.Figures.ClockOn(new DateOnly(2024, 11, 23), noon));
        Assert.Equal("12:04", screen.Figures.Moment(noon, noon));
    }

    [Fact]
    public void A_moment_of_another_local_day_names_the_day()
    {
        using var screen = new Screen();
        var lateYesterday = new DateTimeOffset(2024, 11, 21, 16, 59, 0, TimeSpan.Zero);
        Assert.Equal("23:59 ngày 21/11/2024", screen.Figures.Moment(lateYesterday, noon));
        Assert.Equal("00:00", screen.Figures.Moment(lateYesterday.AddMinutes(1), noon));
    }
}
