using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Command.Data;

/// <summary>
/// A transaction that only reads, and sees one picture however long it takes while others go on writing: a deferred
/// transaction of SQLite's WAL, snapshot isolation on SQL Server (the database must allow it, see db/README.md).
/// </summary>
public static class ConsistentReading
{
    public static async Task<IAsyncDisposable> BeginAsync(CommandDb db, CancellationToken cancellation)
    {
        if (db is not SqliteDb)
            return await db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var transaction = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellation);
        return transaction;
    }
}
