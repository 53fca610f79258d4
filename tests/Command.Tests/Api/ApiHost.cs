using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Command.Api;
using Command.Data;
using Command.Rollups;
using Command.Tests.Worlds;
using Command.Tipoffs;
using Command.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Command.Tests.Api;

/// <summary>
/// The API over real HTTP and a real file. Its world: a city with two districts; the ward Sen moves from the north to
/// the south on 2026-03-11, and its page passes from Sen to Mai on 2026-03-21.
/// </summary>
public sealed class ApiHost : IAsyncLifetime
{
    public const string Key = "key of the tests";

    private const string World = """
        {
          "units": [
            {"key": "city", "code": "1", "name": "Thành phố", "kind": "city"},
            {"key": "north", "code": "1", "name": "Bắc", "kind": "district", "parent": "city"},
            {"key": "south", "code": "2", "name": "Nam", "kind": "district", "parent": "city"},
            {"key": "sen", "code": "1", "name": "Sen", "kind": "ward", "parent": "north"},
            {"key": "sen", "code": "1", "name": "Sen", "kind": "ward", "parent": "south", "from": "2026-03-11"},
            {"key": "mai", "code": "2", "name": "Mai", "kind": "ward", "parent": "north"}
          ],
          "pages": [
            {"key": "north-zalo", "unit": "north", "platform": "zalo", "externalId": "1", "name": "Bắc", "from": "2020-01-01"},
            {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "2", "name": "Sen", "from": "2020-01-01"},
            {"key": "sen-zalo", "unit": "mai", "platform": "zalo", "externalId": "2", "name": "Sen", "from": "2026-03-21"},
            {"key": "mai-zalo", "unit": "mai", "platform": "zalo", "externalId": "3", "name": "Mai", "from": "2020-01-01"}
          ]
        }
        """;

    private WebApplication app = null!;

    public WorldFixture Fixture { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public UnitTree Tree { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Fixture.InitializeAsync();
        await Fixture.LoadAsync(JsonNode.Parse(World)!.AsObject(), "world.json");
        Tree = await Fixture.Registry.TreeAsync(CancellationToken.None);
        (app, Client) = await StartAsync(Fixture.Database, Key);
        Client.DefaultRequestHeaders.Add(ApiKeys.Header, Key);
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Fixture.DisposeAsync();
    }

    public static async Task<(WebApplication App, HttpClient Client)> StartAsync(IDbContextFactory<CommandDb> database, string? key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Api:Keys:0"] = key;
        builder.Services.AddSingleton(database).AddSingleton<UnitRegistry>().AddSingleton<TipoffRatios>().AddApi().AddHealth();
        var app = builder.Build();
        app.MapOpenApi();
        app.MapTotals();
        app.MapHealth();
        await app.StartAsync();
        return (app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    public Task<JsonObject> TotalsAsync(string unit, string from, string to) => TotalsAsync(Client, unit, from, to);

    public static async Task<JsonObject> TotalsAsync(HttpClient client, string unit, string from, string to) =>
        (await client.GetFromJsonAsync<JsonObject>($"/api/v1/totals?unit={unit}&from={from}&to={to}"))!;

    public int Page(string key) => Tree.FindPage(key)!.Id;

    public async Task AddAsync(params object[] rows)
    {
        await using var db = Fixture.Database.CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    public RollupDay Count(string page, Metric metric, string day, long count) =>
        new() { PageId = Page(page), Metric = metric.Id, Day = DateOnly.Parse(day, null), Count = count, Sum = count };

    public Reading Read(string page, Metric metric, string from, string to, double value, ReadingSource source = ReadingSource.Api) => new()
    {
        PageId = Page(page),
        Metric = metric.Id,
        FromDay = DateOnly.Parse(from, null),
        ToDay = DateOnly.Parse(to, null),
        Value = value,
        Source = source,
    };

    public Reading Level(string page, Metric metric, string localTime, double value, ReadingSource source = ReadingSource.Api) => new()
    {
        PageId = Page(page),
        Metric = metric.Id,
        At = DateTimeOffset.Parse(localTime + "+07:00", null),
        Value = value,
        Source = source,
    };

    public Reading Declare(string unit, Metric metric, string from, string to, double value, string document, Precision precision = Precision.Exact) => new()
    {
        UnitId = Tree.Find(unit)!.Id,
        Metric = metric.Id,
        FromDay = DateOnly.Parse(from, null),
        ToDay = DateOnly.Parse(to, null),
        Value = value,
        Source = ReadingSource.Declared,
        Precision = precision,
        Document = document,
    };
}
