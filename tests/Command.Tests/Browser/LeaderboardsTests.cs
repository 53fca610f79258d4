using System.Text.RegularExpressions;
using Command.Data;
using Command.Tests.Boards.Compare;
using Command.Tests.Ranking.Leaderboards;
using Command.Tipoffs;
using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Leaderboards as commanders and chiefs see them.</summary>
[Collection(Browsers.Shared)]
public sealed class LeaderboardsTests(Browsers browsers)
{
    private const string February = "/leaderboards?group=wards&period=2026-02&metric=";

    private static readonly string[] grave = ["serious", "critical"];

    [ChromiumTheory]
    [InlineData(1440, "day", Role.Commander, "city")]
    [InlineData(390, "night", Role.Chief, "cuc")]
    [InlineData(390, "day", Role.Commander, "city")]
    [InlineData(1440, "night", Role.Chief, "dao")]
    public async Task Bands_funnel_weights_and_periods_can_be_read_by_everyone_in_both_widths(int width, string theme, Role role, string unit)
    {
        await using var wards = await Wards.BusyAsync();
        foreach (var (page, inTime) in new[] { ("sen-zalo", 52), ("mai-zalo", 50), ("cuc-zalo", 30), ("lan-zalo", 28), ("dao-zalo", 6) })
            await wards.ReplyAsync(page, "2026-02-03", inTime, 60);
        await using var viewer = await browsers.OpenAsync(wards.App, February + "valuable_ratio", width: width, theme: theme, visitor: await wards.App.SignInAsync(role, unit));
        foreach (var metric in new[] { "valuable_ratio", "answered_in_time", "composite" })
        {
            await viewer.GoToAsync(February + metric);
            await Expect(viewer.Page.Locator(".bands tbody tr:not(.band)")).Not.ToHaveCountAsync(0);
            await LookAsync(viewer, $"leaderboards-{metric}-{width}-{theme}");
        }

        foreach (var page in new[] { "periods", "leaderboards/weights" })
        {
            await viewer.GoToAsync("/" + page);
            await LookAsync(viewer, $"{page.Replace('/', '-')}-{width}-{theme}");
        }

        Assert.Empty(viewer.Complaints);
    }

    [ChromiumFact]
    public async Task The_leaderboard_is_reached_by_keys_its_table_opens_with_one_and_sliders_say_their_number()
    {
        await using var wards = await Wards.BusyAsync();
        await using var viewer = await browsers.OpenAsync(wards.App, visitor: await wards.App.SignInAsync(Role.Commander, "city"));

        await viewer.PressAsync("g", "l");
        await Expect(viewer.Title).ToContainTextAsync("Bảng xếp hạng");
        await viewer.GoToAsync(February + "valuable_ratio");
        await viewer.PressAsync("t");
        await Expect(viewer.Page.Locator(".behind table")).ToBeVisibleAsync();
        await viewer.GoToAsync(February + "composite");
        await viewer.Page.Locator("input[name=valuable_ratio]").FillAsync("90");
        await Expect(viewer.Page.Locator(".weights output").First).ToHaveTextAsync("90");
        await viewer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Thử trọng số này" }).ClickAsync();

        await Expect(viewer.Page.Locator(".refusal")).ToContainTextAsync("Đang thử trọng số khác");
        Assert.Contains("valuable_ratio=90", viewer.Page.Url, StringComparison.Ordinal);
    }

    [ChromiumTheory]
    [InlineData(1440, "night")]
    [InlineData(390, "day")]
    public async Task The_form_of_new_weights_and_a_unit_across_a_reform_can_be_read_by_everyone(int width, string theme)
    {
        await using var app = await Reform.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/leaderboards/weights", width: width, theme: theme, visitor: await app.SignInAsync());
        await LookAsync(viewer, $"weights-form-{width}-{theme}");
        await viewer.GoToAsync("/units/sen-hong");
        await Expect(viewer.Page.Locator("#restated-title")).ToBeVisibleAsync();
        await LookAsync(viewer, $"unit-restated-{width}-{theme}");
        Assert.Empty(viewer.Complaints);
    }

    [ChromiumTheory]
    [InlineData(1440, "night")]
    [InlineData(390, "day")]
    public async Task A_sealed_board_tells_what_was_corrected_since(int width, string theme)
    {
        await using var wards = await Wards.BusyAsync();
        var corrected = await wards.ReceiveAsync("sen", 1, 0, 0);
        wards.Clock.Now = DateTimeOffset.Parse("2026-03-22T08:00:00+07:00", null);
        Assert.Null(await wards.SealAsync("valuable_ratio", await wards.CommanderAsync()));
        wards.Clock.Now += TimeSpan.FromHours(1);
        await wards.DoAsync(corrected, Step.Return("xem lại"), await wards.CommanderAsync());
        await using var viewer = await browsers.OpenAsync(wards.App, February + "valuable_ratio", width: width, theme: theme, visitor: await wards.App.SignInAsync(Role.Commander, "city"));

        var trail = viewer.Page.Locator(".corrections > li");
        await Expect(trail).ToHaveTextAsync(new Regex("^Phường Sen"));
        await trail.Locator("summary").ClickAsync();
        await Expect(trail.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = corrected.Number })).ToBeVisibleAsync();
        await LookAsync(viewer, $"leaderboards-corrections-{width}-{theme}");
        Assert.Empty(viewer.Complaints);
    }

    private static async Task LookAsync(Viewer viewer, string name)
    {
        await viewer.KeepPictureAsync(name);
        Assert.False(await viewer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), name);
        var found = await viewer.Page.RunAxe(new() { ResultTypes = [Deque.AxeCore.Commons.ResultType.Violations] });
        Assert.Empty(found.Violations.Where(v => grave.Contains(v.Impact)).SelectMany(v => v.Nodes.Select(n => $"{name}: {v.Id}: {n.Html}")));
    }
}
