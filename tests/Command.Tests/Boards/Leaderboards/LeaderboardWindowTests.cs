using Command.Boards.Leaderboards;
using Command.Ranking;
using Command.Ranking.Leaderboards;

namespace Command.Tests.Boards.Leaderboards;

public sealed class LeaderboardWindowTests
{
    [Theory]
    [InlineData(400, 0)]
    [InlineData(0, 400)]
    [InlineData(250, 150)]
    public void A_board_of_some_hundreds_is_shown_whole(int ranked, int apart)
    {
        var window = LeaderboardWindow.Of(Rows(ranked), Apart(apart), 7);

        Assert.Equal((ranked, apart, 1, 1), (window.Rows.Count, window.Apart.Count, window.Page, window.Pages));
    }

    [Theory]
    [InlineData(3_321, 0)]
    [InlineData(901, 111)]
    [InlineData(400, 1)]
    [InlineData(3, 500)]
    public void All_pages_of_a_long_board_together_are_the_board(int ranked, int apart)
    {
        var (rows, others) = (Rows(ranked), Apart(apart));
        var pages = LeaderboardWindow.Of(rows, others, 1).Pages;

        var windows = Enumerable.Range(1, pages).Select(page => LeaderboardWindow.Of(rows, others, page)).ToList();

        Assert.Equal(rows, windows.SelectMany(w => w.Rows));
        Assert.Equal(others, windows.SelectMany(w => w.Apart));
        Assert.All(windows.SkipLast(1), w => Assert.Equal(200, w.Rows.Count + w.Apart.Count));
        Assert.Equal(pages, LeaderboardWindow.Of(rows, others, 99_999).Page);
        Assert.Equal(1, LeaderboardWindow.Of(rows, others, -5).Page);
    }

    private static LeaderboardRow[] Rows(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new LeaderboardRow($"r{i}", 10, 5, 10, 0.5, 0.5, null, new Place(0.5, i + 1, 1, count, 0, 1)))];

    private static NotRanked[] Apart(int count) => [.. Enumerable.Range(0, count).Select(i => new NotRanked($"a{i}", NotRankedReason.TooFew, 1, 1))];
}
