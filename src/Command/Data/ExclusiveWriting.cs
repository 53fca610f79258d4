using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Command.Data;

/// <summary>
/// A transaction that no batch of events and no other such transaction writes beside, on any node: SQLite has one
/// writer by nature, on SQL Server both take the lock of the event store. What it reads stays true until it commits.
/// </summary>
public static class ExclusiveWriting
{
    /// <summary>The application lock that whoever writes events holds.</summary>
    public const string LockName = "Command.EventStore";

    private const int LockMilliseconds = 5_000;

    private const string TakeLock = """
        DECLARE @lock int;
        EXEC @lock = sp_getapplock @Resource = {0}, @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = {1};
        IF @lock < 0
            THROW 51222, N'Another node is writing.', 1;
        """;

    public static async Task<IDbContextTransaction> BeginAsync(CommandDb db, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        if (db is not SqliteDb)
            await db.Database.ExecuteSqlRawAsync(TakeLock, [LockName, LockMilliseconds], cancellation);
        return transaction;
    }
}
