using System.Net;
using Command.Data;
using Command.Rollups;
using Command.Tests.Messages;
using Command.Tests.Units;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards.Administration;

/// <summary>Dated settings, changed over real HTTP on Monday, 2 March 2026.</summary>
public sealed class SettingsPagesTests
{
    private const string Ahead = "Ngày bắt đầu phải từ ngày mai trở đi";
    private const string Absurd = "Thời hạn phải lớn hơn 0";
    private const string Overlaps = "Trùng: đã có mục khác";
    private const string Saved = "Đã ghi.";

    [Fact]
    public async Task A_reply_target_holds_from_its_day_on_and_what_held_before_stays_as_it_was()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var administrator = await app.SignInAsync();
        var ward = $"{await app.UnitAsync("ward-0")}";

        Assert.Contains(Saved, await SetAsync("2026-03-03", "", "8"), StringComparison.Ordinal);
        Assert.Contains(Saved, await SetAsync("2026-03-10", "2026-03-12", "2"), StringComparison.Ordinal);
        Assert.Contains(Overlaps, await SetAsync("2026-03-09", "", "5"), StringComparison.Ordinal);
        Assert.Contains(Overlaps, await SetAsync("2026-03-10", "", "5"), StringComparison.Ordinal);
        foreach (var day in new[] { "2026-03-02", "2026-03-01", "1999-01-01" })
            Assert.Contains(Ahead, await SetAsync(day, "", "5"), StringComparison.Ordinal);
        Assert.Contains("quá xa", await SetAsync("2032-01-01", "", "5"), StringComparison.Ordinal);
        Assert.Contains("đứng trước ngày đầu", await SetAsync("2026-04-03", "2026-04-02", "5"), StringComparison.Ordinal);
        foreach (var amount in new[] { "0", "-3", "", "x", "1441", "999999999", "99999999999" })
            Assert.Contains(Absurd, await SetAsync("2026-04-03", "", amount), StringComparison.Ordinal);
        Assert.Contains("Hãy ghi ngày", await SetAsync("hôm nay", "", "5"), StringComparison.Ordinal);

        var hours = await HoursOnAsync("2026-03-02", "2026-03-09", "2026-03-11", "2026-03-13");
        Assert.Equal([24, 8, 2, 8], hours);
        await using var db = await app.OpenAsync();
        var acts = await db.AuditRecords.Where(l => l.Action.StartsWith("target")).Select(l => l.Action).ToListAsync();
        Assert.Equal(["target.set", "target.set"], acts);
        var line = await db.AuditRecords.OrderBy(l => l.Number).LastAsync(l => l.Action == "target.set");
        Assert.Equal(("Administrator-all", $$"""{"UnitId":"{{ward}}"}""", "127.0.0.1"), (line.Actor, line.Subject, line.Origin));
        Assert.Contains("\"Minutes\":480", line.Before, StringComparison.Ordinal);
        Assert.Contains("\"Minutes\":120", line.After, StringComparison.Ordinal);

        async Task<string> SetAsync(string from, string to, string amount) => await SaidAsync(
            await administrator.PostAsync("/settings/targets", "set", ("UnitId", ward), ("Kind", ""), ("Amount", amount), ("Per", "60"), ("Measure", "Clock"), ("From", from), ("To", to)));

