using Command.Data;
using Command.Rollups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Data;

/// <summary>Neither engine's schema falls behind the model, or behind the other's. No server is needed.</summary>
public sealed class SchemaTests : IDisposable
{
    private readonly SqliteDb sqlite = new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=unused.db").Options);
    private readonly SqlServerDb server = SqlServerModel.Open();

    public void Dispose()
    {
        sqlite.Dispose();
        server.Dispose();
    }

    [Fact]
    public void Migrations_of_SQLite_say_all_that_the_model_says() =>
        Assert.False(sqlite.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add NAME --project src/Command --context SqliteDb --output-dir Data/Migrations/Sqlite");

    [Fact]
    public void Migrations_of_SQL_Server_say_all_that_the_model_says() =>
        Assert.False(server.Database.HasPendingModelChanges(), "Run: dotnet ef migrations add NAME --project src/Command --context SqlServerDb --output-dir Data/Migrations/SqlServer");

    [Fact]
    public void The_committed_script_is_the_one_that_the_migrations_give()
    {
        var script = server.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent).ReplaceLineEndings("\n");

        Assert.True(
            script == RepositoryFiles.Read("db", "sqlserver", "command.sql"),
            "db/sqlserver/command.sql is out of date. Run: dotnet ef migrations script --idempotent --project src/Command --context SqlServerDb --output db/sqlserver/command.sql");
    }

    [Fact]
    public void Both_engines_have_the_same_tables_and_columns()
    {
        var columns = Columns(sqlite);
        Assert.Contains("Events.OnceKey required", columns);
        Assert.Equal(columns, Columns(server));
    }

    [Fact]
    public void Both_engines_have_the_same_keys_and_indices()
    {
        var keys = Keys(sqlite);
        Assert.Contains("Events(OnceKey) unique", keys);
        Assert.Equal(keys, Keys(server));
    }

    [Theory]
    [InlineData("RollupDays", "Day")]
    [InlineData("RollupMonths", "Month")]
    public async Task Replies_of_all_pages_are_read_from_an_index_of_their_own(string table, string slot) => Assert.Contains(
        $"USING COVERING INDEX IX_{table}_PageId_Metric_{slot}_Count",
        await PlanAsync($"SELECT PageId, SUM(Count) FROM {table} WHERE PageId IN (1, 2) AND {slot} >= '2026-01-01' AND Metric IN ({Metric.AnsweredInTime.Id}, {Metric.FellDue.Id}) GROUP BY PageId"),
        StringComparison.Ordinal);

    [Fact]
    public async Task What_documents_say_of_pages_is_read_from_an_index_of_its_own() => Assert.Contains(
        "USING INDEX IX_Readings_Declared",
        await PlanAsync($"SELECT * FROM Readings WHERE Source = {(int)ReadingSource.Declared} AND (At >= 0 OR FromDay >= '2026-01-01') AND PageId IN (SELECT value FROM json_each('[1,2]'))"),
        StringComparison.Ordinal);

    /// <summary>How the embedded database means to read: the first line of its plan.</summary>
    private static async Task<string> PlanAsync(string query)
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.OpenAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {query}";
        await db.Database.OpenConnectionAsync();
        await using var plan = await command.ExecuteReaderAsync();
        Assert.True(await plan.ReadAsync());
        return plan.GetString(3);
    }

    [Fact]
    public void SQL_Server_stores_instants_as_bigint_and_days_as_date()
    {
        var types = SqlServerModel.Tables(server).SelectMany(table => table.Columns).ToLookup(column => column.PropertyMappings[0].Property.ClrType, column => column.StoreType);

        Assert.Equal(["bigint"], types[typeof(DateTimeOffset)].Concat(types[typeof(DateTimeOffset?)]).Distinct());
        Assert.Equal(["date"], types[typeof(DateOnly)].Concat(types[typeof(DateOnly?)]).Distinct());
    }

    [Fact]
    public void Every_text_in_a_key_or_an_index_of_SQL_Server_tells_case_apart()
    {
        var keys = SqlServerModel.Tables(server)
            .SelectMany(table => table.Indexes.SelectMany(i => i.Columns).Concat(table.UniqueConstraints.SelectMany(u => u.Columns)))
            .Where(column => column.StoreType.StartsWith("nvarchar", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        Assert.Contains(keys, column => column is { Name: "ExternalId", Table.Name: "Pages" });
        Assert.All(keys, column => Assert.Equal("Latin1_General_100_BIN2", column.Collation));
    }

    private static List<string> Columns(CommandDb db) =>
        [.. SqlServerModel.Tables(db).SelectMany(table => table.Columns, (table, column) => $"{table.Name}.{column.Name} {(column.IsNullable ? "optional" : "required")}").Order(StringComparer.Ordinal)];

    private static List<string> Keys(CommandDb db) =>
    [
        .. SqlServerModel.Tables(db).SelectMany(table => table.Indexes, (table, index) => $"{table.Name}({Names(index.Columns)}){(index.IsUnique ? " unique" : "")}")
            .Concat(SqlServerModel.Tables(db).Select(table => $"{table.Name}({Names(table.PrimaryKey!.Columns)}) primary"))
            .Order(StringComparer.Ordinal),
    ];

    private static string Names(IEnumerable<IColumn> columns) => string.Join(", ", columns.Select(c => c.Name));
}
