using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Tip-offs as those who work on them see them.</summary>
[Collection(Browsers.Own)]
public sealed class TipoffsTests(Browsers browsers)
{
    private const string Hostile = "<img src=x onerror=\"document.title='owned'\"> đừng \u202Eesrever tin";

    private static readonly string[] grave = ["serious", "critical"];

    [ChromiumTheory]
    [InlineData(1440, "day")]
    [InlineData(390, "night")]
    public async Task List_and_record_can_be_read_by_everyone_in_both_widths(int width, string theme)
    {
        await using var app = await StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/tipoffs?by=Unit", width: width, theme: theme, visitor: await app.SignInAsync(Role.Commander));
        await Expect(viewer.Page.Locator("[data-line]")).ToHaveCountAsync(2);
        await viewer.KeepPictureAsync($"tipoffs-{width}-{theme}-vi");
        await ExpectNothingGraveAsync(viewer);

        await viewer.GoToAsync("/tipoffs/" + await NumberAsync(app, 1));
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Nhận xác minh" }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Kết luận", Exact = true }).ClickAsync();
        await Expect(viewer.Page.GetByRole(AriaRole.Radio)).ToHaveCountAsync(5);
        await viewer.KeepPictureAsync($"tipoff-{width}-{theme}-vi");
        await ExpectNothingGraveAsync(viewer);
        Assert.False(await viewer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
    }

    [ChromiumFact]
    public async Task A_tipoff_is_walked_to_by_keys_assessed_and_put_up()
    {
        await using var app = await StartAsync();
        await using var viewer = await browsers.OpenAsync(app, visitor: await app.SignInAsync(Role.Commander));

        await viewer.PressAsync("g", "t");
        await Expect(viewer.Title).ToHaveTextAsync("Tin báo");
        await Expect(viewer.Page.Locator("[data-line]")).ToHaveCountAsync(2);
        await viewer.PressAsync("j", "j", "k", "Enter");
        await Expect(viewer.Title).ToHaveTextAsync(await NumberAsync(app, 1));
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Nhận xác minh" }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Kết luận", Exact = true }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Radio, new() { Name = "có giá trị", Exact = true }).CheckAsync();
        var send = viewer.Page.Locator(".step-form .button-main");
        await send.ClickAsync();
        await Expect(viewer.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Hãy ghi lý do." })).ToBeVisibleAsync();
        await viewer.Page.Locator(".step-form textarea").FillAsync("bắt quả tang");
        await send.ClickAsync();

        await Expect(viewer.Page.Locator(".trail")).ToContainTextAsync("Kết luận: có giá trị");
        await Expect(viewer.Page.Locator(".trail")).ToContainTextAsync("bắt quả tang");
        await Expect(viewer.Page.Locator(".panel-head").First).ToContainTextAsync("Chờ xác nhận: có giá trị");
        Assert.Empty(viewer.Complaints);

        // A live screen makes no request, and yet the log says from where.
        await using var db = await app.OpenAsync();
        Assert.Equal("127.0.0.1", await db.AuditRecords.Where(l => l.Action == "tipoff.assess").Select(l => l.Origin).SingleAsync());
    }

    [ChromiumFact]
    public async Task A_residents_words_are_letters_and_nothing_else()
    {
        await using var app = await StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/tipoffs/" + await NumberAsync(app, 1), visitor: await app.SignInAsync(Role.Commander));
        await Expect(viewer.Page.Locator(".words")).ToHaveCountAsync(0);

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Xem nội dung" }).ClickAsync();

        await Expect(viewer.Page.Locator(".words")).ToHaveTextAsync(Hostile.Replace("\u202E", "[U+202E]", StringComparison.Ordinal));
        await Expect(viewer.Page.Locator(".words img")).ToHaveCountAsync(0);
        Assert.NotEqual("owned", await viewer.Page.TitleAsync());
    }

    [ChromiumFact]
    public async Task A_call_is_entered_and_one_too_long_is_refused_with_a_sentence()
    {
        await using var app = await StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/tipoffs/new", visitor: await app.SignInAsync(Role.Commander));
        var words = viewer.Page.Locator(".entry textarea");

        await words.FillAsync(new string('ạ', 1_000_000));
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu tin báo" }).ClickAsync();
        await Expect(viewer.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "nhiều nhất 20.000" })).ToBeVisibleAsync();
        await words.FillAsync("Có người bán hàng giả");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu tin báo" }).ClickAsync();

        await Expect(viewer.Title).ToContainTextAsync("TB-");
    }

    private static async Task<TestApp> StartAsync()
    {
        var app = await District.StartAsync();
        var ward = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find("ward-1")!.Id;
        var staff = new Asker(Role.Staff, ward, 7, "an");
        foreach (var (n, words) in ((int, string)[])[(1, Hostile), (2, "Mất xe trước chợ")])
        {
            var entry = new NewTipoff($"{n}", TipoffSource.Phone, ward, TipoffCategory.Theft, app.Now().AddHours(n - 30)) { Words = words };
            Assert.Null((await app.Get<TipoffDesk>().EnterAsync(entry, staff, CancellationToken.None)).Refusal);
        }

        return app;
    }

    private static async Task<string> NumberAsync(TestApp app, long id)
    {
        await using var db = await app.OpenAsync();
        return (await db.Tipoffs.FindAsync(id))!.Number;
    }

    private static async Task ExpectNothingGraveAsync(Viewer viewer)
    {
        var result = await viewer.Page.RunAxe();
        Assert.Empty(result.Violations.Where(v => grave.Contains(v.Impact)).SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {n.Html}")));
    }
}
