using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Command.Api;
using Command.Boards;
using Command.Data;
using Command.Live;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>
/// A generated nation: 34 provinces, 3,321 wards in their peer groups, 10,000 pages; counted days in the order in which
/// years write them, hours of eight weeks, tip-offs, readings, residents, and all days closed. It is filled once; later
/// runs find it in the temporary folder.
/// </summary>
internal static class NationStore
{
    public const string Root = "nation";

    /// <summary>From the day after the last counted one all wards stand in one group.</summary>
    public const string Everybody = "everybody";

    public const int Provinces = 34;
    public const int Wards = 3_321;
    public const int Pages = 10_000;

    /// <summary>The last day that is counted; the clock stands at ten in the morning of the next.</summary>
    public static readonly DateOnly LastDay = new(2026, 11, 30);

    public static readonly DateTimeOffset Now = LocalTime.StartOf(LastDay.AddDays(1)).AddHours(10);

    private const int Hours = 57;
    private const int Minutes = 9;

    /// <summary>Per page and day: messages, replies, procedure questions, first replies in two of forty buckets, those in time, what fell due.</summary>
    private const string Days = """
        WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n + 1 < $days),
        m(metric, spread, least, most) AS (VALUES (1, 0, 3, 9), (2, 0, 0, 4), (4, 0, 2, 9), (30, 7, 1, 4), (30, 11, 0, 3), (31, 0, 1, 4), (36, 0, 5, 1))
        INSERT INTO RollupDays (PageId, Day, Metric, Bucket, Count, Sum)
        SELECT p.Id, date($from, '+' || d.n || ' days'), m.metric, CASE m.spread WHEN 0 THEN 0 ELSE 40 + m.spread + 20 * (m.spread = 11) + (p.Id * m.spread + d.n * 13) % 20 END,
            1 + m.least + (p.Id * 7 + d.n * 13 + m.metric) % m.most, 1
        FROM d CROSS JOIN Pages p CROSS JOIN m;
        """;

    /// <summary>Three hours of a day with messages, and one with a first reply in time.</summary>
    private const string Slots = """
        WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n + 1 < $slotDays),
        m(hour, metric, bucket) AS (VALUES (1, 1, 0), (3, 1, 0), (7, 1, 0), (3, 30, 60), (3, 31, 0), (3, 36, 0))
        INSERT INTO $table (PageId, SlotUtc, Metric, Bucket, Count, Sum)
        SELECT p.Id, $lastInstant - (d.n + 1) * 86400000 + ((m.hour + p.Id) % 24) * 3600000, m.metric, m.bucket, 1 + (p.Id + d.n) % 5, 1
        FROM d CROSS JOIN Pages p CROSS JOIN m;
        """;

    /// <summary>Some ten a month and ward; every fifth valuable, one in forty still pending.</summary>
    private const string Tipoffs = """
        WITH RECURSIVE d(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n < $days)
        INSERT INTO TipoffDays (Day, UnitId, PageId, Category, Standing, Internally, Count)
        SELECT date($from, '+' || d.n || ' days'), u.Id, 0, 1 + (u.Id + d.n) % 14, CASE WHEN (u.Id * 31 + d.n) % 40 = 0 THEN 1 WHEN (u.Id * 17 + d.n * 3) % 5 = 0 THEN 3 ELSE 4 END, 0, 1
        FROM d CROSS JOIN Units u WHERE u.Id > 35 AND (u.Id * 11 + d.n * 7) % 3 = 0;
        """;

    private const string Followers = """
        WITH RECURSIVE w(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM w WHERE n < $days / 7)
        INSERT INTO Readings (PageId, Metric, At, Value, Source, Precision, DefinitionVersion)
        SELECT p.Id, 50, $fromInstant + w.n * 604800000, 500 + (p.Id * 37) % 4000 + 10 * w.n, 2, 0, 0 FROM w CROSS JOIN Pages p;
        """;

    public static string Group(int number) => FormattableString.Invariant($"group-{number:00}");

