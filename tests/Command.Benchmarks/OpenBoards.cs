using Command.Tests.Browser;
using Microsoft.Playwright;

namespace Command.Benchmarks;

/// <summary>A number as it appeared on a board.</summary>
internal readonly record struct Sight(DateTimeOffset At, long Count);

/// <summary>Boards in the tabs of one Chromium; each notes when its number of messages changes.</summary>
internal sealed class OpenBoards : IAsyncDisposable
{
    /// <summary>
    /// Notes are made when the text changes in the document, by the clock of this machine. What stands in the document
    /// before the circuit's own drawing takes its place is marked, so that a living board can be waited for.
    /// </summary>
    private const string Notes = """
        addEventListener('DOMContentLoaded', () => {
          const main = document.querySelector('main');
          if (main) main.isFirstAnswer = true;
          window.messages = () => Number((document.querySelector('article[aria-labelledby=tile-Messages] .number')?.textContent ?? '-').replace(/[.,\s]/g, ''));
          window.seen = [];
          let last = messages();
          new MutationObserver(() => {
            const shown = messages();
            if (shown === last || isNaN(shown)) return;
            last = shown;
            seen.push(performance.timeOrigin + performance.now(), shown);
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        });
        """;

    private const float Patience = 60_000;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IBrowserContext context;
    private readonly string address;
    private readonly List<IPage> pages = [];

    private OpenBoards(IPlaywright playwright, IBrowser browser, IBrowserContext context, string address)
    {
        this.playwright = playwright;
        this.browser = browser;
        this.context = context;
        this.address = address;
    }

    public int Count => pages.Count;

    /// <summary>A browser without a board yet, in which the commander has signed in.</summary>
    public static async Task<OpenBoards> StartAsync(int port)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.StartAsync(playwright);
        var context = await browser.NewContextAsync(new() { Locale = "vi-VN" });
        context.SetDefaultTimeout(Patience);
        var address = $"http://127.0.0.1:{port}/";
        await SignInAsync(await context.NewPageAsync(), address);
        await context.AddInitScriptAsync(Notes);
        return new OpenBoards(playwright, browser, context, address);
    }

    /// <summary>Until so many boards are open and alive.</summary>
    public async Task OpenAsync(int count)
    {
        while (pages.Count < count)
            pages.Add(await OpenAsync());
    }

    /// <summary>Returns when every board shows this number.</summary>
    public Task ShowAsync(long messages) => Task.WhenAll(pages.Select(page =>
        page.WaitForFunctionAsync("expected => messages() === expected", messages, new() { PollingInterval = 100 })));

    /// <summary>What each board noted since it was last asked.</summary>
    public Task<Sight[][]> TakeAsync() => Task.WhenAll(pages.Select(TakeAsync));

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task SignInAsync(IPage page, string address)
    {
        await page.GotoAsync(address + "sign-in");
        await page.FillAsync("#name", SignedPosts.Commander);
        await page.FillAsync("#password", SignedPosts.CommanderPassword);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => location.pathname === '/'");
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync()
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        await page.WaitForFunctionAsync("(main => main && !main.isFirstAnswer)(document.querySelector('main'))");
        await AgreeOnTimeAsync(page);
        return page;
    }

    /// <summary>The page's clock is read between two looks at ours: delays are differences between the two.</summary>
    private static async Task AgreeOnTimeAsync(IPage page)
    {
        var before = TimeProvider.System.GetUtcNow();
        var there = Instant(await page.EvaluateAsync<double>("performance.timeOrigin + performance.now()"));
        var tolerance = TimeSpan.FromMilliseconds(2);
        if (there < before - tolerance || there > TimeProvider.System.GetUtcNow() + tolerance)
            throw new InvalidOperationException("The clock of the browser is not that of this machine.");
    }

    private static async Task<Sight[]> TakeAsync(IPage page) =>
        [.. (await page.EvaluateAsync<double[]>("seen.splice(0)")).Chunk(2).Select(pair => new Sight(Instant(pair[0]), (long)pair[1]))];

    private static DateTimeOffset Instant(double unixMilliseconds) => DateTimeOffset.UnixEpoch.AddMicroseconds(unixMilliseconds * 1_000);
}
