using Command.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Command.Ingest;

/// <summary>The writing connection and its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>A batch waits so long for another writer; then its callers are told to come back.</summary>
    private const int BusyMilliseconds = 1_000;

    /// <summary>Every commit walks the whole cache, so a great one slows each of them; the system caches the file anyway.</summary>
    private const int CacheKilobytes = 4_000;

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE: pages that the connection wrote, to the log.</summary>
    private const int PagesWritten = 9;

    private readonly SqliteConnection connection;
    private readonly SqliteCheckpoint checkpoint;
    private readonly int pageBytes;
    private readonly List<SqliteStatement> statements = [];
    private long logBytes;

    private SqliteWriter(SqliteConnection connection, SqliteCheckpoint checkpoint, int pageBytes)
    {
        this.connection = connection;
        this.checkpoint = checkpoint;
        this.pageBytes = pageBytes;
        Begin = Prepare("BEGIN IMMEDIATE");
        DataVersion = Prepare("PRAGMA data_version");
        FindPage = Prepare("SELECT Id FROM Pages WHERE Platform = ?1 AND ExternalId = ?2");
        AddPage = Prepare("INSERT INTO Pages (Platform, ExternalId) VALUES (?1, ?2)");
        FindConversation = Prepare("""
            SELECT c.Id, c.WaitingSince, c.LastReplyAt, c.WaitingKind, r.ExpiresAt
            FROM Conversations AS c LEFT JOIN ResidentIds AS r ON r.ConversationId = c.Id
            WHERE c.PageId = ?1 AND c.Person = ?2
            """);
        AddConversation = Prepare("INSERT INTO Conversations (PageId, Person) VALUES (?1, ?2)");
        SaveConversation = Prepare("UPDATE Conversations SET WaitingSince = ?2, LastReplyAt = ?3, WaitingKind = ?4 WHERE Id = ?1");
        KeepResident = Prepare("""
            INSERT INTO ResidentIds (ConversationId, Protected, ExpiresAt) VALUES (?1, ?2, ?3)
            ON CONFLICT (ConversationId) DO UPDATE SET Protected = excluded.Protected, ExpiresAt = excluded.ExpiresAt
            """);
        AddEvent = Prepare("""
            INSERT INTO Events (OnceKey, PageId, Kind, Proposed, Name, OccurredAt, ReceivedAt, ConversationId)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO NOTHING
            """);
        AddWords = Prepare("INSERT INTO Words (EventId, Protected, ExpiresAt) VALUES (?1, ?2, ?3)");
        AddAside = Prepare("""
            INSERT INTO SetAsides (OnceKey, Platform, Reason, ReceivedAt, Protected, ExpiresAt)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (OnceKey) DO NOTHING
            """);
        TurnsAround = Prepare($"""
            WITH turns AS (SELECT e.Id, e.OccurredAt, e.Kind, e.Proposed, d.Kind AS Decided FROM Events AS e LEFT JOIN MessageDecisions AS d ON d.EventId = e.Id WHERE e.ConversationId = ?1 AND e.Kind IN (1, 2, 14)),
            old AS (SELECT OccurredAt FROM turns WHERE Kind IN (2, 14) AND Id NOT IN (SELECT value FROM json_each(?4)))
            SELECT Id, OccurredAt, Kind, Proposed, Decided FROM turns
            WHERE OccurredAt > COALESCE((SELECT MAX(OccurredAt) FROM old WHERE OccurredAt < ?2), -1)
              AND OccurredAt <= COALESCE((SELECT MIN(OccurredAt) FROM old WHERE OccurredAt >= ?3), {long.MaxValue})
            """);
        AddFiveMinutes = Prepare(Upsert("RollupFiveMinutes", "SlotUtc"));
        AddHour = Prepare(Upsert("RollupHours", "SlotUtc"));
        AddDay = Prepare(Upsert("RollupDays", "Day"));
        AddMonth = Prepare(Upsert("RollupMonths", "Month"));
        // Days from 1 January of year 1, as .NET numbers them.
        SummedThrough = Prepare($"SELECT CAST(julianday(Day) - 1721425.5 AS INTEGER) FROM DayMarks WHERE Name = '{DayMark.SummedThrough}'");
        Bump = Prepare("UPDATE ChangeCounters SET Value = Value + 1 WHERE Id = 1 RETURNING Value");
        Commit = Prepare("COMMIT");
    }

    /// <summary>Takes the write lock at once, or fails when another writer keeps it too long.</summary>
    public SqliteStatement Begin { get; }

    /// <summary>Changes when another connection commits, not by what this one does.</summary>
    public SqliteStatement DataVersion { get; }

    public SqliteStatement FindPage { get; }

    public SqliteStatement AddPage { get; }

    public SqliteStatement FindConversation { get; }

    public SqliteStatement AddConversation { get; }

    public SqliteStatement SaveConversation { get; }

    public SqliteStatement KeepResident { get; }

    public SqliteStatement AddEvent { get; }

    public SqliteStatement AddWords { get; }

    public SqliteStatement AddAside { get; }

    public SqliteStatement TurnsAround { get; }

    public SqliteStatement AddFiveMinutes { get; }

    public SqliteStatement AddHour { get; }

    public SqliteStatement AddDay { get; }

    public SqliteStatement AddMonth { get; }

    public SqliteStatement SummedThrough { get; }

    public SqliteStatement Bump { get; }

    public SqliteStatement Commit { get; }

    public KnownConversations Known { get; } = new();

    /// <summary>Id of the row that was inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>By the last statement that changes rows.</summary>
    public int RowsChanged => raw.sqlite3_changes(connection.Handle);

    public static SqliteWriter Open(string connectionString)
    {
        connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = "PRAGMA page_size";
            var pageBytes = (int)(long)pragmas.ExecuteScalar()!;
            pragmas.CommandText = $"PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {SqliteCheckpoint.MostLogBytes / pageBytes}; PRAGMA cache_size = -{CacheKilobytes};";
            pragmas.ExecuteNonQuery();
            return new SqliteWriter(connection, new SqliteCheckpoint(connectionString), pageBytes);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>After a commit; the log is written over when it is long.</summary>
    public void TendLog()
    {
        raw.sqlite3_db_status(connection.Handle, PagesWritten, out var pages, out _, resetFlg: 1);
        logBytes += (long)pages * pageBytes;
        if (checkpoint.Advance(logBytes, connection.Handle!))
            logBytes = 0;
    }

    public void Dispose()
    {
        checkpoint.Dispose();
        foreach (var statement in statements)
            statement.Dispose();
        connection.Dispose();
    }

    private static string Upsert(string table, string slot) => $"""
        INSERT INTO {table} (PageId, {slot}, Metric, Bucket, Count, Sum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (PageId, {slot}, Metric, Bucket) DO UPDATE SET Count = Count + excluded.Count, Sum = Sum + excluded.Sum
        """;

    private SqliteStatement Prepare(string sql)
    {
        var statement = new SqliteStatement(connection.Handle!, sql);
        statements.Add(statement);
        return statement;
    }
}
