using System.Buffers.Binary;
using System.Reflection;
using Command.Data;
using Command.Ingest;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Sdk;

namespace Command.Tests.Ingest;

/// <summary>Runs a theory on SQLite.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["Sqlite"]];
}

/// <summary>Runs a theory on the SQL Server that <see cref="Variable"/> names; skipped where it names none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SqlServerAttribute : DataAttribute
{
    public const string Variable = "COMMAND_SQLSERVER";

    public SqlServerAttribute()
    {
        if (ConnectionString is null)
            Skip = $"No SQL Server: set {Variable} to a connection string whose login may create databases.";
    }

    public static string? ConnectionString => Environment.GetEnvironmentVariable(Variable);

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["SqlServer"]];
}

/// <summary>An event store as the product chooses it, over a new database that its migrations made.</summary>
internal sealed class StoreUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string? folder;

    private StoreUnderTest(ServiceProvider services, string? folder) => (this.services, this.folder) = (services, folder);

    public EventStore Store => services.GetRequiredService<EventStore>();

    /// <param name="engine">Sqlite or SqlServer.</param>
    public static async Task<StoreUnderTest> OnAsync(string engine)
    {
        var folder = engine == "Sqlite" ? Directory.CreateTempSubdirectory("command-store-").FullName : null;
        var connectionString = folder is not null
            ? $"Data Source={Path.Combine(folder, "command.db")};Pooling=False"
            : new SqlConnectionStringBuilder(SqlServerAttribute.ConnectionString) { InitialCatalog = $"command_test_{Guid.NewGuid():N}" }.ToString();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:Provider", engine), new("Database:ConnectionString", connectionString)])
            .Build();
        var there = new StoreUnderTest(new ServiceCollection().AddCommandDb(configuration).AddEventStore().BuildServiceProvider(), folder);
        await Engines.MigrateAsync(there.Databases, there.services.GetRequiredService<DatabaseSettings>(), CancellationToken.None);
        return there;
    }

    /// <summary>Does something in a batch of its own and commits it. Returns the change counter.</summary>
    public long Commit(Action<EventBatch> act)
    {
        using var batch = Store.Begin();
        act(batch);
        return batch.Commit();
    }

    public async Task<List<T>> RowsAsync<T>(Func<CommandDb, IQueryable<T>> query)
    {
        await using var db = await Databases.CreateDbContextAsync();
        return await query(db).ToListAsync();
    }

    /// <summary>As another part of the product does: on a connection of its own.</summary>
    public async Task ChangeAsync(Func<CommandDb, Task> change)
    {
        await using var db = await Databases.CreateDbContextAsync();
        await change(db);
    }

    /// <summary>How often SQLite's log began anew: the sequence number in its header.</summary>
    public uint LogsBegun
    {
        get
        {
            using var log = new FileStream(Path.Combine(folder!, "command.db-wal"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            Span<byte> header = stackalloc byte[16];
            log.ReadExactly(header);
            return BinaryPrimitives.ReadUInt32BigEndian(header[12..]);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is null)
        {
            await using var db = await Databases.CreateDbContextAsync();
            await db.Database.EnsureDeletedAsync();
        }

        await services.DisposeAsync();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    private IDbContextFactory<CommandDb> Databases => services.GetRequiredService<IDbContextFactory<CommandDb>>();
}
