using Command.Data;
using Microsoft.Data.Sqlite;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>A screen that nobody stands before comes back by itself.</summary>
[Collection(Browsers.Own)]
public sealed class HealingTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task A_restarted_server_finds_its_screens_again_with_the_new_numbers()
    {
        var folder = Directory.CreateTempSubdirectory("command-").FullName;
        try
        {
            var first = await District.StartAsync(folder);
            var address = first.Address;
            await first.WriteAsync("m1");
            await using var viewer = await browsers.OpenAsync(first);
            await Expect(viewer.Number("Messages")).ToHaveTextAsync("1");

            await first.DisposeAsync();
            var notice = viewer.Page.GetByText("Mất kết nối với máy chủ. Đang tự kết nối lại…");
            await Expect(notice).ToBeVisibleAsync();
            await viewer.KeepPictureAsync("reconnecting-1440-day-vi", whole: false);

            await using var second = await District.StartAsync(folder, $"--Urls=http://127.0.0.1:{address.Port}");
            await second.WriteAsync("m2");
            await Expect(viewer.Number("Messages")).ToHaveTextAsync("2");
            await Expect(notice).ToBeHiddenAsync();
            await second.WriteAsync("m3");
            await Expect(viewer.Number("Messages")).ToHaveTextAsync("3");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [ChromiumFact]
    public async Task A_forged_text_of_a_megabyte_is_not_taken_and_its_screen_works_again_by_itself()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app, "/messages/rules", visitor: await app.SignInAsync(Role.Commander));
        var verdict = viewer.Page.Locator(".verdict strong");
        await viewer.Page.EvaluateAsync("""
            window.notices = 0;
            new MutationObserver(() => notices += document.getElementById('components-reconnect-modal').classList.contains('components-reconnect-show') ? 1 : 0)
              .observe(document.getElementById('components-reconnect-modal'), { attributeFilter: ['class'] });
            const input = document.querySelector('.filters input');
            input.removeAttribute('maxlength');
            input.value = 'trộm '.repeat(200_000);
            input.dispatchEvent(new Event('input', { bubbles: true }));
            """);

        await viewer.Page.WaitForFunctionAsync("notices > 0");
        await Expect(viewer.Page.GetByText("Mất kết nối với máy chủ. Đang tự kết nối lại…")).ToBeHiddenAsync();
        await Expect(verdict).ToHaveCountAsync(0);
        await viewer.Page.Locator(".filters input").First.FillAsync("có trộm");
        await Expect(verdict).ToBeVisibleAsync();
    }

    /// <summary>As when the volume that holds the database is gone for a while.</summary>
    [ChromiumTheory]
    [InlineData("/", ".stale")]
    [InlineData("/?wall=1", ".wall-bad[role=alert]")]
    public async Task A_store_that_cannot_be_read_is_said_across_the_screen_until_it_can(string path, string banner)
    {
        var folder = Directory.CreateTempSubdirectory("command-").FullName;
        var away = folder + "-away";
        try
        {
            await using var app = await District.StartAsync(folder);
            await app.WriteAsync("m1");
            await using var viewer = await browsers.OpenAsync(app, path);
            await Expect(viewer.Page.Locator(banner)).ToHaveCountAsync(0);

            Directory.Move(folder, away);
            SqliteConnection.ClearAllPools();
            await Expect(viewer.Page.Locator(banner)).ToContainTextAsync("Số liệu chưa được cập nhật từ 14:4");
            await viewer.KeepPictureAsync(path == "/" ? "stale-1440-day-vi" : "stale-wall-1440-vi", whole: false);
            await Expect(viewer.Page.Locator(path == "/" ? ".tile" : ".wall-number").First).ToBeVisibleAsync();

            Directory.Move(away, folder);
            await Expect(viewer.Page.Locator(banner)).ToHaveCountAsync(0);
        }
        finally
        {
            Directory.Delete(Directory.Exists(folder) ? folder : away, recursive: true);
        }
    }
}
