using Microsoft.Playwright;

namespace Command.Tests.Browser;

/// <summary>
/// One browser for many tests in Chromium, and one busy district for those that only look. The tests of a collection run
/// one after the other, those of the two beside each other.
/// </summary>
public sealed class Browsers : IAsyncLifetime
{
    /// <summary>Those that look at the busy district.</summary>
    public const string Shared = "Chromium: one district";

    /// <summary>Those that start a product each.</summary>
    public const string Own = "Chromium: a district each";

    private IPlaywright? playwright;
    private IBrowser? browser;
    private Task<TestApp>? busy;

    public async Task InitializeAsync()
    {
        if (Chromium.Path is null)
            return;
        Assertions.SetDefaultExpectTimeout((float)Viewer.Patience.TotalMilliseconds);
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.StartAsync(playwright);
    }

    /// <summary>A district on an afternoon, with history; nothing may be sent to it.</summary>
    public Task<TestApp> BusyAsync() => busy ??= District.StartBusyAsync();

    /// <param name="address">Path and query.</param>
    /// <param name="theme">day or night.</param>
    /// <param name="language">vi-VN or en.</param>
    /// <param name="visitor">Who stands before it; null: one who sees everything.</param>
    /// <param name="isKnown">False: nobody has signed in.</param>
    public async Task<Viewer> OpenAsync(
        TestApp app, string address = "/", int width = 1440, int height = 900, string theme = "day", string language = "vi-VN", Visitor? visitor = null, bool isKnown = true)
    {
        var context = await browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "vi-VN" });
        await context.AddCookiesAsync(
        [
            new() { Name = "theme", Value = theme, Url = app.Address.ToString() },
            new() { Name = ".AspNetCore.Culture", Value = $"c={language}|uic={language}", Url = app.Address.ToString() },
        ]);
        if (isKnown)
            visitor ??= await app.SignInAsync();
        foreach (var cookie in visitor?.Cookies ?? [])
            await context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = app.Address.ToString() }]);
        await context.AddInitScriptAsync("addEventListener('DOMContentLoaded', () => { const main = document.querySelector('main'); if (main) main.isFirstAnswer = true; })");
        var viewer = new Viewer(app.Address, await context.NewPageAsync());
        await viewer.GoToAsync(address);
        return viewer;
    }

    public async Task DisposeAsync()
    {
        if (busy is not null)
            await (await busy).DisposeAsync();
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}

[CollectionDefinition(Browsers.Shared)]
public sealed class SharedDistrictTests : ICollectionFixture<Browsers>;

[CollectionDefinition(Browsers.Own)]
public sealed class OwnDistrictTests : ICollectionFixture<Browsers>;
