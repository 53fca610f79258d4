using Microsoft.Playwright;

namespace Command.Tests.Browser;

/// <summary>Somebody before a screen: a browser window of his own with his own cookies.</summary>
public sealed class Viewer : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly string? pictures = Environment.GetEnvironmentVariable("COMMAND_SCREENSHOTS");
    private readonly Uri address;

    public Viewer(Uri address, IPage page)
    {
        this.address = address;
        Page = page;
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        page.Console += (_, message) => Note(message.Type is "error" or "warning", $"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Note(true, error);
        page.Request += (_, request) => Note(IsElsewhere(request.Url), $"asked {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 400, $"{response.Status} {response.Url}");
    }

    public static bool KeepsPictures => pictures is not null;

    public IPage Page { get; }

    /// <summary>What went wrong or out of the house: errors and warnings of the console, failed and foreign requests.</summary>
    public List<string> Complaints { get; } = [];

    public ILocator Title => Page.Locator("h1");

    public ILocator Number(string tile) => Page.Locator($"article[aria-labelledby=tile-{tile}] .number");

    /// <summary>Returns when the circuit has drawn its own page in place of the first answer: from then on keys and clicks arrive. Pages of forms have no circuit.</summary>
    public async Task GoToAsync(string path)
    {
        await Page.GotoAsync(new Uri(address, path).ToString());
        await Page.WaitForFunctionAsync("(main => main && (!main.isFirstAnswer || main.matches('.door, .forms')))(document.querySelector('main'))");
    }

    /// <summary>What stands beyond the edges of the window.</summary>
    public Task<string[]> BeyondEdgesAsync() => Page.EvaluateAsync<string[]>("""
        [...document.querySelectorAll('main, main *')].map(e => [e, e.getBoundingClientRect()])
          .filter(([, r]) => r.right > innerWidth || r.bottom > innerHeight || r.left < 0 || r.top < 0).map(([e]) => e.outerHTML.slice(0, 80))
        """);

    /// <summary>Presses one key after another.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>Kept only where COMMAND_SCREENSHOTS names a folder.</summary>
    public async Task KeepPictureAsync(string name, bool whole = true)
    {
        if (pictures is not null)
            await Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, name + ".png"), FullPage = whole });
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();

    private void Note(bool isBad, string what)
    {
        if (isBad)
            Complaints.Add(what);
    }

    private bool IsElsewhere(string url) => Uri.TryCreate(url, UriKind.Absolute, out var asked)
        && asked.Scheme is "http" or "https" && asked.Authority != address.Authority;
}
