using Command.Boards.Compare;
using Command.Comparable;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards.Compare;

/// <summary>Levels, medians and what platforms tell of ranges of their own, across the reform.</summary>
public sealed class CompareReadingsTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync()
    {
        app = await Reform.StartAsync();
        await Reform.AddReadingsAsync(app);
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task A_level_is_what_stood_at_the_end_of_the_days_restated_by_the_shares()
    {
        var lines = (await ReadAsync(Measure.Followers, Step.Day, "sen-hong", "mai-vang", "tre")).Lines;

        Assert.Equal([1200.0, 480, 505], lines.Select(l => l.Total!.Value.Value));
        Assert.DoesNotContain(lines, l => l.Total!.Value.IsRestated);
        Assert.Null(Point(lines[0], new(2026, 1, 19)));
        Assert.Equal((1000 + 0.25 * 400, true), (Point(lines[0], new(2026, 1, 31))!.Value.Value, Point(lines[0], new(2026, 1, 31))!.Value.IsRestated));
        Assert.Equal(0.75 * 400, Point(lines[1], new(2026, 1, 31))!.Value.Value);
        Assert.Equal(1000, Point(lines[0], new(2026, 2, 1))!.Value.Value);
        var beside = Assert.Single(lines[0].Beside);
        Assert.Equal(("Công an phường Đào", 70.0, new DateOnly(2026, 1, 31)), (beside.Name, beside.Total.Value, beside.Until));
        Assert.Equal((1200 + 480 + 505) / 3.0, lines[0].Group!.Total!.Value.Value, 6);
    }

    [Fact]
    public async Task A_group_is_the_average_of_the_units_that_are_known_and_says_of_how_many()
    {
        var line = (await ReadAsync(Measure.Views, Step.Week, "sen-hong")).Lines[0];

        Assert.Equal((3, 2), (line.Group!.Units, line.Group.Known));
        Assert.Equal((100 + 50 + 70 + 40 + 200) / 2.0, line.Group.Total!.Value.Value, 6);
        Assert.Equal([0, 0, 2, 2, 1], line.Group.KnownAt);
        Assert.Equal([null, null, 70, 125, 70], line.Group.Figures.Select(f => f?.Value));
        var page = await (await app.SignInAsync(Command.Data.Role.Commander, "city")).ReadAsync($"/compare?unit=sen-hong&period={Reform.Period}&measure=views&by=Week");
        Assert.Contains("2/3 đơn vị có số", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_month_every_figure_is_the_same_whether_its_days_are_summed_up_already_or_not()
    {
        var before = await ReadMonthsAsync();

        Assert.Equal(28, await app.Get<MonthSums>().CloseAsync(CancellationToken.None));

        Assert.Equal(before, await ReadMonthsAsync());
        await using (var db = await app.OpenAsync())
            await db.RollupMonths.ExecuteUpdateAsync(months => months.SetProperty(m => m.Count, m => m.Count + 1));
        Assert.NotEqual(before, await ReadMonthsAsync());

        async Task<List<string>> ReadMonthsAsync()
        {
            var read = new List<string>();
            foreach (var (measure, period) in Measure.All.SelectMany(m => new[] { (m, "2026-01-01..2026-02-28"), (m, "2026-01-05..2026-02-14"), (m, "2025-12-20..2026-02-10") }))
            {
                var compared = await app.Get<CompareQuery>().ReadAsync(TestAskers.Everything, new CompareRequest(["city", "sen-hong", "mai-vang", "tre"], [period], measure, Step.Month), CancellationToken.None);
                read.AddRange(compared.Lines.Select(l => $"{measure.Name} {period} {l.UnitKey}: {l.Total?.Value} {l.Days} | {Told(measure, l.Points.Select(p => p.Figure))} | {Told(measure, l.Group?.Figures ?? [])} | {string.Join("; ", l.Beside.Select(b => $"{b.Name} {b.Total.Value} {Told(measure, b.Figures)}"))}"));
            }

            return read;
        }

        static string Told(Measure measure, IEnumerable<Figure?> figures) => string.Join(" ", figures.Select(f => f is { } known ? $"{known.Value}/{known.Of}/{known.Number(measure)}" : "-"));
    }

    [Fact]
    public async Task A_unit_of_which_a_page_is_unread_is_unknown_says_so_and_lowers_no_average()
    {
        await Reform.ForgetFollowersAsync(app, "mai");
        var lines = (await ReadAsync(Measure.Followers, Step.Day, "sen-hong", "mai-vang", "tre")).Lines;

        Assert.Equal([1200.0, null, 505], lines.Select(l => l.Total?.Value));
        Assert.Null(Point(lines[0], new(2026, 1, 31)));
        Assert.Equal((new DateOnly(2026, 1, 31), "1/2"), (Remark(lines[0], RemarkKind.PagesUnread).Day!.Value, string.Join('/', Remark(lines[0], RemarkKind.PagesUnread).Names)));
        Assert.Equal((2, 3, (1200 + 505) / 2.0), (lines[0].Group!.Known, lines[0].Group!.Units, lines[0].Group!.Total!.Value.Value));
        Assert.DoesNotContain(lines[2].Remarks, r => r.Kind == RemarkKind.PagesUnread);
    }

    [Fact]
    public async Task A_median_is_taken_over_the_merged_units_together_and_says_of_how_many()
    {
        var lines = (await ReadAsync(Measure.FirstReply, Step.Day, "sen-hong", "mai-vang", "tre", "lan")).Lines;

        Assert.Equal([(5.0, Minutes(40)), (6.0, Minutes(70)), (4.0, Minutes(60))], lines.Take(3).Select(l => (l.Total!.Value.Value, l.Total.Value.Number(Measure.FirstReply)!.Value)));
        Assert.Equal((15.0, Minutes(70)), (lines[0].Group!.Total!.Value.Value, lines[0].Group!.Total!.Value.Number(Measure.FirstReply)!.Value));
        Assert.Equal((0.0, (double?)null), (lines[3].Total!.Value.Value, lines[3].Total!.Value.Number(Measure.FirstReply)));

        static double Minutes(short bucket) => Histogram.MiddleSeconds(bucket) / 60;
    }

    [Fact]
    public async Task A_range_that_crosses_the_edge_or_the_reform_is_not_summed_and_the_line_says_so()
    {
        var lines = (await ReadAsync(Measure.Views, Step.Week, "sen-hong", "mai-vang", "tre")).Lines;

        // The week of the reform passed from Sen wholly; that of Mai was shared on some of its days only.
        Assert.Equal([100 + 50 + 70 + 0.25 * 40, 0.75 * 40, null], lines.Select(l => l.Total?.Value));
        Assert.Equal([Week(1, 14), Week(1, 28)], Remark(lines[0], RemarkKind.NotSummed).Days);
        Assert.Equal([Week(1, 28)], Remark(lines[1], RemarkKind.NotSummed).Days);
        var city = Assert.Single((await ReadAsync(Measure.Views, Step.Week, "city")).Lines);
        Assert.Equal((100 + 50 + 70 + 40 + 200, false), (city.Total!.Value.Value, city.Total.Value.IsRestated));
    }

    [Fact]
    public async Task Weeks_of_the_platform_stand_where_they_end_and_are_never_split()
    {
        var weeks = (await ReadAsync(Measure.Views, Step.Week, "sen-hong")).Lines[0];
        var days = (await ReadAsync(Measure.Views, Step.Day, "sen-hong")).Lines[0];

        Assert.Equal([null, null, 110, 50, 70], weeks.Points.Select(p => p.Figure?.Value));
        Assert.Equal(weeks.Total!.Value.Value, weeks.Points.Sum(p => p.Figure?.Value ?? 0), 6);
        Remark(weeks, RemarkKind.OwnRanges);
        Assert.All(days.Points, p => Assert.Null(p.Figure));
        Assert.Equal((weeks.Total, 3), (days.Total, Remark(days, RemarkKind.LongRanges).Days.Count));
    }

    [Fact]
    public async Task What_a_platform_tells_stands_in_only_where_no_event_counts_the_same()
    {
        var lines = (await ReadAsync(Measure.Posts, Step.Week, "tre", "lan")).Lines;

        Assert.Equal([7.0, 2], lines.Select(l => l.Total!.Value.Value));
        Assert.Equal([null, null, 7, null, null], lines[0].Points.Select(p => p.Figure?.Value));
    }

    [Fact]
    public async Task The_period_before_and_that_of_last_year_by_weekday_are_offered()
    {
        var earlier = (await ReadAsync(Measure.Messages, Step.Day, "tre")).Earlier;

        Assert.Equal(("2025-12-21..2026-01-17", "2025-01-19..2025-02-15"), (earlier.Previous.Key, earlier.LastYear.Key));
        var page = await (await app.SignInAsync(Command.Data.Role.Commander, "city")).ReadAsync($"/compare?unit=tre&period={Reform.Period}");
        Assert.Contains($"href=\"/compare?unit=tre&period={Reform.Period}&period=2025-01-19..2025-02-15\"", page, StringComparison.Ordinal);
    }

    private static Bucket Week(int month, int day) => new(new DateOnly(2026, month, day), new DateOnly(2026, month, day).AddDays(6));

    private static Figure? Point(ComparedLine line, DateOnly day) => line.Points.Single(p => p.Days.From == day).Figure;

    private static Remark Remark(ComparedLine line, RemarkKind kind) => Assert.Single(line.Remarks, r => r.Kind == kind);

    private Task<Comparison> ReadAsync(Measure measure, Step step, params string[] units) =>
        app.Get<CompareQuery>().ReadAsync(TestAskers.Everything, new CompareRequest(units, [Reform.Period], measure, step), CancellationToken.None);
}
