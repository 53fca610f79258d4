using System.Globalization;
using Command.Data;
using Command.Ranking.Leaderboards;
using Command.Units;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>A generated nation: wards in peer groups, pages, a year of counted days, tip-offs, readings, residents.</summary>
internal static class LeaderboardStore
{
    /// <summary>From 2027 on all wards stand in one group.</summary>
    public const string Everybody = "everybody";

    /// <summary>Per page and day: messages, replies, procedure questions, first replies in two buckets, those in time.</summary>
    private const string Days = """
        WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n + 1 < $days),
        m(metric, bucket, least, most) AS (VALUES (1, 0, 3, 9), (2, 0, 0, 4), (4, 0, 2, 9), (30, 60, 1, 4), (30, 90, 0, 3), (31, 0, 1, 4))
        INSERT INTO RollupDays (PageId, Day, Metric, Bucket, Count, Sum)
        SELECT p.Id, date($from, '+' || d.n || ' days'), m.metric, m.bucket, 1 + m.least + (p.Id * 7 + d.n * 13 + m.metric) % m.most, 1
        FROM Pages p CROSS JOIN d CROSS JOIN m ORDER BY p.Id, d.n, m.metric, m.bucket;
        """;

    /// <summary>Some ten a month and ward; every fifth valuable, one in forty still pending.</summary>
    private const string Tipoffs = """
        WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n + 1 < $days)
        INSERT INTO TipoffDays (Day, UnitId, PageId, Category, Standing, Internally, Count)
        SELECT date($from, '+' || d.n || ' days'), u.Id, 0, 1 + (u.Id + d.n) % 14, CASE WHEN (u.Id * 31 + d.n) % 40 = 0 THEN 1 WHEN (u.Id * 17 + d.n * 3) % 5 = 0 THEN 3 ELSE 4 END, 0, 1
        FROM d CROSS JOIN Units u WHERE (u.Id * 11 + d.n * 7) % 3 = 0 ORDER BY d.n, u.Id;
        """;

    private const string Followers = """
        WITH RECURSIVE w(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM w WHERE n < 52)
        INSERT INTO Readings (PageId, Metric, At, Value, Source, Precision, DefinitionVersion)
        SELECT p.Id, 50, $fromInstant + w.n * 604800000, 500 + (p.Id * 37) % 4000 + 10 * w.n, 2, 0, 0 FROM Pages p CROSS JOIN w;
        """;

    public static string Group(int number) => FormattableString.Invariant($"group-{number:00}");

    public static async Task<ServiceProvider> FillAsync(string folder, int units, int pages, int groups, DateOnly from, DateOnly to)
    {
        var connectionString = $"Data Source={Path.Combine(folder, "command.db")}";
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:ConnectionString"] = connectionString }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddCommandDb(configuration).AddSingleton<UnitRegistry>().AddLeaderboards(configuration)
            .BuildServiceProvider();
        var databases = services.GetRequiredService<IDbContextFactory<CommandDb>>();
        await Engines.MigrateAsync(databases, services.GetRequiredService<DatabaseSettings>(), CancellationToken.None);
        await RegisterAsync(databases, units, pages, groups);
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA synchronous = OFF";
        await command.ExecuteNonQueryAsync();
        command.Parameters.AddWithValue("$days", to.DayNumber - from.DayNumber + 1);
        command.Parameters.AddWithValue("$from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        command.Parameters.AddWithValue("$fromInstant", LocalTime.StartOf(from).ToUnixTimeMilliseconds());
        foreach (var script in new[] { Days, Tipoffs, Followers })
        {
            command.CommandText = script;
            await command.ExecuteNonQueryAsync();
        }

        return services;
    }

    private static async Task RegisterAsync(IDbContextFactory<CommandDb> databases, int units, int pages, int groups)
    {
        await using var db = await databases.CreateDbContextAsync();
        var ids = Enumerable.Range(1, units).ToList();
        var oneGroup = new DateOnly(2027, 1, 1);
        db.AddRange(ids.Select(id => new Unit { Id = id, Key = $"ward-{id}" }));
        db.AddRange(ids.Select(id => Version(id, DateOnly.MinValue, Group(id % groups))));
        db.AddRange(ids.Select(id => Version(id, oneGroup, Everybody)));
        db.AddRange(ids.Select(id => new UnitResidents { UnitId = id, From = DateOnly.MinValue, Count = 8_000 + id * 7919L % 60_000 }));
        db.AddRange(Enumerable.Range(1, pages).Select(id => new Page { Id = id, Key = $"page-{id}", Platform = Platform.Zalo, ExternalId = $"{id}" }));
        db.AddRange(Enumerable.Range(1, pages).Select(id => new PageOwner { PageId = id, UnitId = 1 + id % units, From = DateOnly.MinValue }));
        await db.SaveChangesAsync();
    }

    private static UnitVersion Version(int id, DateOnly from, string group) =>
        new() { UnitId = id, From = from, Code = $"{id}", Name = $"Phường {id}", Kind = UnitKind.Ward, PeerGroup = group };
}
