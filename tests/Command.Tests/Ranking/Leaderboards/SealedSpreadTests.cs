using Command.Data;
using Command.Ranking.Leaderboards;

namespace Command.Tests.Ranking.Leaderboards;

/// <summary>The step that is proposed with new weights: how far apart units lay in the last sealed year, chance taken off.</summary>
public sealed class SealedSpreadTests
{
    [Fact]
    public async Task Where_no_year_was_sealed_none_is_proposed()
    {
        await using var app = await TestApp.StartAsync();
        await SealAsync(app, "2025-12", LeaderboardMetric.ValuableRatio, ("a", new Prior(0.5, 24)));
        await SealAsync(app, "2025-H2", LeaderboardMetric.ValuableRatio, ("a", new Prior(0.5, 24)));

        Assert.Empty(await app.Get<SealedBoards>().SpreadsAsync(CancellationToken.None));
        Assert.Contains("chưa có năm nào", await (await app.SignInAsync()).ReadAsync("/leaderboards/weights"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>One deviation of Beta with mean m and weight w is √(m(1 − m) ÷ (w + 1)), of Gamma √(m ÷ w).</summary>
    [Fact]
    public async Task It_is_the_middle_group_of_the_last_sealed_year_and_no_less_than_its_floor()
    {
        await using var app = await TestApp.StartAsync();
        await SealAsync(app, "2024", LeaderboardMetric.ValuableRatio, ("a", new Prior(0.5, 1)), ("b", new Prior(0.5, 1)), ("c", new Prior(0.5, 1)));
        await SealAsync(app, "2025", LeaderboardMetric.ValuableRatio, ("a", new Prior(0.5, 24)), ("b", new Prior(0.5, 399)), ("c", new Prior(0.5, 99)), ("d", null));
        await SealAsync(app, "2025", LeaderboardMetric.AnsweredInTime, ("a", new Prior(0.9, 100_000)));
        await SealAsync(app, "2025", LeaderboardMetric.TipoffsPer10000, ("a", new Prior(16, 4)));
        await SealAsync(app, "2026-01", LeaderboardMetric.TipoffsPer10000, ("a", new Prior(100, 1)));

        var spreads = await app.Get<SealedBoards>().SpreadsAsync(CancellationToken.None);

        Assert.Equal(("2025", 0.05), (spreads[LeaderboardMetric.ValuableRatio].Period, Math.Round(spreads[LeaderboardMetric.ValuableRatio].Value, 9)));
        Assert.Equal(LeaderboardMetric.AnsweredInTime.LeastScale, spreads[LeaderboardMetric.AnsweredInTime].Value);
        Assert.Equal(2, spreads[LeaderboardMetric.TipoffsPer10000].Value, 9);
        Assert.False(spreads.ContainsKey(LeaderboardMetric.FollowersPer1000));
        Assert.Contains("5,00", await (await app.SignInAsync()).ReadAsync("/leaderboards/weights"), StringComparison.Ordinal);
    }

    private static async Task SealAsync(TestApp app, string period, LeaderboardMetric metric, params (string Group, Prior? Prior)[] groups)
    {
        var days = (await app.Get<Command.Periods.PeriodBook>().CalendarAsync(CancellationToken.None)).Find(period)!;
        await using var db = await app.OpenAsync();
        db.AddRange(groups.Select(g => new SealedLeaderboard
        {
            PeerGroup = g.Group,
            Period = period,
            Metric = metric.Name,
            From = days.From,
            To = days.To,
            SealedAt = LocalTime.StartOf(days.To.AddDays(1)),
            SealedBy = "khanh",
            WeightsVersion = 1,
            Content = new SealedContent([], [], g.Prior, []).Write(),
            Digest = [1],
        }));
        await db.SaveChangesAsync();
    }
}
