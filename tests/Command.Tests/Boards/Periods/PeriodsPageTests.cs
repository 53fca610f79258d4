using System.Net;
using Command.Data;
using Command.Tests.Ranking.Leaderboards;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards.Periods;

public sealed class PeriodsPageTests
{
    private static readonly HandClock clock = new(DateTimeOffset.Parse("2026-02-16T05:00:00Z", null));

    [Fact]
    public async Task Periods_that_run_now_are_listed_with_their_days_and_Tet()
    {
        await using var app = await TestApp.StartAsync(clock);

        var page = await (await app.SignInAsync(Role.Analyst)).ReadAsync("/periods");

        foreach (var key in new[] { "2026-W08", "2026-02", "2026-Q1", "2026-H1", "2026", "police-2026-03", "police-2026-H1" })
            Assert.Contains($"<code>{key}</code>", page, StringComparison.Ordinal);
        Assert.Contains("Kỳ công an: Tháng 3/2026", page, StringComparison.Ordinal);
        Assert.Contains("15/02/2026", page, StringComparison.Ordinal);
        Assert.Contains("Mùng một Tết: 17/02/2026", page, StringComparison.Ordinal);
        Assert.Contains("7 ngày Tết", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Thêm kỳ riêng", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_adds_and_removes_named_periods_and_both_are_audited()
    {
        await using var app = await TestApp.StartAsync(clock);
        var administrator = await app.SignInAsync();

        await AddAsync("cao-diem-tet", "2026-02-01", "2026-02-28");
        Assert.Contains("Cao điểm Tết", await administrator.ReadAsync("/periods"), StringComparison.Ordinal);
        Assert.Contains("Cao điểm Tết", await administrator.ReadAsync("/leaderboards?period=cao-diem-tet"), StringComparison.Ordinal);
        await administrator.PostAsync("/periods", "remove", ("Key", "cao-diem-tet"));

        await using var db = await app.OpenAsync();
        Assert.False(await db.NamedPeriods.AnyAsync());
        Assert.Equal(["period.added", "period.removed"], await db.AuditRecords.Where(l => l.Action.StartsWith("period")).OrderBy(l => l.Number).Select(l => l.Action).ToListAsync());

        async Task AddAsync(string key, string from, string to) =>
            (await administrator.PostAsync("/periods", "add", ("Key", key), ("Name", "Cao điểm Tết"), ("From", from), ("To", to))).Dispose();
    }

    [Theory]
    [InlineData("2026-03", "2026-02-01", "2026-02-28")]
    [InlineData("police-2026-03", "2026-02-01", "2026-02-28")]
    [InlineData("police", "2026-02-01", "2026-02-28")]
    [InlineData("Tết", "2026-02-01", "2026-02-28")]
    [InlineData("a b", "2026-02-01", "2026-02-28")]
    [InlineData("", "2026-02-01", "2026-02-28")]
    [InlineData("tet", "2026-02-28", "2026-02-01")]
    [InlineData("tet", "1990-01-01", "2026-02-01")]
    [InlineData("tet", "", "2026-02-01")]
    public async Task What_the_calendar_reads_itself_or_makes_no_sense_is_refused(string key, string from, string to)
    {
        await using var app = await TestApp.StartAsync(clock);

        using var refused = await (await app.SignInAsync()).PostAsync("/periods", "add", ("Key", key), ("Name", "Tết"), ("From", from), ("To", to));

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        await using var db = await app.OpenAsync();
        Assert.False(await db.NamedPeriods.AnyAsync());
        Assert.False(await db.AuditRecords.AnyAsync(l => l.Action.StartsWith("period")));
    }

    [Fact]
    public async Task An_administrator_adds_a_way_to_cut_the_year_and_its_periods_are_there_at_once()
    {
        await using var app = await TestApp.StartAsync(clock);
        var administrator = await app.SignInAsync();

        (await AddSeriesAsync(administrator, "thi-dua", "10", before: true)).Dispose();

        var page = await administrator.ReadAsync("/periods");
        Assert.Contains("<code>thi-dua-2026-03</code>", page, StringComparison.Ordinal);
        Assert.Contains("Kỳ thi đua: Quý 1/2026", page, StringComparison.Ordinal);
        Assert.Contains("Kỳ thi đua: Tháng 3/2026", await administrator.ReadAsync("/leaderboards?period=thi-dua-2026-03"), StringComparison.Ordinal);

        (await administrator.PostAsync("/periods", "remove-series", ("Prefix", "thi-dua"))).Dispose();
        Assert.DoesNotContain("Kỳ thi đua", await administrator.ReadAsync("/periods"), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        Assert.Equal(["period.series.added", "period.series.removed"], await db.AuditRecords.Where(l => l.Action.StartsWith("period")).OrderBy(l => l.Number).Select(l => l.Action).ToListAsync());
    }

    [Theory]
    [InlineData("thi-dua", "0", "Tháng phải bắt đầu")]
    [InlineData("thi-dua", "29", "Tháng phải bắt đầu")]
    [InlineData("thi-dua", "", "Tháng phải bắt đầu")]
    [InlineData("doi-2020", "10", "Khóa không dùng được")]
    [InlineData("2026", "10", "Khóa không dùng được")]
    [InlineData("", "10", "Khóa không dùng được")]
    [InlineData("Thi đua", "10", "Khóa không dùng được")]
    [InlineData("abcdefghijklmnopqrstu", "10", "Khóa không dùng được")]
    [InlineData("police", "10", "Khóa này đã có")]
    [InlineData("tet", "10", "Khóa này đã có")]
    [InlineData("tet-nay", "10", "Khóa này đã có")]
    public async Task A_way_to_cut_the_year_that_cannot_be_read_is_refused(string prefix, string startDay, string sentence)
    {
        await using var app = await TestApp.StartAsync(clock);
        await using var db = await app.OpenAsync();
        db.AddRange(new[] { "tet", "tet-nay-2026" }.Select(key => new NamedPeriod { Key = key, Name = "Tết", From = new(2026, 2, 1), To = new(2026, 2, 28) }));
        await db.SaveChangesAsync();

        using var refused = await AddSeriesAsync(await app.SignInAsync(), prefix, startDay, before: false);

        Assert.Contains(sentence, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(2, await db.PeriodSeries.CountAsync());
        Assert.False(await db.AuditRecords.AnyAsync(l => l.Action.StartsWith("period")));
    }

    [Theory]
    [InlineData("", "Khóa không dùng được")]
    [InlineData("never", "Khóa không dùng được")]
    [InlineData("police", "được chốt nên không bỏ được")]
    public async Task The_calendars_own_cut_and_one_with_a_sealed_board_stay(string prefix, string sentence)
    {
        await using var wards = await Wards.BusyAsync();
        wards.Clock.Now += TimeSpan.FromDays(30);
        Assert.Null(await wards.SealAsync("valuable_ratio", await wards.CommanderAsync(), "police-2026-02"));

        using var refused = await (await wards.App.SignInAsync()).PostAsync("/periods", "remove-series", ("Prefix", prefix));

        Assert.Contains(sentence, WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await using var db = await wards.App.OpenAsync();
        Assert.Equal(2, await db.PeriodSeries.CountAsync());
    }

    [Fact]
    public async Task Nobody_else_edits_them()
    {
        await using var app = await TestApp.StartAsync(clock);

        using var refused = await (await app.SignInAsync(Role.Commander)).PostAsync("/periods", "add", ("Key", "tet"), ("Name", "Tết"), ("From", "2026-02-01"), ("To", "2026-02-28"));

        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        await using var db = await app.OpenAsync();
        Assert.False(await db.NamedPeriods.AnyAsync());
    }

    private static Task<HttpResponseMessage> AddSeriesAsync(Visitor visitor, string prefix, string startDay, bool before) =>
        visitor.PostAsync("/periods", "add-series", [("Prefix", prefix), ("Name", "Kỳ thi đua"), ("EnglishName", "Contest period"), ("StartDay", startDay), .. before ? [("StartsMonthBefore", "1")] : Array.Empty<(string, string)>()]);
}
