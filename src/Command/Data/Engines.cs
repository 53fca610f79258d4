using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Command.Data;

/// <summary>The embedded default: one file, WAL, nothing to install.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : CommandDb(options);

/// <summary>The production engine.</summary>
public sealed class SqlServerDb(DbContextOptions<SqlServerDb> options) : CommandDb(options)
{
    /// <summary>Keys that differ in case differ, as they do in SQLite and on the platforms, whatever the server's own collation.</summary>
    private const string KeyCollation = "Latin1_General_100_BIN2";

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        var texts = builder.Model.GetEntityTypes().SelectMany(table => table.GetProperties()).Where(column => column.ClrType == typeof(string));
        foreach (var key in texts.Where(text => text.IsKey() || text.IsIndex()))
            key.SetCollation(KeyCollation);
    }
}

/// <summary>Chooses the engine by two settings, <c>Database:Provider</c> and <c>Database:ConnectionString</c>.</summary>
public static class Engines
{
    /// <summary>A query gives up after this: a page shows an error rather than hang.</summary>
    private const int CommandTimeoutSeconds = 30;

    /// <summary>Registers <see cref="IDbContextFactory{TContext}"/> of <see cref="CommandDb"/> for the chosen engine.</summary>
    /// <exception cref="SettingException">The provider is neither Sqlite nor SqlServer.</exception>
    public static IServiceCollection AddCommandDb(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = DatabaseSettings.From(configuration);
        if (settings.IsSqlite)
        {
            services.AddPooledDbContextFactory<SqliteDb>(options => Sqlite(options, settings.ConnectionString));
            services.AddSingleton<IDbContextFactory<CommandDb>, Factory<SqliteDb>>();
        }
        else
        {
            services.AddPooledDbContextFactory<SqlServerDb>(options => SqlServer(options, settings.ConnectionString, settings.MaxBatchSize));
            services.AddSingleton<IDbContextFactory<CommandDb>, Factory<SqlServerDb>>();
        }

        return services.AddSingleton(settings);
    }

    /// <summary>Creates what is missing and brings the schema up to date; for SQLite also the folder of the file.</summary>
    public static async Task MigrateAsync(IDbContextFactory<CommandDb> databases, DatabaseSettings settings, CancellationToken cancellation)
    {
        if (settings.IsSqlite && settings.SqliteFile is { } file)
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        if (settings.IsSqlite)
            await ShapeSqliteAsync(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
    }

    /// <summary>
    /// A new file gets small pages: an event touches entries here and there, and every page that it touches goes whole
    /// into the log. A file that stands keeps its own.
    /// </summary>
    private static async Task ShapeSqliteAsync(CommandDb db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlRawAsync("PRAGMA page_size = 2048; PRAGMA journal_mode = WAL;", cancellation);
        await db.Database.CloseConnectionAsync();
    }

    internal static void Sqlite(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, sqlite => sqlite.CommandTimeout(CommandTimeoutSeconds));

    internal static void SqlServer(DbContextOptionsBuilder options, string connectionString, int maxBatchSize) =>
        options.UseSqlServer(connectionString, server => server.CommandTimeout(CommandTimeoutSeconds).MaxBatchSize(maxBatchSize));

    private sealed class Factory<TContext>(IDbContextFactory<TContext> inner) : IDbContextFactory<CommandDb>
        where TContext : CommandDb
    {
        public CommandDb CreateDbContext() => inner.CreateDbContext();

        public async Task<CommandDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
            await inner.CreateDbContextAsync(cancellationToken);
    }
}

/// <summary>Which engine, and where.</summary>
/// <param name="Provider">Sqlite or SqlServer.</param>
/// <param name="ConnectionString">As the engine's own driver reads it.</param>
/// <param name="MaxBatchSize">Rows that EF Core sends in one statement; 1 for an engine without MERGE.</param>
public sealed record DatabaseSettings(string Provider, string ConnectionString, int MaxBatchSize)
{
    public bool IsSqlite => Provider == "Sqlite";

    /// <summary>The file behind a SQLite connection string; null for other engines and for a database in memory.</summary>
    public string? SqliteFile => IsSqlite && new SqliteConnectionStringBuilder(ConnectionString).DataSource is { Length: > 0 } file ? file : null;

    /// <exception cref="SettingException">The provider is unknown, or SQL Server has no connection string.</exception>
    public static DatabaseSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Database");
        var provider = section["Provider"] ?? "Sqlite";
        if (provider is not ("Sqlite" or "SqlServer"))
            throw new SettingException($"Database:Provider is '{provider}'; it must be Sqlite or SqlServer.");
        var connectionString = section["ConnectionString"];
        if (string.IsNullOrWhiteSpace(connectionString))
            throw new SettingException("Database:ConnectionString is empty; for SQLite write: Data Source=.data/command.db");
        return new DatabaseSettings(provider, connectionString, section.GetValue("MaxBatchSize", 42));
    }
}

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        Engines.Sqlite(options, "Data Source=design.db");
        return new SqliteDb(options.Options);
    }
}

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerDb>
{
    public SqlServerDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerDb>();
        Engines.SqlServer(options, "Server=design", 42);
        return new SqlServerDb(options.Options);
    }
}
