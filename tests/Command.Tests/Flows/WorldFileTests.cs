using System.Net.Http.Json;
using System.Text.Json;
using Command.Data;
using Command.Units;

namespace Command.Tests.Flows;

/// <summary>The worlds that lie in the repository load as they are, and say what they were written to say.</summary>
public sealed class WorldFileTests
{
    public static TheoryData<string> Files => [.. new[] { "worlds", "units" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root.FullName, "db", folder), "*.json"))
        .Select(file => Path.GetRelativePath(RepositoryFiles.Root.FullName, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task It_loads_and_hangs_together(string file)
    {
        await using var app = await TestApp.StartAsync(args: ["--world", Path.Combine(RepositoryFiles.Root.FullName, file)]);

        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var today = LocalTime.DayOf(TimeProvider.System.GetUtcNow());
        Assert.NotEmpty(tree.ChildrenOn(null, today));
        Assert.Empty(tree.FaultsOn(today));
    }

    /// <summary>"Zalo An ninh", February 2021 – 13 May 2022: the police's own published figures.</summary>
    [Fact]
    public async Task Tan_Phu_says_its_published_figures_as_declared()
    {
        await using var app = await TestApp.StartAsync(
            args: ["--world", Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", "tan-phu.json"), "--Api:Keys:0=test-key"]);

        var totals = await TotalsAsync(app, "2021-02-01", "2022-05-13");

        var tipoffs = totals.GetProperty("tipoffs");
        Assert.Equal("declared", tipoffs.GetProperty("basis").GetString());
        Assert.Equal(1_230, tipoffs.GetProperty("received").GetInt64());
        Assert.Equal(307, tipoffs.GetProperty("valuable").GetInt64());
        Assert.Equal(0.2496, tipoffs.GetProperty("ratio").GetDouble(), 4);
        Assert.Equal([0.2262, 0.2745], tipoffs.GetProperty("wilson95").EnumerateArray().Select(v => Math.Round(v.GetDouble(), 4)));
        Assert.Equal(216_798, Declared(totals, "procedure_questions"));
        Assert.Equal(157_200, Declared(totals, "followers"));
        Assert.Equal(4_300_000, Declared(totals, "views_and_shares"));
        Assert.Equal(38_500_000, Declared(totals, "notifications"));
        Assert.Equal(610, Declared(totals, "posts"));
    }

    [Fact]
    public async Task A_published_total_is_not_split_over_months()
    {
        await using var app = await TestApp.StartAsync(
            args: ["--world", Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", "tan-phu.json"), "--Api:Keys:0=test-key"]);

        var month = await TotalsAsync(app, "2021-03-01", "2021-03-31");

        Assert.Equal(JsonValueKind.Null, month.GetProperty("tipoffs").GetProperty("received").ValueKind);
    }

    private static double Declared(JsonElement totals, string metric) =>
        totals.GetProperty("metrics").GetProperty(metric).GetProperty("declared").GetProperty("value").GetDouble();

    private static async Task<JsonElement> TotalsAsync(TestApp app, string from, string to)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/totals?unit=tan-phu&from={from}&to={to}");
        request.Headers.Add("X-Api-Key", "test-key");
        using var response = await app.Http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
