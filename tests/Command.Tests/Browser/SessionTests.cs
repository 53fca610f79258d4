using Command.Data;
using Command.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Screens that live: what is cut of them, and what happens to them when a session ends.</summary>
[Collection(Browsers.Own)]
public sealed class SessionTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task A_chief_sees_his_own_unit_live_and_is_told_of_nothing_else()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, visitor: await app.SignInAsync(Role.Chief, "ward-1"));
        await Expect(viewer.Title).ToHaveTextAsync("Công an phường Bến Sông");

        await app.WriteAsync("m1", ward: 1);
        await app.WriteAsync("m2", ward: 0);

        await Expect(viewer.Number("Messages")).ToHaveTextAsync("1");
        await Expect(viewer.Page.Locator(".feed li")).ToHaveCountAsync(1);
        Assert.DoesNotContain("Gò Đình", await viewer.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_live_screen_leaves_when_the_account_is_locked()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, visitor: await app.SignInAsync(Role.Staff, "ward-1"));
        await Expect(viewer.Title).ToHaveTextAsync("Công an phường Bến Sông");

        await using (var scope = app.Services.CreateAsyncScope())
        {
            var id = await app.AddPersonAsync("Staff-ward-1", Role.Staff);
            Assert.Equal(PersonFault.None, await scope.ServiceProvider.GetRequiredService<PersonRegistry>().LockAsync(TestAskers.Everything, id, true, CancellationToken.None));
        }

        await Expect(viewer.Title).ToHaveTextAsync("Đăng nhập");
    }

    [ChromiumFact]
    public async Task A_wall_shows_its_code_then_its_numbers_and_leaves_when_it_is_revoked()
    {
        await using var app = await District.StartAsync();
        var commander = await app.SignInAsync(Role.Commander, "an-hoa");
        await using var viewer = await browsers.OpenAsync(app, "/?wall=1", 1920, 1080, isKnown: false);
        var code = await viewer.Page.Locator(".pair-code").InnerTextAsync();
        await viewer.KeepPictureAsync("pair-1920-vi", whole: false);

        await using (var db = await app.OpenAsync())
        {
            var unit = await db.Units.SingleAsync(u => u.Key == "ward-1");
            await commander.PostAsync("/walls", "pair", ("Code", code), ("Name", "Phòng trực ban"), ("UnitId", $"{unit.Id}"));
        }

        await Expect(viewer.Page.Locator(".wall-value")).ToHaveCountAsync(4);
        await app.WriteAsync("m1");
        await Expect(viewer.Page.Locator(".wall-value").Last).ToHaveTextAsync("1");
        await commander.PostAsync("/walls", "revoke", ("Id", "1"));
        await Expect(viewer.Page.Locator(".pair-code")).ToBeVisibleAsync();
    }
}
