using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Command.Rollups;

namespace Command.Tests.Ranking.Leaderboards;

/// <summary>From the workflow and the counted days to the board, over a real database.</summary>
public sealed class LeaderboardQueryTests
{
    [Fact]
    public async Task Decided_tipoffs_are_ranked_and_those_that_wait_stand_apart()
    {
        await using var wards = await Wards.BusyAsync();

        var view = await wards.ReadAsync("valuable_ratio");

        Assert.Equal([("sen", 9.0, 12.0), ("mai", 7, 12), ("cuc", 6, 12), ("lan", 5, 12), ("dao", 3, 12)], view.Board.Rows.Select(r => (r.Unit, r.Count, r.Of!.Value)));
        var waiting = Assert.Single(view.Board.Apart);
        Assert.Equal(("tre", NotRankedReason.TooFew), (waiting.Unit, waiting.Reason));
        Assert.Equal(LeaderboardStatus.Provisional, view.Status);
        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2026, 2, 28)), (view.Ask.Days.From, view.Ask.Days.To));
        Assert.Equal(0.5, view.Board.Prior!.Mean, 9);
    }

    [Fact]
    public async Task A_ratio_under_nine_tenths_decided_is_provisional_with_its_bounds()
    {
        await using var wards = await Wards.BusyAsync();
        await wards.ReceiveAsync("sen", 0, 0, 4);

        var sen = (await wards.ReadAsync("valuable_ratio")).Board.Apart.Single(a => a.Unit == "sen");

        Assert.Equal(NotRankedReason.Provisional, sen.Reason);
        Assert.Equal(new Interval(9 / 16.0, 13 / 16.0), sen.Bounds);
    }

    [Fact]
    public async Task Tipoffs_per_residents_need_residents()
    {
        await using var wards = await Wards.BusyAsync();

        var view = await wards.ReadAsync("tipoffs_per_10000");

        Assert.All(view.Board.Rows, r => Assert.Equal((12.0, 2.0, 6.0), (r.Count, r.Of!.Value, r.Value!.Value)));
        Assert.Equal(5, view.Board.Rows.Count);
        Assert.Equal(("tre", NotRankedReason.ResidentsUnknown), (view.Board.Apart[0].Unit, view.Board.Apart[0].Reason));
        Assert.Equal(new DateOnly(2026, 2, 1), view.Ask.Days.From);
    }

    [Fact]
    public async Task Replies_follow_the_page_to_its_owner_of_the_day()
    {
        await using var wards = await Wards.StartAsync();
        foreach (var page in new[] { "sen-zalo", "mai-zalo", "cuc-zalo", "lan-zalo" })
            await wards.ReplyAsync(page, "2026-02-03", 8, 10);
        await wards.ReplyAsync("dao-zalo", "2026-02-15", 3, 6);
        await wards.ReplyAsync("dao-zalo", "2026-02-16", 7, 9);
        await wards.ReplyAsync("tre-zalo", "2026-02-20", 1, 4);
        await wards.ReplyAsync("tre-zalo", "2026-03-01", 50, 50);

        var counts = (await wards.ReadAsync("answered_in_time")).Board.Rows.ToDictionary(r => r.Unit, r => (r.Count, r.Of));

        Assert.Equal((8, 10.0), counts["sen"]);
        Assert.Equal((3, 6.0), counts["dao"]);
        Assert.Equal((8, 13.0), counts["tre"]);
    }

    [Fact]
    public async Task Closed_months_change_no_figure_though_a_page_passes_on_within_one()
    {
        await using var wards = await Wards.StartAsync();
        foreach (var page in new[] { "sen-zalo", "mai-zalo", "cuc-zalo", "lan-zalo" })
            await wards.ReplyAsync(page, "2026-02-03", 8, 10);
        await wards.ReplyAsync("dao-zalo", "2026-02-15", 3, 6);
        await wards.ReplyAsync("dao-zalo", "2026-02-16", 7, 9);
        await wards.ReplyAsync("tre-zalo", "2026-02-20", 1, 4);
        var before = Counts(await wards.ReadAsync("answered_in_time"));

        Assert.True(await wards.App.Get<MonthSums>().CloseAsync(CancellationToken.None) > 20);
        await using (var db = await wards.App.OpenAsync())
            await db.CountChangeAsync(CancellationToken.None);
        wards.Clock.Now += TimeSpan.FromHours(1);

        var view = await wards.ReadAsync("answered_in_time");
        Assert.Equal(wards.Clock.Now, view.At);
        Assert.Equal(before, Counts(view));

        static List<(string, double, double?)> Counts(LeaderboardView view) => [.. view.Board.Rows.Select(r => (r.Unit, r.Count, r.Of)).Order()];
    }

    [Fact]
    public async Task Followers_are_each_pages_last_reading_and_unknown_is_not_zero()
    {
        await using var wards = await Wards.StartAsync();
        foreach (var (page, value) in new[] { ("sen-zalo", 900.0), ("mai-zalo", 700), ("cuc-zalo", 500), ("lan-zalo", 300) })
            await wards.FollowAsync(page, "2026-02-10T10:00", value);
        await wards.FollowAsync("sen-zalo", "2026-02-28T23:00", 1_000);
        await wards.FollowAsync("sen-zalo", "2026-03-02T10:00", 5_000);
        await wards.FollowAsync("dao-zalo", "2026-02-10T10:00", 100);
        await wards.FollowAsync("tre-zalo", "2026-02-10T10:00", 9_000, ReadingSource.Declared);

        var view = await wards.ReadAsync("followers_per_1000");

        Assert.Empty(view.Board.Rows);
        Assert.Equal(
            [("cuc", 500.0, NotRankedReason.GroupTooSmall), ("dao", 0, NotRankedReason.ReadingUnknown), ("lan", 300, NotRankedReason.GroupTooSmall), ("mai", 700, NotRankedReason.GroupTooSmall), ("sen", 1_000, NotRankedReason.GroupTooSmall), ("tre", 0, NotRankedReason.ReadingUnknown)],
            view.Board.Apart.OrderBy(a => a.Unit).Select(a => (a.Unit, a.Count, a.Reason)));
    }

    [Fact]
    public async Task Each_role_sees_the_rows_that_it_may_compare_ranked_in_the_whole_group()
    {
        await using var wards = await Wards.BusyAsync();
        (Role Role, string? Unit, string[] Rows, string[] Apart)[] matrix =
        [
            (Role.Administrator, null, ["sen", "mai", "cuc", "lan", "dao"], ["tre"]),
            (Role.Commander, "city", ["sen", "mai", "cuc", "lan", "dao"], ["tre"]),
            (Role.Commander, "north", ["sen", "mai", "cuc", "lan", "dao"], []),
            (Role.Analyst, "south", [], ["tre"]),
            (Role.Chief, "dao", ["sen", "mai", "cuc", "lan", "dao"], ["tre"]),
            (Role.Staff, "dao", ["dao"], []),
            (Role.Wall, "sen", ["sen"], []),
            (Role.Key, "south", [], ["tre"]),
        ];
        foreach (var (role, unit, rows, apart) in matrix)
        {
            var view = await wards.ReadAsync("valuable_ratio", asker: new Asker(role, unit is null ? null : await wards.IdAsync(unit)));

            Assert.Equal((role, unit, string.Join(' ', rows), string.Join(' ', apart)), (role, unit, string.Join(' ', view.Board.Rows.Select(r => r.Unit)), string.Join(' ', view.Board.Apart.Select(a => a.Unit))));
            Assert.Equal(5, view.Ranked);
            Assert.Equal(6 - rows.Length - apart.Length, view.OutOfSight);
        }

        var team = new Asker(Role.Chief, await wards.IdAsync("doi-1"));
        Assert.Equal(LeaderboardFault.OutOfSight, (await wards.App.Get<LeaderboardQuery>().ReadAsync(team, "wards", "2026-02", "valuable_ratio", null, CancellationToken.None)).Fault);
        Assert.Equal(["teams"], await wards.App.Get<LeaderboardQuery>().GroupsAsync(team, new DateOnly(2026, 2, 28), CancellationToken.None));
    }

    [Fact]
    public async Task A_composite_is_tried_with_other_weights_and_nothing_is_stored()
    {
        await using var wards = await Wards.BusyAsync();
        foreach (var (page, inTime) in new[] { ("sen-zalo", 10), ("mai-zalo", 20), ("cuc-zalo", 30), ("lan-zalo", 40), ("dao-zalo", 50) })
            await wards.ReplyAsync(page, "2026-02-03", inTime, 60);
        var query = wards.App.Get<LeaderboardQuery>();

        var published = (await query.ReadAsync(TestAskers.Everything, "wards", "2026-02", "composite", null, CancellationToken.None)).View!;
        var tried = (await query.ReadAsync(TestAskers.Everything, "wards", "2026-02", "composite", "0-100-0-0", CancellationToken.None)).View!;

        Assert.Equal((1, false), (published.Ask.Weights.Version, published.Ask.Weights.IsTried));
        Assert.Equal([0.4, 0.3, 0.15, 0.15], published.Ask.Weights.Items.Select(i => i.Value));
        Assert.True(tried.Ask.Weights.IsTried);
        Assert.Equal(["dao", "lan", "cuc", "mai", "sen"], tried.Board.Rows.Select(r => r.Unit));
        await using var db = await wards.App.OpenAsync();
        Assert.Equal([1], db.WeightsVersions.Select(v => v.Number));
    }

    [Fact]
    public async Task The_jobs_make_the_boards_of_all_periods_that_run_ready()
    {
        await using var wards = await Wards.StartAsync();

        // Two groups, a week and two months, quarters, half-years and years, five metrics.
        Assert.Equal(2 * 9 * 5, await wards.App.Get<LiveLeaderboards>().RefreshAsync(CancellationToken.None));
    }
}
