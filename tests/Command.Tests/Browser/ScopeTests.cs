using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Which unit or page a board shows: chosen by search, kept in the address.</summary>
[Collection(Browsers.Own)]
public sealed partial class ScopeTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task A_unit_is_found_without_marks_and_taken_with_Enter_and_back_leads_back()
    {
        await using var app = await District.StartAsync();
        await app.WriteAsync("m1", ward: 1);
        await using var viewer = await browsers.OpenAsync(app);
        await Expect(viewer.Title).ToHaveTextAsync("Tất cả các đơn vị");

        await viewer.PressAsync("/");
        await viewer.Page.Keyboard.TypeAsync("go dinh");
        await viewer.PressAsync("Enter");

        await Expect(viewer.Title).ToHaveTextAsync("Công an phường Gò Đình");
        await Expect(viewer.Page).ToHaveURLAsync(UnitOfWard2());
        await viewer.Page.Locator(".actions a").First.ClickAsync();
        await Expect(viewer.Page).ToHaveURLAsync(Ward2());
        await Expect(viewer.Number("Messages")).ToHaveTextAsync("1");
        await viewer.Page.GoBackAsync();
        await Expect(viewer.Page).ToHaveURLAsync(UnitOfWard2());
        await viewer.Page.GoBackAsync();
        await Expect(viewer.Title).ToHaveTextAsync("Tất cả các đơn vị");
    }

    [ChromiumFact]
    public async Task The_link_of_a_scope_can_be_sent_and_shows_only_its_numbers()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/?unit=ward-2");
        await Expect(viewer.Title).ToHaveTextAsync("Công an phường Gò Đình");

        await app.WriteAsync("m1", ward: 0);
        await app.WriteAsync("m2", ward: 1);
        await app.WriteAsync("m3", ward: 1, person: "p2");

        await Expect(viewer.Number("Messages")).ToHaveTextAsync("2");
    }

    [ChromiumFact]
    public async Task One_page_is_a_scope_too()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/pages");

        await viewer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Gò Đình" }).ClickAsync();
        await Expect(viewer.Title).ToHaveTextAsync("Gò Đình");
        await Expect(viewer.Page).ToHaveURLAsync(Page2());
        await app.WriteAsync("m1", ward: 1);

        await Expect(viewer.Number("Messages")).ToHaveTextAsync("1");
    }

    [ChromiumFact]
    public async Task An_unknown_scope_says_so_and_leads_on()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/?unit=nobody");
        await Expect(viewer.Title).ToHaveTextAsync("Không có đơn vị hoặc trang này");

        await viewer.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Xem toàn bộ các đơn vị" }).ClickAsync();

        await Expect(viewer.Title).ToHaveTextAsync("Tất cả các đơn vị");
    }

    [GeneratedRegex(@"/units/ward-2$")]
    private static partial Regex UnitOfWard2();

    [GeneratedRegex(@"/\?unit=ward-2$")]
    private static partial Regex Ward2();

    [GeneratedRegex(@"/\?page=ward-2-zalo$")]
    private static partial Regex Page2();
}