        async Task<int[]> HoursOnAsync(params string[] days)
        {
            await using var db = await app.OpenAsync();
            var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
            var targets = new ReplyTargets(await db.ReplyTargetRules.ToListAsync(), TimeSpan.FromHours(24), tree, new WorkingCalendar([], WorkingHours.Default));
            return [.. days.Select(d => LocalTime.StartOf(District.Day(d))).Select(at => (int)(targets.DueOf(tree.Find("ward-0")!.Id, MessageKind.TipOff, at) - at).TotalHours)];
        }
    }

    [Fact]
    public async Task A_target_that_has_begun_is_ended_with_today_and_only_one_to_come_is_removed()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        var administrator = await app.SignInAsync();
        await administrator.PostAsync("/settings/targets", "set", ("UnitId", ""), ("Kind", "TipOff"), ("Amount", "30"), ("Per", "1"), ("Measure", "WorkingTime"), ("From", "2026-03-03"), ("To", ""));
        clock.Now += TimeSpan.FromHours(24);
        await administrator.SignInAsync("Administrator-all");

        Assert.Contains("đã bắt đầu có hiệu lực", await SaidAsync(await administrator.PostAsync("/settings/targets", "change", ("Remove", "1"))), StringComparison.Ordinal);
        Assert.Contains(Saved, await SaidAsync(await administrator.PostAsync("/settings/targets", "change", ("End", "1"))), StringComparison.Ordinal);
        await administrator.PostAsync("/settings/targets", "set", ("UnitId", ""), ("Kind", "TipOff"), ("Amount", "45"), ("Per", "1"), ("Measure", "Clock"), ("From", "2026-03-20"), ("To", ""));
        Assert.Contains(Saved, await SaidAsync(await administrator.PostAsync("/settings/targets", "change", ("Remove", "2"))), StringComparison.Ordinal);
        Assert.Contains("không còn", await SaidAsync(await administrator.PostAsync("/settings/targets", "change", ("Remove", "2"))), StringComparison.Ordinal);

        await using var db = await app.OpenAsync();
        var rule = await db.ReplyTargetRules.SingleAsync();
        Assert.Equal((District.Day("2026-03-03"), District.Day("2026-03-03"), 30), (rule.From, rule.To!.Value, rule.Minutes));
    }

    [Fact]
    public async Task An_administrator_of_a_ward_sets_its_targets_and_nothing_that_holds_for_others()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var own = await app.SignInAsync(Role.Administrator, "ward-0");
        foreach (var unit in new[] { "", $"{await app.UnitAsync("ward-1")}", $"{await app.UnitAsync("city")}" })
            Assert.Contains("ngoài phạm vi", await SaidAsync(await own.PostAsync("/settings/targets", "set", ("UnitId", unit), ("Amount", "5"), ("Per", "60"), ("Measure", "Clock"), ("From", "2026-03-09"))), StringComparison.Ordinal);
        Assert.Contains(Saved, await SaidAsync(await own.PostAsync("/settings/targets", "set", ("UnitId", $"{await app.UnitAsync("ward-0")}"), ("Amount", "5"), ("Per", "60"), ("Measure", "Clock"), ("From", "2026-03-09"))), StringComparison.Ordinal);

        foreach (var page in new[] { "/settings/deadlines", "/settings/holidays" })
            Assert.Contains("chỉ quản trị viên của toàn hệ thống", await own.ReadAsync(page), StringComparison.Ordinal);
        // The forms are not drawn for him; what he sends all the same finds none.
        await own.PostAsync("/settings/deadlines", "set", ("Kind", "PassOn"), ("Amount", "1"), ("Measure", "ClockHours"), ("From", "2026-03-09"));
        await own.PostAsync("/settings/holidays", "add", ("From", "2026-03-09"), ("Name", "nghỉ"));
        await using var db = await app.OpenAsync();
        Assert.Equal((1, 4), (await db.ReplyTargetRules.CountAsync(), await db.DeadlineRules.CountAsync()));
        Assert.False(await db.Holidays.AnyAsync(h => h.Day == District.Day("2026-03-09")));
    }

    [Fact]
    public async Task A_chief_names_the_officer_of_his_own_unit_and_of_no_other()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var officer = $"{await app.AddPersonAsync("Hoa", Role.Staff, "ward-0")}";
        var foreigner = $"{await app.AddPersonAsync("Lan", Role.Staff, "ward-1")}";
        var chief = await app.SignInAsync(Role.Chief, "ward-0");
        var other = await app.UnitAsync("ward-1");

        Assert.Contains(Saved, await SaidAsync(await chief.PostAsync("/settings/officers", "set", ("PersonId", officer), ("From", "2026-03-02"))), StringComparison.Ordinal);
        Assert.Contains(Saved, await SaidAsync(await chief.PostAsync("/settings/officers", "set", ("PersonId", ""), ("From", "2026-03-09"))), StringComparison.Ordinal);
        Assert.Contains(Overlaps, await SaidAsync(await chief.PostAsync("/settings/officers", "set", ("PersonId", officer), ("From", "2026-03-09"))), StringComparison.Ordinal);
        Assert.Contains("quá khứ", await SaidAsync(await chief.PostAsync("/settings/officers", "set", ("PersonId", officer), ("From", "2026-03-01"))), StringComparison.Ordinal);
        Assert.Contains("không làm việc ở đơn vị", await SaidAsync(await chief.PostAsync("/settings/officers", "set", ("PersonId", foreigner), ("From", "2026-03-02"))), StringComparison.Ordinal);
        Assert.DoesNotContain("Lan", await chief.ReadAsync($"/settings/officers?unit={other}"), StringComparison.Ordinal);
        using var forced = await chief.PostAsync($"/settings/officers?unit={other}", "set", ("PersonId", foreigner), ("From", "2026-03-02"));
        Assert.Contains("đã bắt đầu", await SaidAsync(await chief.PostAsync("/settings/officers", "remove", ("Day", "2026-03-02"))), StringComparison.Ordinal);
        Assert.Contains(Saved, await SaidAsync(await chief.PostAsync("/settings/officers", "remove", ("Day", "2026-03-09"))), StringComparison.Ordinal);

        await using var db = await app.OpenAsync();
        Assert.Equal("Hoa", (await db.OfficersInCharge.SingleAsync()).Name);
        var acts = await db.AuditRecords.Where(l => l.Action.StartsWith("officer")).OrderBy(l => l.Number).Select(l => l.Action).ToListAsync();
        Assert.Equal(["officer.named", "officer.named", "officer.removed"], acts);
    }

    [Fact]
    public async Task A_changed_limit_counts_for_what_is_received_from_its_day_and_moves_no_limit_that_was_set()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var administrator = await app.SignInAsync();

        Assert.Contains(Saved, await SetAsync("PassOn", "2", "WorkingHours", "2026-03-05"), StringComparison.Ordinal);
        Assert.Contains(Overlaps, await SetAsync("PassOn", "3", "ClockHours", "2026-03-05"), StringComparison.Ordinal);
        Assert.Contains(Overlaps, await SetAsync("PassOn", "3", "ClockHours", "2026-03-04"), StringComparison.Ordinal);
        Assert.Contains(Ahead, await SetAsync("Decide", "3", "Days", "2026-03-02"), StringComparison.Ordinal);
        Assert.Contains(Absurd, await SetAsync("Decide", "0", "Days", "2026-03-05"), StringComparison.Ordinal);
        Assert.Contains(Absurd, await SetAsync("Decide", "25", "Months", "2026-03-05"), StringComparison.Ordinal);
        Assert.Contains("không nằm trong danh sách", await SetAsync("9", "3", "Days", "2026-03-05"), StringComparison.Ordinal);
        Assert.Contains("04/03/2026", await administrator.ReadAsync("/settings/deadlines"), StringComparison.Ordinal);
        Assert.Contains("đã bắt đầu", await SaidAsync(await administrator.PostAsync("/settings/deadlines", "remove", ("Id", "1"))), StringComparison.Ordinal);

        await using (var db = await app.OpenAsync())
        {
            var deadlines = new Command.Tipoffs.Deadlines(await db.DeadlineRules.ToListAsync(), new WorkingCalendar([], WorkingHours.Default));
            Assert.Equal(Ward.Monday.AddDays(1), deadlines.Due(DeadlineKind.PassOn, Ward.Monday));
            Assert.Equal(Ward.Monday.AddDays(3).AddHours(2), deadlines.Due(DeadlineKind.PassOn, Ward.Monday.AddDays(3)));
            var line = await db.AuditRecords.SingleAsync(l => l.Action == "deadline.set");
            Assert.Equal(("""{"Amount":24,"Measure":"ClockHours","From":"0001-01-01"}""", """{"Amount":2,"Measure":"WorkingHours","From":"2026-03-05"}"""), (line.Before, line.After));
        }

        Assert.Contains(Saved, await SaidAsync(await administrator.PostAsync("/settings/deadlines", "remove", ("Id", "5"))), StringComparison.Ordinal);

        async Task<string> SetAsync(string kind, string amount, string measure, string from) => await SaidAsync(
            await administrator.PostAsync("/settings/deadlines", "set", ("Kind", kind), ("Amount", amount), ("Measure", measure), ("From", from)));
    }

    [Fact]
    public async Task Holidays_are_added_and_removed_ahead_only_and_the_clock_takes_them_up_at_once()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var administrator = await app.SignInAsync();
        var calendars = app.Get<CalendarRegistry>();
        Assert.True((await calendars.CalendarAsync(CancellationToken.None)).IsWorkingDay(District.Day("2026-03-05")));

        Assert.Contains(Saved, await AddAsync("2026-03-05", "2026-03-06", "Nghỉ <b>lễ</b>"), StringComparison.Ordinal);
        Assert.False((await calendars.CalendarAsync(CancellationToken.None)).IsWorkingDay(District.Day("2026-03-06")));
        Assert.Contains(Saved, await AddAsync("2026-03-07", "", "Bù", worked: "1"), StringComparison.Ordinal);
        Assert.True((await calendars.CalendarAsync(CancellationToken.None)).IsWorkingDay(District.Day("2026-03-07")));
        Assert.Contains(Overlaps, await AddAsync("2026-03-06", "2026-03-08", "x"), StringComparison.Ordinal);
        Assert.Contains("thứ Bảy hoặc Chủ nhật", await AddAsync("2026-03-09", "", "x", worked: "1"), StringComparison.Ordinal);
        Assert.Contains(Ahead, await AddAsync("2026-03-02", "", "x"), StringComparison.Ordinal);
        Assert.Contains("tối đa 15 ngày", await AddAsync("2026-03-09", "2026-03-24", "x"), StringComparison.Ordinal);
        Assert.Contains("tên ngày lễ", await AddAsync("2026-03-09", "", "  "), StringComparison.Ordinal);
        Assert.Contains("tên ngày lễ", await AddAsync("2026-03-09", "", new string('x', 101)), StringComparison.Ordinal);

        using var page = await administrator.GetAsync("/settings/holidays?year=2026");
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>lễ", html, StringComparison.Ordinal);
        Assert.Contains("phải đối chiếu", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("đã bắt đầu", await SaidAsync(await administrator.PostAsync("/settings/holidays", "remove", ("Day", "2026-02-17"))), StringComparison.Ordinal);
        Assert.Contains(Saved, await SaidAsync(await administrator.PostAsync("/settings/holidays", "remove", ("Day", "2026-03-05"))), StringComparison.Ordinal);
        Assert.True((await calendars.CalendarAsync(CancellationToken.None)).IsWorkingDay(District.Day("2026-03-05")));

        async Task<string> AddAsync(string from, string to, string name, string worked = "") => await SaidAsync(
            await administrator.PostAsync("/settings/holidays", "add", ("From", from), ("To", to), ("Name", name), ("Worked", worked)));
    }

    [Fact]
    public async Task The_targets_page_says_by_which_setting_the_board_measures()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday), "--Messages:ReplyTargetHours=9");
        var page = await (await app.SignInAsync()).ReadAsync("/settings/targets");

        Assert.Contains("Messages:ReplyTargetHours), hiện là 9 giờ", page, StringComparison.Ordinal);
    }

    private static async Task<string> SaidAsync(HttpResponseMessage answer)
    {
        using (answer)
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
