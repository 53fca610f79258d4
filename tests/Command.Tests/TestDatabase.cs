using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests;

/// <summary>A real SQLite file of its own in a folder of its own, gone with the test.</summary>
public sealed class TestDatabase : IDbContextFactory<CommandDb>, IAsyncDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("command-test-").FullName;

    // Pooled connections would keep the file open beyond the test.
    public string ConnectionString => $"Data Source={Path.Combine(Folder, "command.db")};Pooling=False";

    public static async Task<TestDatabase> CreateAsync()
    {
        var database = new TestDatabase();
        await using var db = database.CreateDbContext();
        await db.Database.EnsureCreatedAsync();
        return database;
    }

    public CommandDb CreateDbContext() => new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(ConnectionString).Options);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
