using System.Reflection;
using Command.Data;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>axe-core finds nothing serious on any screen, by day and by night, with data and without.</summary>
[Collection(Browsers.Shared)]
public sealed class AccessibilityTests(Browsers browsers)
{
    private static readonly string[] grave = ["serious", "critical"];
    private static readonly AxeRunOptions violationsOnly = new() { ResultTypes = [ResultType.Violations] };

    [ChromiumTheory]
    [InlineData("day", 1440, "/", "/?unit=ward-1", "/pages", "/?wall=1")]
    [InlineData("day", 1440, "/messages", "/messages/1", "/messages/rules", "/messages/closed")]
    [InlineData("night", 390, "/messages", "/messages/1", "/messages/rules", "/messages/closed")]
    [InlineData("day", 1440, "/tipoffs", "/tipoffs/new", "/tipoffs/confirm")]
    [InlineData("day", 1440, "/units/an-hoa", "/units/ward-1")]
    [InlineData("night", 390, "/units/an-hoa?month=2026-01", "/units/ward-1")]
    [InlineData("night", 1440, "/", "/?unit=ward-1", "/pages")]
    [InlineData("day", 390, "/", "/pages")]
    [InlineData("day", 1440, "/me", "/people", "/people?edit=1", "/walls", "/keys", "/audit", "/jobs", "/jobs/Purge", "/sign-in", "/sign-out", "/wall")]
    [InlineData("day", 1440, "/settings/officers", "/settings/targets", "/settings/deadlines", "/settings/holidays")]
    [InlineData("night", 390, "/settings/officers", "/settings/targets", "/settings/deadlines", "/settings/holidays")]
    [InlineData("night", 390, "/me", "/people", "/walls", "/keys", "/audit", "/jobs", "/jobs/Purge", "/sign-in")]
    [InlineData("day", 1440, "/reviews", "/reviews/new", "/reviews/1", "/leaderboards/weights")]
    [InlineData("night", 390, "/reviews", "/reviews/new", "/reviews/1", "/leaderboards/weights")]
    [InlineData("day", 1440, "/alerts", "/alerts/rules", "/leaderboards", "/periods", "/compare?unit=ward-1&unit=ward-2", "/compare/parts?unit=ward-1&period=2026", "/first-run", "/refused")]
    [InlineData("night", 390, "/alerts", "/alerts/rules", "/leaderboards", "/periods", "/compare?unit=ward-1&unit=ward-2", "/compare/parts?unit=ward-1&period=2026")]
    public async Task A_busy_district_can_be_read_by_everyone(string theme, int width, params string[] paths) =>
        Assert.Empty(await GraveAsync(await browsers.BusyAsync(), theme, width, paths));

    [ChromiumTheory]
    [InlineData("day", "/", "/?unit=nobody", "/?wall=1")]
    [InlineData("night", "/", "/pages")]
    [InlineData("night", "/messages", "/messages/1", "/messages/rules", "/messages/closed")]
    [InlineData("night", "/tipoffs", "/tipoffs/new", "/tipoffs/confirm", "/tipoffs/TB-2026-000001")]
    public async Task An_empty_database_can_be_read_by_everyone(string theme, params string[] paths)
    {
        await using var app = await TestApp.StartAsync();

        Assert.Empty(await GraveAsync(app, theme, 1440, paths));
    }

    /// <summary>A new page stands here, or this fails.</summary>
    [Fact]
    public void Every_page_of_the_product_is_visited()
    {
        var visited = typeof(AccessibilityTests).GetMethods()
            .SelectMany(test => test.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(test)))
            .SelectMany(data => data.SelectMany(value => value as string[] ?? [value as string ?? ""]))
            .Where(value => value.StartsWith('/'))
            .Select(path => new PathString(path.Split('?')[0]))
            .ToList();
        var patterns = typeof(Program).Assembly.GetTypes().SelectMany(page => page.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).ToList();

        Assert.True(patterns.Count > 30);
        Assert.Equal([], patterns.FindAll(pattern => !visited.Exists(path => Leads(pattern, path))));

        // A pattern with a place for anything is visited by its own samples alone: "/tipoffs/new" is another page.
        bool Leads(string pattern, PathString path) =>
            new TemplateMatcher(TemplateParser.Parse(pattern), []).TryMatch(path, []) && (!pattern.Contains('{', StringComparison.Ordinal) || !patterns.Contains(path.Value!));
    }

    [ChromiumFact]
    public async Task The_tables_behind_the_charts_can_be_read_by_everyone()
    {
        await using var viewer = await browsers.OpenAsync(await browsers.BusyAsync());
        await viewer.PressAsync("t");
        await Expect(viewer.Page.Locator(".heat-figures")).ToBeVisibleAsync();

        Assert.Empty(await GraveAsync(viewer, "tables"));
    }

    private async Task<List<string>> GraveAsync(TestApp app, string theme, int width, string[] paths)
    {
        var found = new List<string>();
        // Each page as those see it who work with it.
        var role = paths[0].StartsWith("/tipoffs", StringComparison.Ordinal) || paths[0].StartsWith("/messages", StringComparison.Ordinal)
            || paths[0].StartsWith("/units", StringComparison.Ordinal) ? Role.Commander : Role.Administrator;
        await using var viewer = await browsers.OpenAsync(app, width: width, theme: theme, visitor: await app.SignInAsync(role));
        foreach (var path in paths)
        {
            await viewer.GoToAsync(path);
            await Expect(viewer.Title).ToBeVisibleAsync();
            found.AddRange(await GraveAsync(viewer, path));
        }

        return found;
    }

    internal static async Task<IEnumerable<string>> GraveAsync(Viewer viewer, string where)
    {
        var result = await viewer.Page.RunAxe(violationsOnly);
        return result.Violations.Where(v => grave.Contains(v.Impact))
            .SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id}: {n.Html}"));
    }
}
