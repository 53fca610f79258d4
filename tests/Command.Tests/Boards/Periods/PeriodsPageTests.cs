using System.Net;
using Command.Data;
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
    public async Task Nobody_else_edits_them()
    {
        await using var app = await TestApp.StartAsync(clock);

        using var refused = await (await app.SignInAsync(Role.Commander)).PostAsync("/periods", "add", ("Key", "tet"), ("Name", "Tết"), ("From", "2026-02-01"), ("To", "2026-02-28"));

        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        await using var db = await app.OpenAsync();
        Assert.False(await db.NamedPeriods.AnyAsync());
    }
}
