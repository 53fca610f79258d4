using System.Globalization;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>What happens on an open board while people write.</summary>
[Collection(Browsers.Own)]
public sealed class LiveBoardTests(Browsers browsers)
{
    [ChromiumFact]
    public async Task A_signed_request_changes_an_open_board_without_a_reload_and_the_changed_number_glows()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app);
        await Expect(viewer.Number("Messages")).ToHaveTextAsync("0");
        await viewer.Page.EvaluateAsync("window.sameDocument = true");

        await app.WriteAsync("m1");

        await Expect(viewer.Number("Messages")).ToHaveTextAsync("1");
        await Expect(viewer.Number("Waiting")).ToHaveTextAsync("1");
        await Expect(viewer.Page.Locator("article[aria-labelledby=tile-Messages] .number.glow")).ToHaveCountAsync(1);
        await Expect(viewer.Page.Locator("article[aria-labelledby=tile-Interactions] .glow")).ToHaveCountAsync(0);
        Assert.True(await viewer.Page.EvaluateAsync<bool>("window.sameDocument === true"));
    }

    [ChromiumFact]
    public async Task Five_open_boards_show_the_same_number()
    {
        await using var app = await District.StartAsync();
        var viewers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => browsers.OpenAsync(app)));

        for (var n = 0; n < 12; n++)
            await app.WriteAsync($"m{n}", ward: n % 2, person: $"p{n}");

        foreach (var viewer in viewers)
            await Expect(viewer.Number("Messages")).ToHaveTextAsync("12");
        foreach (var viewer in viewers)
            await viewer.DisposeAsync();
    }

    [ChromiumFact]
    public async Task A_board_that_opens_while_people_write_misses_nothing()
    {
        await using var app = await District.StartAsync();
        await using var watching = await browsers.OpenAsync(app);
        var opening = browsers.OpenAsync(app);
        var sent = 0;
        while (!opening.IsCompleted)
            await app.WriteAsync($"m{sent++}", person: $"p{sent}");

        await using var viewer = await opening;
        await Expect(viewer.Number("Messages")).ToHaveTextAsync(sent.ToString("N0", CultureInfo.GetCultureInfo("vi-VN")));
    }

    [ChromiumFact]
    public async Task The_feed_tells_what_happened_and_where_but_no_word_and_no_id_of_the_resident()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app);

        await app.WriteAsync("message-0815", person: "resident-4711", text: "Tôi báo tin có trộm ở hẻm Hoa Giấy");

        var line = viewer.Page.Locator(".feed li");
        await Expect(line).ToContainTextAsync("Có thể là tin báo");
        await Expect(line).ToContainTextAsync("Bến Sông");
        var page = await viewer.Page.ContentAsync();
        Assert.DoesNotContain("4711", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0815", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hoa Giấy", page, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task The_key_p_holds_the_feed_and_lets_it_go_while_the_numbers_go_on()
    {
        await using var app = await District.StartAsync();
        await using var viewer = await browsers.OpenAsync(app);
        await app.WriteAsync("m1");
        await Expect(viewer.Page.Locator(".feed li")).ToHaveCountAsync(1);

        await viewer.PressAsync("p");
        await Expect(viewer.Page.GetByText("đã tạm dừng")).ToBeVisibleAsync();
        await app.WriteAsync("m2", ward: 1);

        await Expect(viewer.Number("Messages")).ToHaveTextAsync("2");
        await Expect(viewer.Page.GetByText("đã tạm dừng, 1 việc mới")).ToBeVisibleAsync();
        await Expect(viewer.Page.Locator(".feed li")).ToHaveCountAsync(1);
        await viewer.PressAsync("p");
        await Expect(viewer.Page.Locator(".feed li")).ToHaveCountAsync(2);
    }
}
