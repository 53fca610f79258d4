using Command.Alerts;
using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Alerts as people before their screens see them: pushed, acknowledged once, on every page and on the wall.</summary>
[Collection(Browsers.Shared)]
public sealed class AlertsTests(Browsers browsers)
{
    private const string Watched = "--Alerts:WatchSeconds=1";

    private static readonly string[] grave = ["serious", "critical"];

    [ChromiumFact]
    public async Task An_alert_comes_to_open_screens_by_itself_and_goes_from_all_when_one_acknowledges_it()
    {
        await using var app = await District.StartAsync(null, Watched);
        await using var board = await browsers.OpenAsync(app, visitor: await app.SignInAsync(Role.Chief, "ward-1"));
        await using var walls = await browsers.OpenAsync(app, "/?wall=1", 1920, 1080, visitor: await app.SignInAsync(Role.Commander, "an-hoa"));
        await using var forms = await browsers.OpenAsync(app, "/me", visitor: await app.SignInAsync(Role.Staff, "ward-1"));
        await using var stranger = await browsers.OpenAsync(app, visitor: await app.SignInAsync(Role.Chief, "ward-2"));
        await Expect(board.Page.Locator(".alert-tray")).ToHaveCountAsync(1);
        await Expect(board.Page.Locator(".alert-bar")).ToHaveCountAsync(0);
        await board.Page.EvaluateAsync("window.sameDocument = true");

        var number = await EnterAsync(app);

        await Expect(board.Page.Locator(".alert-bar")).ToContainTextAsync(number);
        await Expect(board.Page.Locator(".alert-tray [role=status]").First).ToContainTextAsync("Có 1 cảnh báo.");
        await Expect(board.Page.Locator(".rail-count")).ToContainTextAsync("1");
        await Expect(board.Page).ToHaveTitleAsync("(1) Công an phường Bến Sông");
        await Expect(walls.Page.Locator(".wall-alerts")).ToContainTextAsync($"có tin báo khẩn {number}");
        Assert.Empty(await walls.BeyondEdgesAsync());
        await Expect(forms.Page.Locator(".alert-bar")).ToContainTextAsync(number);
        await Expect(stranger.Page.Locator(".alert-bar")).ToHaveCountAsync(0);

        await forms.Page.GetByRole(AriaRole.Button, new() { Name = "Đã biết" }).ClickAsync();

        await Expect(forms.Page.Locator(".alert-said")).ToContainTextAsync("Đã ghi nhận");
        foreach (var viewer in new[] { board, walls, forms })
            await Expect(viewer.Page.Locator(".alert-bar, .wall-alerts")).ToHaveCountAsync(0);
        await Expect(board.Page).ToHaveTitleAsync("Công an phường Bến Sông");
        Assert.True(await board.Page.EvaluateAsync<bool>("window.sameDocument === true"));
        await board.GoToAsync("/alerts");
        await Expect(board.Page.Locator(".alert-past")).ToContainTextAsync("Staff-ward-1 đã biết lúc");
        Assert.Empty(board.Complaints.Concat(walls.Complaints).Concat(forms.Complaints));
    }

