using System.Globalization;
using Command.Data;
using Command.Rollups;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Command.Ingest;

/// <summary>
/// SQLite: one connection that stays open, prepared statements, <c>synchronous=FULL</c> so that a commit survives a
/// loss of power. After any failure the connection is thrown away and the next batch opens a new one.
/// </summary>
public sealed class SqliteEventStore(DatabaseSettings settings) : EventStore, IDisposable
{
    /// <summary>A batch waits so long for another writer; then its callers are told to come back.</summary>
    private const int BusySeconds = 1;

    /// <summary>
    /// Pages of the log before it is written into the database file: with random keys a page is changed again and
    /// again, and every checkpoint writes it once. 16 MB of log keeps both the file small and the writing rare.
    /// </summary>
    private const int CheckpointPages = 4_000;

    private SqliteWriter? writer;

    public override EventBatch Begin()
    {
        writer ??= SqliteWriter.Open(new SqliteConnectionStringBuilder(settings.ConnectionString)
        {
            DefaultTimeout = BusySeconds,
            Pooling = false,
        }.ToString(), CheckpointPages);
        try
        {
            return new Batch(this, writer, writer.Connection.BeginTransaction());
        }
        catch
        {
            Forget();
            throw;
        }
    }

    public void Dispose() => Forget();

    private void Forget()
    {
        writer?.Dispose();
        writer = null;
    }

    private sealed class Batch(SqliteEventStore store, SqliteWriter writer, SqliteTransaction transaction) : EventBatch
    {
        private bool committed;

        public override int PageId(Platform platform, string externalId) =>
            writer.Find.Run(transaction, (byte)platform, externalId) is long known ? (int)known
                : (int)(long)writer.AddPage.Run(transaction, (byte)platform, externalId)!;

        public override void Open(IReadOnlyCollection<ConversationState> conversations)
        {
            foreach (var c in conversations)
            {
                using var row = writer.FindConversation.Read(transaction, c.PageId, c.Person);
                if (row.Read())
                {
                    c.Id = row.GetInt64(0);
                    c.WaitingSince = Instant(row, 1);
                    c.LastMessageAt = Instant(row, 2);
                    c.LastReplyAt = Instant(row, 3);
                }
            }

            foreach (var c in conversations.Where(c => c.Id == 0))
            {
                writer.AddConversation.Execute(transaction, c.PageId, c.Person);
                c.Id = writer.LastId;
            }
        }

        public override void Insert(IReadOnlyList<NewEvent> events, DateTimeOffset receivedAt, DateTimeOffset wordsExpireAt)
        {
            foreach (var e in events)
            {
                var s = e.Sealed;
                var inserted = writer.AddEvent.Execute(
                    transaction,
                    s.OnceKey,
                    e.PageId,
                    (byte)s.Kind,
                    (byte)s.Proposed,
                    s.Name,
                    s.OccurredAt.ToUnixTimeMilliseconds(),
                    receivedAt.ToUnixTimeMilliseconds(),
                    e.Conversation?.Id);
                if (inserted == 0)
                    continue;
                e.Id = writer.LastId;
                if (s.Words is not null)
                    writer.AddWords.Execute(transaction, e.Id, s.Words, wordsExpireAt.ToUnixTimeMilliseconds());
            }
        }

        public override void Insert(IReadOnlyList<SealedUnusable> unusable, DateTimeOffset receivedAt, DateTimeOffset expiresAt)
        {
            foreach (var u in unusable)
                writer.AddAside.Execute(transaction, u.OnceKey, (byte)u.Platform, u.Reason, receivedAt.ToUnixTimeMilliseconds(), u.Protected, expiresAt.ToUnixTimeMilliseconds());
        }

        public override IReadOnlyList<StoredTurn> TurnsAround(long conversationId, DateTimeOffset from, DateTimeOffset to, IReadOnlySet<long> except)
        {
            using var rows = writer.TurnsAround.Read(
                transaction,
                conversationId,
                from.ToUnixTimeMilliseconds(),
                to.ToUnixTimeMilliseconds(),
                "[" + string.Join(',', except.Select(id => id.ToString(CultureInfo.InvariantCulture))) + "]");
            var turns = new List<StoredTurn>();
            while (rows.Read())
                turns.Add(new StoredTurn(rows.GetInt64(0), new Turn(Instant(rows, 1)!.Value, rows.GetInt64(2) == (byte)EventKind.Reply)));
            return turns;
        }

        public override void Save(IReadOnlyCollection<ConversationState> conversations)
        {
            foreach (var c in conversations)
            {
                writer.SaveConversation.Execute(
                    transaction,
                    c.Id,
                    c.WaitingSince?.ToUnixTimeMilliseconds(),
                    c.LastMessageAt?.ToUnixTimeMilliseconds(),
                    c.LastReplyAt?.ToUnixTimeMilliseconds());
            }
        }

