using System.Net;
using Command.Alerts;
using Command.Data;
using Command.Tests.Messages;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Alerts;

/// <summary>Rules are data: an administrator sets them on a page, with the day from which they hold.</summary>
public sealed class AlertRulesTests
{
    private static readonly (string, string)[] overdue =
        [("Kind", "Overdue"), ("UnitId", ""), ("From", "2026-03-05"), ("IsEnabled", "1"), ("Sounds", "1"), ("Least", "3"), ("Again", "10")];

    [Fact]
    public async Task A_rule_set_on_the_page_holds_from_its_day_and_the_one_before_until_then()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await Ward.StartAsync(clock);
        var administrator = await app.SignInAsync();

        using var answer = await administrator.PostAsync("/alerts/rules", "save", overdue);

        Assert.Contains("Đã lưu quy tắc.", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await app.HearAsync();
        await app.WriteAsync("m", Ward.Monday.AddHours(-30));
        await app.LookAsync();
        Assert.Single(await app.AlertsAsync(), a => a.Kind == AlertKind.Overdue);
        clock.Now = Ward.Monday.AddDays(3);
        await app.LookAsync();
        Assert.NotNull((await app.AlertsAsync()).Single(a => a.Kind == AlertKind.Overdue).ResolvedAt);
        Assert.Equal(["""Administrator-all {"AlertKind":"Overdue","UnitId":"*"}"""], await app.AuditedAsync(AlertRules.Action));
    }

    [Theory]
    [InlineData("From", "2026-03-01", "từ hôm nay trở đi")]
    [InlineData("From", "mai", "từ hôm nay trở đi")]
    [InlineData("Least", "0", "ngoài phạm vi")]
    [InlineData("Again", "", "ngoài phạm vi")]
    [InlineData("Kind", "5", "ngoài phạm vi")]
    [InlineData("UnitId", "999", "không thuộc phạm vi")]
    public async Task What_makes_no_rule_is_refused_with_a_sentence(string field, string value, string sentence)
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var administrator = await app.SignInAsync();

        using var answer = await administrator.PostAsync("/alerts/rules", "save", [.. overdue.Select(f => f.Item1 == field ? (field, value) : f)]);

        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        Assert.Equal(Enum.GetValues<AlertKind>().Length, await db.AlertRules.CountAsync());
    }

    [Fact]
    public async Task A_forged_form_and_an_administrator_of_another_unit_set_nothing()
    {
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday));
        var whole = await app.SignInAsync();
        var ward = await app.SignInAsync(Role.Administrator, "ward-1");

        using var forged = await whole.SendAsync("/alerts/rules", "save", null, overdue);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        await ward.PostAsync("/alerts/rules", "save", overdue);
        await ward.PostAsync("/alerts/rules", "save", Of(await app.UnitAsync("ward-0")));
        await using var db = await app.OpenAsync();
        Assert.Equal(Enum.GetValues<AlertKind>().Length, await db.AlertRules.CountAsync());

        await ward.PostAsync("/alerts/rules", "save", Of(await app.UnitAsync("ward-1")));
        Assert.Equal(1, await db.AlertRules.CountAsync(r => r.UnitId != null));
    }

    private static (string, string)[] Of(int unitId) => [.. overdue.Select(f => f.Item1 == "UnitId" ? ("UnitId", $"{unitId}") : f)];
}