    [ChromiumFact]
    public async Task A_paired_wall_shows_that_there_is_one_but_not_which()
    {
        await using var app = await District.StartAsync(null, Watched);
        var number = await EnterAsync(app);
        using var device = app.Visit();
        var code = System.Text.RegularExpressions.Regex.Match(await device.ReadAsync("/wall"), """<p class="pair-code">([^<]+)</p>""").Groups[1].Value;
        var unit = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find("an-hoa")!.Id;
        await (await app.SignInAsync(Role.Commander, "an-hoa")).PostAsync("/walls", "pair", ("Code", code), ("Name", "Phòng trực ban"), ("UnitId", $"{unit}"));

        await using var wall = await browsers.OpenAsync(app, "/?wall=1", 1920, 1080, visitor: device, isKnown: false);
        foreach (var cookie in device.Cookies)
            await wall.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = app.Address.ToString() }]);
        await wall.GoToAsync("/?wall=1");

        await Expect(wall.Page.Locator(".wall-alerts li")).ToContainTextAsync("Công an phường Bến Sông: có 1 tin báo khẩn");
        Assert.DoesNotContain(number, await wall.Page.ContentAsync(), StringComparison.Ordinal);
        await wall.KeepPictureAsync("wall-alerts-1920-vi", whole: false);
    }

    [ChromiumFact]
    public async Task The_tone_is_off_until_somebody_asks_for_it_and_is_remembered()
    {
        await using var app = await District.StartAsync(null, Watched);
        await using var viewer = await browsers.OpenAsync(app, "/alerts", visitor: await app.SignInAsync(Role.Chief, "ward-1"));
        var sound = viewer.Page.Locator("main [data-sound-switch]");
        await Expect(sound).ToHaveAttributeAsync("aria-pressed", "false");
        await EnterAsync(app, "1");
        await Expect(viewer.Page.Locator(".alert-bar")).ToBeVisibleAsync();
        await Expect(viewer.Page.Locator("html")).Not.ToHaveAttributeAsync("data-tones-played", "1");

        await sound.ClickAsync();
        await Expect(sound).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(viewer.Page.Locator("html")).ToHaveAttributeAsync("data-tones-played", "1");
        await EnterAsync(app, "2");

        await Expect(viewer.Page.Locator("html")).ToHaveAttributeAsync("data-tones-played", "2");
        await viewer.GoToAsync("/alerts");
        await Expect(sound).ToHaveAttributeAsync("aria-pressed", "true");
    }

    [ChromiumTheory]
    [InlineData(1440, "day", "vi-VN")]
    [InlineData(390, "night", "vi-VN")]
    [InlineData(390, "day", "en")]
    public async Task Alerts_can_be_read_by_everyone_in_both_widths(int width, string theme, string language)
    {
        await using var app = await District.StartBusyAsync();
        await EnterAsync(app);
        await app.Get<AlertWatch>().LookAsync(CancellationToken.None, everything: true);
        await AcknowledgeOneAsync(app);
        foreach (var (role, unit, paths) in new[] { (Role.Commander, "an-hoa", new[] { "/", "/alerts", "/messages", "/me", "/?wall=1" }), (Role.Administrator, null, ["/alerts/rules", "/alerts/rules?edit=4"]) })
        {
            await using var viewer = await browsers.OpenAsync(app, width: width, theme: theme, language: language, visitor: await app.SignInAsync(role, unit));
            foreach (var path in paths)
            {
                await viewer.GoToAsync(path);
                await Expect(viewer.Page.Locator(".alert-bar, .wall-alerts")).ToBeVisibleAsync();
                if (path == "/")
                    await viewer.Page.Locator(".alert-more summary").ClickAsync();
                await viewer.KeepPictureAsync($"alerts{path.Replace('/', '-').Replace('?', '-')}-{width}-{theme}-{language[..2]}");
                var result = await viewer.Page.RunAxe();
                Assert.Empty(result.Violations.Where(v => grave.Contains(v.Impact)).SelectMany(v => v.Nodes.Select(n => $"{path}: {v.Id}: {n.Html}")));
                Assert.True(await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{path} is wider than {width}.");
                Assert.Empty(viewer.Complaints);
            }
        }
    }

    private static async Task AcknowledgeOneAsync(TestApp app)
    {
        var commander = new Asker(Role.Commander, null, 5, "chi-huy");
        var overdue = (await app.Get<AlertQuery>().OpenAsync(commander, CancellationToken.None)).First(l => l.Kind == AlertKind.Overdue);
        Assert.Equal(AcknowledgeFault.None, (await app.Get<AlertDesk>().AcknowledgeAsync(commander, overdue.Id!.Value, "đã giao trực ban <b>", CancellationToken.None)).Fault);
    }

    private static async Task<string> EnterAsync(TestApp app, string once = "1")
    {
        var ward = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find("ward-1")!.Id;
        var entry = new NewTipoff(once, TipoffSource.Phone, ward, TipoffCategory.Robbery, app.Now()) { Urgency = Urgency.Urgent, Words = "Cướp ở hẻm Hoa Giấy" };
        var done = await app.Get<TipoffDesk>().EnterAsync(entry, new Asker(Role.Staff, ward, 7, "an"), CancellationToken.None);
        Assert.Null(done.Refusal);
        return done.Tipoff!.Number;
    }
}