        public override void Add(IEnumerable<KeyValuePair<RollupKey, Gain>> gains)
        {
            foreach (var (key, gain) in gains)
            {
                var (statement, slot) = key.Grain switch
                {
                    Grain.FiveMinutes => (writer.AddFiveMinutes, key.Slot),
                    Grain.Hour => (writer.AddHour, key.Slot),
                    _ => (writer.AddDay, (object)DateOnly.FromDayNumber((int)key.Slot).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                };
                statement.Execute(transaction, key.PageId, slot, key.Metric, key.Bucket, gain.Count, gain.Sum);
            }
        }

        public override long Commit()
        {
            var version = (long)writer.Bump.Run(transaction)!;
            transaction.Commit();
            committed = true;
            return version;
        }

        protected override void Dispose(bool disposing)
        {
            if (!disposing)
                return;
            if (committed)
                transaction.Dispose();
            else
                store.Forget();
        }

        private static DateTimeOffset? Instant(SqliteDataReader row, int column) =>
            row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
    }
}

/// <summary>The writing connection and its prepared statements.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private readonly List<Statement> statements = [];

    private SqliteWriter(SqliteConnection connection)
    {
        Connection = connection;
        Find = Prepare("SELECT Id FROM Pages WHERE Platform = $0 AND ExternalId = $1");
        AddPage = Prepare("INSERT INTO Pages (Platform, ExternalId) VALUES ($0, $1) RETURNING Id");
        FindConversation = Prepare("SELECT Id, WaitingSince, LastMessageAt, LastReplyAt FROM Conversations WHERE PageId = $0 AND Person = $1");
        AddConversation = Prepare("INSERT INTO Conversations (PageId, Person) VALUES ($0, $1)");
        SaveConversation = Prepare("UPDATE Conversations SET WaitingSince = $1, LastMessageAt = $2, LastReplyAt = $3 WHERE Id = $0");
        AddEvent = Prepare("""
            INSERT INTO Events (OnceKey, PageId, Kind, Proposed, Name, OccurredAt, ReceivedAt, ConversationId)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7) ON CONFLICT (OnceKey) DO NOTHING
            """);
        AddWords = Prepare("INSERT INTO Words (EventId, Protected, ExpiresAt) VALUES ($0, $1, $2)");
        AddAside = Prepare("""
            INSERT INTO SetAsides (OnceKey, Platform, Reason, ReceivedAt, Protected, ExpiresAt)
            VALUES ($0, $1, $2, $3, $4, $5) ON CONFLICT (OnceKey) DO NOTHING
            """);
        TurnsAround = Prepare($"""
            WITH turns AS (SELECT Id, OccurredAt, Kind FROM Events WHERE ConversationId = $0 AND Kind IN (1, 2)),
            old AS (SELECT OccurredAt FROM turns WHERE Kind = 2 AND Id NOT IN (SELECT value FROM json_each($3)))
            SELECT Id, OccurredAt, Kind FROM turns
            WHERE OccurredAt > COALESCE((SELECT MAX(OccurredAt) FROM old WHERE OccurredAt < $1), -1)
              AND OccurredAt <= COALESCE((SELECT MIN(OccurredAt) FROM old WHERE OccurredAt >= $2), {long.MaxValue})
            """);
        AddFiveMinutes = Prepare(Upsert("RollupFiveMinutes", "SlotUtc"));
        AddHour = Prepare(Upsert("RollupHours", "SlotUtc"));
        AddDay = Prepare(Upsert("RollupDays", "Day"));
        Bump = Prepare("UPDATE ChangeCounters SET Value = Value + 1 WHERE Id = 1 RETURNING Value");
    }

    public SqliteConnection Connection { get; }

    public Statement Find { get; }

    public Statement AddPage { get; }

    public Statement FindConversation { get; }

    public Statement AddConversation { get; }

    public Statement SaveConversation { get; }

    public Statement AddEvent { get; }

    public Statement AddWords { get; }

    public Statement AddAside { get; }

    public Statement TurnsAround { get; }

    public Statement AddFiveMinutes { get; }

    public Statement AddHour { get; }

    public Statement AddDay { get; }

    public Statement Bump { get; }

    /// <summary>Id of the row that was inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(Connection.Handle);

    public static SqliteWriter Open(string connectionString, int checkpointPages)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            using (var pragmas = connection.CreateCommand())
            {
                pragmas.CommandText = $"PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {checkpointPages}; PRAGMA cache_size = -65536;";
                pragmas.ExecuteNonQuery();
            }

            return new SqliteWriter(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements)
            statement.Dispose();
        Connection.Dispose();
    }

    private static string Upsert(string table, string slot) => $"""
        INSERT INTO {table} (PageId, {slot}, Metric, Bucket, Count, Sum) VALUES ($0, $1, $2, $3, $4, $5)
        ON CONFLICT (PageId, {slot}, Metric, Bucket) DO UPDATE SET Count = Count + excluded.Count, Sum = Sum + excluded.Sum
        """;

    private Statement Prepare(string sql)
    {
        var statement = new Statement(Connection, sql);
        statements.Add(statement);
        return statement;
    }
}

/// <summary>A prepared statement with parameters $0, $1, ….</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand command;

    public Statement(SqliteConnection connection, string sql)
    {
        command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; sql.Contains("$" + i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal); i++)
            command.Parameters.Add(new SqliteParameter("$" + i.ToString(CultureInfo.InvariantCulture), null));
        command.Prepare();
    }

    /// <summary>Rows changed.</summary>
    public int Execute(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => With(transaction, values).ExecuteNonQuery();

    /// <summary>First column of the first row; null without a row.</summary>
    public object? Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => With(transaction, values).ExecuteScalar();

    public SqliteDataReader Read(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => With(transaction, values).ExecuteReader();

    public void Dispose() => command.Dispose();

    private SqliteCommand With(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
