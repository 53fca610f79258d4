using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Command.Ingest;

/// <summary>
/// Writes the log into the database file beside the batches, on a connection of its own: SQLite's own way, inside a commit,
/// makes all callers wait for tens of milliseconds. What the batches appended meanwhile is left to the writer's
/// own pass, which is short; only then does the log begin anew.
/// </summary>
public sealed class SqliteCheckpoint : IDisposable
{
    /// <summary>Of log before it is written over. The longer, the more of the pages that many batches changed are written once.</summary>
    public const int LogBytes = 64 * 1024 * 1024;

    /// <summary>Of log before a commit writes it into the file itself, should this fall behind.</summary>
    public const int MostLogBytes = 4 * LogBytes;

    /// <summary>The second pass takes what came during the first, so that little is left.</summary>
    private const int Passes = 2;

    private readonly SqliteConnection connection;
    private Task? running;

    public SqliteCheckpoint(string connectionString)
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous = FULL";
        pragma.ExecuteNonQuery();
    }

    /// <summary>Between two batches: begins, or finishes, what the log's length asks for.</summary>
    /// <param name="logBytes">Appended since the log began.</param>
    /// <returns>True when the log begins anew.</returns>
    public bool Advance(long logBytes, sqlite3 writer)
    {
        if (running is null && logBytes >= LogBytes)
            running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (running is not { IsCompleted: true })
            return false;
        running = null;
        Pass(writer);
        return true;
    }

    public void Dispose()
    {
        running?.Wait();
        connection.Dispose();
    }

    private void Run()
    {
        for (var i = 0; i < Passes; i++)
            Pass(connection.Handle!);
    }

    /// <summary>
    /// Waits for nobody: what an old reader still needs stays in the log until the next time, and so does everything when the
    /// disk fails; the commit that then fails tells.
    /// </summary>
    private static void Pass(sqlite3 database) => raw.sqlite3_wal_checkpoint_v2(database, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out _, out _);
}
