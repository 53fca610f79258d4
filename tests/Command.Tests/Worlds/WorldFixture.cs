using System.Text.Json.Nodes;
using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Command.Worlds;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace Command.Tests.Worlds;

/// <summary>A database, a loader, a clock that is set by hand, and world files made from a small valid one.</summary>
public sealed class WorldFixture : IAsyncLifetime
{
    public EphemeralDataProtectionProvider Keys { get; } = new();

    public TestDatabase Database { get; private set; } = null!;

    public UnitRegistry Registry { get; private set; } = null!;

    public CalendarRegistry Calendars { get; private set; } = null!;

    public ChannelSecrets Secrets { get; private set; } = null!;

    public Clock Time { get; } = new() { Now = DateTimeOffset.Parse("2026-03-10T05:00:00.1234567Z", null) };

    public List<string> Log { get; } = [];

    public static string DemoFile => Path.Combine(AppContext.BaseDirectory, "worlds", "demo.json");

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        Registry = new UnitRegistry(Database);
        Calendars = new CalendarRegistry(Database, WorkingHours.Default, Time);
        Secrets = new ChannelSecrets(Database, Keys);
    }

    public async Task DisposeAsync() => await Database.DisposeAsync();

    public Task LoadAsync(params string[] files) =>
        new WorldLoader(Database, Registry, Calendars, Secrets, new AuditLog(Database, new ProtectedKeys(Database, Keys), Time), new TipoffVault(Keys), Tipoffs.DeskFixture.Settings(), Time, new ListLogger<WorldLoader>(Log)).LoadAsync(files, CancellationToken.None);

    public Task LoadAsync(JsonObject world, string name = "test.json") => LoadAsync(Write(world.ToJsonString(), name));

    public async Task<IReadOnlyList<string>> ErrorsOf(JsonObject world) =>
        (await Assert.ThrowsAsync<WorldException>(() => LoadAsync(world))).Sentences;

    public string Write(string json, string name = "test.json")
    {
        var file = Path.Combine(Database.Folder, name);
        File.WriteAllText(file, json);
        return file;
    }

    public static JsonObject Valid() => JsonNode.Parse("""
        {
          "units": [
            {"key": "thanh-pho", "code": "01", "name": "Thành phố", "kind": "city"},
            {"key": "sen", "code": "001", "name": "Phường Sen", "kind": "ward", "parent": "thanh-pho", "peerGroup": "wards",
             "from": "2020-01-01", "residents": [{"from": "2020-01-01", "count": 1000}]},
            {"key": "mai", "code": "002", "name": "Phường Mai", "kind": "ward", "parent": "thanh-pho", "from": "2020-01-01", "to": "2025-06-30"}
          ],
          "successions": [{"from": "mai", "to": "sen", "on": "2025-07-01", "share": 1}],
          "pages": [{"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "77", "name": "Sen", "from": "2021-01-01"}],
          "channels": {
            "zalo": {"appId": "app", "oaSecretKeys": {"77": "secret"}},
            "facebook": {"appSecret": "fb", "verifyToken": "token"}
          },
          "readings": [
            {"page": "sen-zalo", "metric": "followers", "at": "-14d", "value": 10, "source": "api"},
            {"unit": "sen", "metric": "tipoffs_received", "from": "2021-01-01", "to": "2021-12-31", "value": 9, "source": "declared",
             "precision": "about", "document": "Báo cáo"}
          ],
          "tipoffs": [{"unit": "sen", "page": "sen-zalo", "receivedAt": "-2d", "category": "theft", "state": "pending"}],
          "users": [{"name": "an", "password": "only for tests", "role": "chief", "unit": "sen"}]
        }
        """)!.AsObject();

    public sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class ListLogger<T>(List<string> lines) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
