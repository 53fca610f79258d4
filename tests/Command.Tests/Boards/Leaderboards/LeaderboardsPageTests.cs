using System.Net;
using Command.Data;
using Command.Tests.Ranking.Leaderboards;

namespace Command.Tests.Boards.Leaderboards;

public sealed class LeaderboardsPageTests
{
    private const string February = "/leaderboards?group=wards&period=2026-02&metric=valuable_ratio";

    [Fact]
    public async Task A_chief_reads_where_he_stands_and_whether_it_is_certain()
    {
        await using var wards = await Wards.BusyAsync();

        var page = await (await wards.App.SignInAsync(Role.Chief, "cuc")).ReadAsync(February);

        Assert.Contains("Đơn vị của bạn ở đâu", page, StringComparison.Ordinal);
        Assert.Contains("Chưa thể nói đơn vị nào trong cụm hơn đơn vị bạn.", page, StringComparison.Ordinal);
        Assert.Contains("6 trên 12 (50,00 %)", page, StringComparison.Ordinal);
        Assert.Contains("chưa đủ số liệu", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chốt bảng này", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Trường học", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_address_it_opens_on_the_own_group_and_this_month()
    {
        await using var wards = await Wards.StartAsync();

        var page = await (await wards.App.SignInAsync(Role.Chief, "doi-1")).ReadAsync("/leaderboards");

        Assert.Contains("Bảng xếp hạng · Các đội", page, StringComparison.Ordinal);
        Assert.Contains("Tháng 3/2026", page, StringComparison.Ordinal);
        Assert.Contains("period=2026-02", page, StringComparison.Ordinal);
        Assert.Contains("period=2026-04", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_out_of_sight_and_an_unknown_period_are_answered_with_a_sentence()
    {
        await using var wards = await Wards.StartAsync();
        var chief = await wards.App.SignInAsync(Role.Chief, "doi-1");

        Assert.Contains("nằm ngoài phạm vi của bạn", await chief.ReadAsync(February), StringComparison.Ordinal);
        Assert.Contains("Không có kỳ nào như vậy", await chief.ReadAsync("/leaderboards?group=teams&period=never"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commander_seals_by_the_button_a_chief_appeals_and_the_answer_is_shown()
    {
        await using var wards = await Wards.BusyAsync();
        wards.Clock.Now += TimeSpan.FromDays(30);
        var commander = await wards.App.SignInAsync(Role.Commander, "city");
        var chief = await wards.App.SignInAsync(Role.Chief, "dao");

        using (var done = await commander.PostAsync(February, "seal"))
            Assert.Contains("Đã chốt và ghi nhật ký.", WebUtility.HtmlDecode(await done.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using (var noted = await chief.PostAsync(February, "appeal", ("Text", "Hai tin ghi nhầm <b>đơn vị</b>")))
            Assert.Contains("Đã ghi ý kiến.", WebUtility.HtmlDecode(await noted.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using (var answered = await commander.PostAsync(February, "answer-1", ("Id", "1"), ("Text", "Đã đính chính")))
            Assert.Contains("Đã trả lời.", WebUtility.HtmlDecode(await answered.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var raw = await chief.GetAsync(February);
        var page = await raw.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("Đã đính chính", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Phường Tre: 1 tin chưa kết luận", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_is_set_in_the_words_of_the_page_and_shown_with_its_progress()
    {
        await using var wards = await Wards.BusyAsync();
        var commander = await wards.App.SignInAsync(Role.Commander, "city");

        using var set = await commander.PostAsync(February, "target", ("Unit", "sen"), ("Value", "80"));
        using var refused = await commander.PostAsync(February, "target", ("Unit", "sen"), ("Value", "180"));

        Assert.Contains("Chưa lưu", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var page = await (await wards.App.SignInAsync(Role.Chief, "sen")).ReadAsync(February);
        Assert.Contains("80,00 %", page, StringComparison.Ordinal);
        Assert.Contains("93,8 %", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tried_weights_live_in_the_address_alone()
    {
        await using var wards = await Wards.BusyAsync();
        var commander = await wards.App.SignInAsync(Role.Commander, "city");

        var page = await commander.ReadAsync("/leaderboards?group=wards&period=2026-02&metric=composite&valuable_ratio=100&answered_in_time=0&tipoffs_per_10000=0&followers_per_1000=0");

        Assert.Contains("Đang thử trọng số khác", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Chốt bảng này", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Đang thử trọng số khác", await commander.ReadAsync("/leaderboards?group=wards&period=2026-02&metric=composite"), StringComparison.Ordinal);
    }
}