    /// <param name="days">How long a history, the last day with its events included.</param>
    public static async Task<ServiceProvider> OpenAsync(int days)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Days + Slots + Tipoffs + Followers + NationDay.Seed + await SchemaAsync())))[..12];
        var folder = Path.Combine(Path.GetTempPath(), $"command-benchmark-nation-{days}-{name}");
        if (!Directory.Exists(folder))
        {
            using var fresh = new RunFolder();
            Console.WriteLine($"Filling a nation with {days} days, once …");
            var started = Stopwatch.GetTimestamp();
            await FillAsync(fresh.Path, days);
            SqliteConnection.ClearAllPools();
            Directory.Move(fresh.Path, folder);
            Directory.CreateDirectory(fresh.Path);
            Console.WriteLine($"Filled in {Report.Number(Stopwatch.GetElapsedTime(started).TotalSeconds)} s: {Report.Number(new FileInfo(Path.Combine(folder, "command.db")).Length / 1e6)} MB.");
        }

        return Services(folder, new StillTime(Now));
    }

    private static ServiceProvider Services(string folder, TimeProvider time)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:ConnectionString"] = $"Data Source={Path.Combine(folder, "command.db")}" }).Build();
        return new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton<IConfiguration>(configuration)
            .AddCommandDb(configuration).AddSingleton<UnitRegistry>().AddLeaderboards(configuration)
            .AddSingleton(ReplyTarget.From(configuration)).AddSingleton(WorkingHours.From(configuration)).AddSingleton<CalendarRegistry>().AddSingleton<ReplyTargetBook>().AddSingleton<Rebuild>().AddSingleton<MonthSums>()
            .AddLiveBoard().AddSingleton<BoardQuery>().AddSingleton<TipoffRatios>().AddSingleton<TotalsQuery>().AddSingleton<Ingest.EventStore, Ingest.SqliteEventStore>()
            .BuildServiceProvider();
    }

    private static async Task<string> SchemaAsync()
    {
        using var folder = new RunFolder();
        await using var services = Services(folder.Path, TimeProvider.System);
        await Engines.MigrateAsync(services.GetRequiredService<IDbContextFactory<CommandDb>>(), services.GetRequiredService<DatabaseSettings>(), CancellationToken.None);
        await using var db = await services.GetRequiredService<IDbContextFactory<CommandDb>>().CreateDbContextAsync();
        var schema = string.Join('\n', await db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").ToListAsync());
        SqliteConnection.ClearAllPools();
        return schema;
    }

    private static async Task FillAsync(string folder, int days)
    {
        await using var services = Services(folder, new StillTime(Now));
        var databases = services.GetRequiredService<IDbContextFactory<CommandDb>>();
        await Engines.MigrateAsync(databases, services.GetRequiredService<DatabaseSettings>(), CancellationToken.None);
        await RegisterAsync(databases);
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "command.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA wal_autocheckpoint = 100000;";
            await command.ExecuteNonQueryAsync();
            var from = LastDay.AddDays(1 - days);
            // The last day is written by its events.
            command.Parameters.AddWithValue("$days", days - 1);
            command.Parameters.AddWithValue("$from", from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            command.Parameters.AddWithValue("$fromInstant", LocalTime.StartOf(from).ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$lastInstant", LocalTime.StartOf(LastDay).ToUnixTimeMilliseconds());
            var slotDays = command.Parameters.AddWithValue("$slotDays", 0);
            foreach (var (script, length) in new[] { (Days, 0), (Slots.Replace("$table", "RollupHours", StringComparison.Ordinal), Math.Min(days - 1, Hours)), (Slots.Replace("$table", "RollupFiveMinutes", StringComparison.Ordinal), Math.Min(days - 1, Minutes)), (Tipoffs, 0), (Followers, 0) })
            {
                slotDays.Value = length;
                command.CommandText = script;
                await command.ExecuteNonQueryAsync();
            }

            NationDay.Write(connection, LastDay);
        }

        await NationDay.CountAsync(services, LastDay);
        await services.GetRequiredService<MonthSums>().CloseAsync(CancellationToken.None);
    }

    private static async Task RegisterAsync(IDbContextFactory<CommandDb> databases)
    {
        await using var db = await databases.CreateDbContextAsync();
        var provinces = Enumerable.Range(2, Provinces).ToList();
        var wards = Enumerable.Range(Provinces + 2, Wards).ToList();
        db.Add(new Unit { Id = 1, Key = Root });
        db.AddRange(provinces.Select(id => new Unit { Id = id, Key = $"province-{id}" }));
        db.AddRange(wards.Select(id => new Unit { Id = id, Key = $"ward-{id}" }));
        db.Add(Version(1, UnitKind.City, null, DateOnly.MinValue, null));
        db.AddRange(provinces.Select(id => Version(id, UnitKind.Province, 1, DateOnly.MinValue, "provinces")));
        db.AddRange(wards.Select(id => Version(id, UnitKind.Ward, 2 + id % Provinces, DateOnly.MinValue, Group(id % Provinces))));
        db.AddRange(wards.Select(id => Version(id, UnitKind.Ward, 2 + id % Provinces, LastDay.AddDays(1), Everybody)));
        db.AddRange(wards.Select(id => new UnitResidents { UnitId = id, From = DateOnly.MinValue, Count = 8_000 + id * 7919L % 60_000 }));
        db.AddRange(Enumerable.Range(1, Pages).Select(id => new Page { Id = id, Key = $"page-{id}", Platform = Platform.Zalo, ExternalId = $"{id}", Name = $"Trang {id}" }));
        db.AddRange(Enumerable.Range(1, Pages).Select(id => new PageOwner { PageId = id, UnitId = Provinces + 2 + id % Wards, From = DateOnly.MinValue }));
        await db.SaveChangesAsync();
    }

    private static UnitVersion Version(int id, UnitKind kind, int? parent, DateOnly from, string? group) =>
        new() { UnitId = id, From = from, Code = $"{id}", Name = $"Đơn vị {id}", Kind = kind, ParentId = parent, PeerGroup = group };

    /// <summary>A clock that stands, so that one filled store serves on any day; what is measured is measured by the stopwatch.</summary>
    private sealed class StillTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
