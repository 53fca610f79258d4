using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Command.Alerts;
using Command.Data;
using Command.Tests.Reviews;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Pages as Chromium prints them: A4 landscape, something on every sheet, and nothing that only a screen needs.</summary>
[Collection(Browsers.Shared)]
public sealed partial class PaperTests(Browsers browsers)
{
    /// <summary>A4 in points, and what Chromium rounds it to.</summary>
    private const double LongSide = 842;
    private const double ShortSide = 595;
    private const double Rounding = 1.5;

    /// <summary>273 mm between the margins, in the pixels of CSS.</summary>
    private const int PaperWidth = 1031;
    private const int MostSheets = 40;
    private const int FewestLetters = 40;

    [ChromiumTheory]
    [InlineData("/", "/?unit=ward-1", "/units/an-hoa", "/units/ward-1", "/pages")]
    [InlineData("/messages", "/messages/1", "/messages/closed", "/messages/rules")]
    [InlineData("/alerts", "/leaderboards", "/periods", "/compare?unit=ward-1&unit=ward-2")]
    [InlineData("/people", "/audit", "/jobs", "/jobs/Purge", "/alerts/rules", "/leaderboards/weights")]
    [InlineData("/settings/officers", "/settings/targets", "/settings/deadlines", "/settings/holidays")]
    public async Task A_busy_district_goes_on_paper(params string[] paths) => await ExpectOnPaperAsync(await browsers.BusyAsync(), null, paths);

    [ChromiumFact]
    public async Task Alerts_and_messages_go_on_paper_also_where_there_are_many()
    {
        await using var app = await District.StartBusyAsync();
        await app.Get<AlertWatch>().LookAsync(CancellationToken.None, everything: true);

        await ExpectOnPaperAsync(app, "an-hoa", "/", "/alerts", "/messages", "/messages?show=Waiting");
    }

    [ChromiumFact]
    public async Task A_conference_goes_on_paper_with_the_numbers_behind_its_curves()
    {
        await using var conference = await Conference.StartAsync();
        var review = await conference.MakeAsync();
        string number;
        await using (var db = await conference.App.OpenAsync())
            number = db.Tipoffs.First().Number;

        await ExpectOnPaperAsync(conference.App, "north", "/tipoffs", $"/tipoffs/{number}", "/tipoffs?by=Unit", "/reviews", $"/reviews/{review.Id}", "/leaderboards?metric=valuable_ratio");

        await using var viewer = await browsers.OpenAsync(conference.App, $"/reviews/{review.Id}", width: PaperWidth, visitor: await conference.App.SignInAsync(Role.Commander, "north"));
        await Expect(viewer.Page.Locator(".slide-curve").First).ToBeVisibleAsync();
        await viewer.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        Assert.Empty(await viewer.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('figure:has(.slide-curve)')].filter(f => !(f.querySelector('table')?.getBoundingClientRect().height > 20)).map(f => f.innerText.slice(0, 60))
            """));
    }

    private async Task ExpectOnPaperAsync(TestApp app, string? unit, params string[] paths)
    {
        // Administrators settle things, commanders see records.
        var role = unit is null && !paths[0].StartsWith("/messages", StringComparison.Ordinal) ? Role.Administrator : Role.Commander;
        await using var viewer = await browsers.OpenAsync(app, width: PaperWidth, visitor: await app.SignInAsync(role, unit));
        var faults = new List<string>();
        foreach (var path in paths)
        {
            await viewer.GoToAsync(path);
            await Expect(viewer.Title).ToBeVisibleAsync();
            if (path.StartsWith("/reviews/", StringComparison.Ordinal))
                await Expect(viewer.Page.Locator(".slide-card").First).ToBeVisibleAsync();
            await viewer.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
            var seen = await viewer.Page.EvaluateAsync<string[]>("""
                () => {
                  const seen = e => e.checkVisibility() && e.getBoundingClientRect().height > 2 && getComputedStyle(e).visibility !== 'hidden';
                  const told = e => `${e.tagName.toLowerCase()}.${e.className}: ${(e.innerText || '').slice(0, 40)}`;
                  const all = [...document.querySelectorAll('body *')].filter(seen);
                  return [
                    ...all.filter(e => ['fixed', 'sticky'].includes(getComputedStyle(e).position)).map(e => 'lies over the page: ' + told(e)),
                    ...all.filter(e => e.matches('.rail, .topbar, .skip, .alert-tray, nav:not(.path) a:not([aria-current])')).map(e => 'leads through a screen: ' + told(e)),
                    ...all.filter(e => e.matches('button, input, select, details:not([open]) > summary')).map(e => 'is to be pressed: ' + told(e)),
                    ...all.filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => 'is cut: ' + told(e)),
                  ];
                }
                """);
            faults.AddRange(seen.Select(what => $"{path} {what}"));
            var words = await viewer.Page.Locator("main").InnerTextAsync();
            if (words.Length < FewestLetters)
                faults.Add($"{path} says nothing: '{words}'");
            await viewer.KeepPictureAsync($"paper{path.Replace('/', '-').Replace('?', '-')}");
            var paper = await viewer.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
            faults.AddRange(Sheets(paper).Select(what => $"{path} {what}"));
            await viewer.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What is wrong with the sheets: their size, their number, one without a letter.</summary>
    private static IEnumerable<string> Sheets(byte[] paper)
    {
        var file = Encoding.Latin1.GetString(paper);
        var sizes = MediaBox().Matches(file).Select(m => (Width: Number(m, 1), Height: Number(m, 2))).ToList();
        if (sizes.Count is 0 or > MostSheets)
            yield return $"takes {sizes.Count} sheets.";
        foreach (var (width, height) in sizes.Where(s => Math.Abs(s.Width - LongSide) > Rounding || Math.Abs(s.Height - ShortSide) > Rounding))
            yield return $"is {width} × {height} points.";
        var written = Streams(file, paper).Count(s => Letters().IsMatch(s));
        if (written < sizes.Count)
            yield return $"leaves {sizes.Count - written} of {sizes.Count} sheets empty.";
    }

    private static double Number(Match match, int group) => double.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Streams(string file, byte[] paper)
    {
        foreach (var from in Begin().Matches(file).Select(m => m.Index + m.Length))
        {
            string text;
            try
            {
                using var inflated = new StreamReader(new ZLibStream(new MemoryStream(paper, from, paper.Length - from), CompressionMode.Decompress), Encoding.Latin1);
                text = inflated.ReadToEnd();
            }
            catch (InvalidDataException)
            {
                continue;
            }

            yield return text;
        }
    }

    [GeneratedRegex(@"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]")]
    private static partial Regex MediaBox();

    [GeneratedRegex(@"(?<!end)stream\r?\n")]
    private static partial Regex Begin();

    [GeneratedRegex(@"\bT[jJ]\b")]
    private static partial Regex Letters();
}
