using System.Globalization;
using System.Text.Json;
using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Deque.AxeCore.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>A unit's page as its chief and his commander see it, and the board's ratio, with a year of tip-offs.</summary>
[Collection(Browsers.Own)]
public sealed class UnitPageTests(Browsers browsers)
{
    private const int Wards = 7;

    private static readonly string[] grave = ["serious", "critical"];

    [ChromiumFact]
    public async Task Board_and_units_can_be_read_by_everyone_in_both_widths_themes_and_languages()
    {
        await using var app = await StartAsync();
        var (commander, chief) = (await app.SignInAsync(Role.Commander, "an-hoa"), await app.SignInAsync(Role.Chief, "ward-1"));
        foreach (var (name, path, width, theme, language, visitor) in new[]
        {
            ("board-ratio", "/", 1440, "day", "vi-VN", commander),
            ("board-ratio", "/", 390, "night", "vi-VN", commander),
            ("district", "/units/an-hoa", 1440, "night", "vi-VN", commander),
            ("district", "/units/an-hoa", 390, "day", "vi-VN", commander),
            ("ward", "/units/ward-1", 1440, "day", "vi-VN", chief),
            ("ward", "/units/ward-1", 390, "night", "en", chief),
            ("ward", "/units/ward-1?sort=ratio", 1440, "night", "en", chief),
            ("tipoffs-apart", "/tipoffs?by=Unit&of=ward-1&state=All&from=2026-01-01", 1440, "day", "vi-VN", commander),
        })
        {
            await using var viewer = await browsers.OpenAsync(app, path, width: width, theme: theme, language: language, visitor: visitor);
            await Expect(viewer.Page.Locator(".ratio-value").First).ToBeVisibleAsync();
            if (name == "ward")
                await Expect(viewer.Page.Locator(".places tbody tr")).ToContainTextAsync(Enumerable.Repeat(language == "en" ? "Not ranked" : "Chưa xếp hạng", 5));
            await viewer.KeepPictureAsync($"{name}-{width}-{theme}-{language[..2]}");
            var found = (await viewer.Page.RunAxe()).Violations.Where(v => grave.Contains(v.Impact)).SelectMany(v => v.Nodes.Select(n => $"{name}: {v.Id}: {n.Html}"));
            Assert.Empty(found);
            Assert.False(await viewer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{name} at {width} is wider than the window");
            Assert.Empty(viewer.Complaints);
        }

        await using var wall = await browsers.OpenAsync(app, "/?wall=1", 1920, 1080, visitor: commander);
        await Expect(wall.Page.Locator(".wall-value")).ToHaveCountAsync(4);
        await wall.KeepPictureAsync("wall-ratio-1920", whole: false);
        Assert.Empty(await wall.BeyondEdgesAsync());
    }

    [ChromiumFact]
    public async Task An_open_page_follows_what_happens_and_its_numbers_lead_to_as_many_records()
    {
        await using var app = await StartAsync(tipoffs: 12);
        await using var viewer = await browsers.OpenAsync(app, "/units/ward-1", visitor: await app.SignInAsync(Role.Chief, "ward-1"));
        var waiting = viewer.Page.Locator("[aria-labelledby=figure-waiting] .number");
        var open = viewer.Page.Locator("[aria-labelledby=figure-open] .number").First;
        await Expect(waiting).ToHaveTextAsync("0");
        var before = int.Parse(await open.InnerTextAsync(), CultureInfo.InvariantCulture);

        await app.WriteAsync("m1");
        await EnterAsync(app, "ward-1", "new", app.Now(), null);

        await Expect(waiting).ToHaveTextAsync("1");
        await Expect(open).ToHaveTextAsync($"{before + 1}");
        await open.ClickAsync();
        await Expect(viewer.Title).ToHaveTextAsync("Tin báo");
        await Expect(viewer.Page.Locator("[data-line]")).ToHaveCountAsync(before + 1);
    }

    private static async Task<TestApp> StartAsync(int tipoffs = 150)
    {
        var names = District.Wards.Take(Wards).ToList();
        var world = JsonSerializer.Serialize(new
        {
            units = (object[])
            [
                new { key = "an-hoa", code = "760", name = "Công an quận An Hòa", kind = "district" },
                .. names.Select((name, i) => new { key = $"ward-{i + 1}", code = $"{i + 1:00000}", name = $"Công an phường {name}", kind = "ward", parent = "an-hoa", peerGroup = "phuong" }),
            ],
            pages = names.Select((name, i) => new { key = $"ward-{i + 1}-zalo", unit = $"ward-{i + 1}", platform = "zalo", externalId = District.Oa(i), name = $"Zalo {name}", from = "2020-01-01" }),
            channels = new { zalo = new { appId = TestDoor.AppId, oaSecretKeys = names.Select((_, i) => District.Oa(i)).ToDictionary(oa => oa, _ => TestDoor.OaSecret) } },
        });
        var app = await TestApp.StartAsync(new ShiftedClock(new TimeOnly(14, 40)), world: world);
        var dice = new Dice(5);
        for (var i = 0; i < tipoffs; i++)
        {
            var verdict = dice.Below(10) switch { < 3 => Verdict.Valuable, < 8 => Verdict.NotValuable, 8 => Verdict.False, _ => (Verdict?)null };
            await EnterAsync(app, $"ward-{1 + dice.Below(Wards)}", $"{i}", app.Now().AddHours(-1 - dice.Below(24 * 330)), verdict, dice);
        }

        return app;
    }

    private static async Task EnterAsync(TestApp app, string unit, string once, DateTimeOffset at, Verdict? verdict, Dice? dice = null)
    {
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var (desk, staff) = (app.Get<TipoffDesk>(), new Asker(Role.Staff, tree.Find(unit)!.Id, 7, "an"));
        var categories = Enum.GetValues<TipoffCategory>();
        var isByPage = dice is not null && dice.Below(3) > 0;
        var tipoff = (await desk.EnterAsync(
            new NewTipoff(once, isByPage ? TipoffSource.Page : TipoffSource.Phone, staff.UnitId!.Value, dice is null ? TipoffCategory.Theft : categories[dice.Below(6)], at)
            {
                Words = "Mất xe trước chợ",
                PageId = isByPage ? tree.FindPage($"{unit}-zalo")!.Id : null,
            },
            staff,
            CancellationToken.None)).Tipoff!;
        if (verdict is null)
            return;
        var second = new Asker(Role.Commander, tree.Find("an-hoa")!.Id, 8, "binh") { MayConfirm = true };
        List<(Asker, Step)> steps = [(staff, Step.Take), (staff, Step.Assess(verdict.Value, "đã xác minh"))];
        if (verdict == Verdict.Valuable)
            steps.Add((second, Step.Confirm()));
        foreach (var (who, step) in steps)
            tipoff = (await desk.TakeStepAsync(tipoff.Number, tipoff.Version, step, who, CancellationToken.None)).Tipoff!;
    }
}
