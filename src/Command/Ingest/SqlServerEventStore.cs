using System.Data;
using Command.Data;
using Command.Rollups;
using Microsoft.Data.SqlClient;

namespace Command.Ingest;

/// <summary>
/// SQL Server: each step of a batch is one set-based command. READ COMMITTED with lock hints on the rows it decides by;
/// a commit is durable as the server's own log is (do not set delayed durability).
/// </summary>
public sealed class SqlServerEventStore(DatabaseSettings settings) : EventStore
{
    /// <summary>Beyond it the callers have been answered 503 already (<c>Ingest:AnswerWithinSeconds</c>).</summary>
    private const int CommandSeconds = 2;

    /// <summary>A healthy server on the same network answers at once; behind a dead one the queue must not grow old.</summary>
    private const int ConnectSeconds = 3;

    private readonly string connectionString = new SqlConnectionStringBuilder(settings.ConnectionString)
    {
        ApplicationName = "Command.EventStore",
        ConnectTimeout = ConnectSeconds,
        ConnectRetryCount = 0,
        Enlist = false,
        // After a failure the pool would refuse for up to a minute, though the server may be back.
        PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock,
    }.ToString();

    /// <exception cref="StoreBusyException">The server does not answer, or another node has been writing for too long.</exception>
    public override EventBatch Begin()
    {
        var connection = new SqlConnection(connectionString);
        try
        {
            connection.Open();
            var transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
            using var begin = new SqlCommand(SqlServerStatements.Begin, connection, transaction) { CommandTimeout = CommandSeconds };
            var summedThrough = begin.ExecuteScalar() is DateTime day ? DateOnly.FromDateTime(day) : (DateOnly?)null;
            return new Batch(connection, transaction, summedThrough);
        }
        catch (Exception failure)
        {
            connection.Dispose();
            throw new StoreBusyException("SQL Server takes no batch now.", failure);
        }
    }

    private sealed class Batch(SqlConnection connection, SqlTransaction transaction, DateOnly? summedThrough) : EventBatch
    {
        protected override DateOnly? SummedThrough => summedThrough;

        public override int PageId(Platform platform, string externalId)
        {
            using var command = Command(SqlServerStatements.Page);
            command.Parameters.Add("@platform", SqlDbType.TinyInt).Value = (byte)platform;
            command.Parameters.Add("@externalId", SqlDbType.NVarChar, 100).Value = externalId;
            return (int)command.ExecuteScalar();
        }

        public override void Open(IReadOnlyCollection<ConversationState> conversations)
        {
            if (conversations.Count == 0)
                return;
            var sorted = conversations.OrderBy(c => c.PageId).ThenBy(c => Convert.ToHexString(c.Person), StringComparer.Ordinal).ToList();
            using var command = Command(SqlServerStatements.Conversations, ("@conversations", SqlServerRows.Conversations(sorted)));
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var c = sorted[rows.GetInt32(0)];
                c.Id = rows.GetInt64(1);
                c.WaitingSince = Instant(rows, 2);
                c.LastReplyAt = Instant(rows, 3);
                c.WaitingKind = rows.IsDBNull(4) ? null : (MessageKind)rows.GetByte(4);
                c.ResidentIdExpiresAt = Instant(rows, 5);
            }
        }

        public override void Insert(IReadOnlyList<NewEvent> events, DateTimeOffset receivedAt, DateTimeOffset wordsExpireAt)
        {
            if (events.Count == 0)
                return;
            var firsts = new Dictionary<Guid, NewEvent>(events.Count);
            foreach (var e in events)
                firsts.TryAdd(new Guid(e.Sealed.OnceKey), e);
            using (var command = Command(SqlServerStatements.Events, ("@events", SqlServerRows.Events(firsts.Values))))
            {
                AddInstant(command, "@receivedAt", receivedAt);
                using var rows = command.ExecuteReader();
                while (rows.Read())
                    firsts[new Guid(rows.GetFieldValue<byte[]>(1))].Id = rows.GetInt64(0);
            }

            var spoken = firsts.Values.Where(e => e.Id is not null && e.Sealed.Words is not null).ToList();
            if (spoken.Count == 0)
                return;
            using var words = Command(SqlServerStatements.Words, ("@words", SqlServerRows.Words(spoken)));
            AddInstant(words, "@expiresAt", wordsExpireAt);
            words.ExecuteNonQuery();
        }

        public override void Insert(IReadOnlyList<SealedUnusable> unusable, DateTimeOffset receivedAt, DateTimeOffset expiresAt)
        {
            if (unusable.Count == 0)
                return;
            var firsts = unusable.DistinctBy(u => new Guid(u.OnceKey));
            using var command = Command(SqlServerStatements.SetAsides, ("@unusable", SqlServerRows.SetAsides(firsts)));
            AddInstant(command, "@receivedAt", receivedAt);
            AddInstant(command, "@expiresAt", expiresAt);
            command.ExecuteNonQuery();
        }

        public override IReadOnlyList<StoredTurn> TurnsAround(long conversationId, DateTimeOffset from, DateTimeOffset to, IReadOnlySet<long> except)
        {
            using var command = Command(SqlServerStatements.TurnsAround, ("@except", SqlServerRows.Ids(except)));
            command.Parameters.Add("@conversationId", SqlDbType.BigInt).Value = conversationId;
            AddInstant(command, "@from", from);
            AddInstant(command, "@to", to);
            using var rows = command.ExecuteReader();
            var turns = new List<StoredTurn>();
            while (rows.Read())
            {
                var decided = rows.IsDBNull(4) ? (MessageKind?)null : (MessageKind)rows.GetByte(4);
                turns.Add(new StoredTurn(rows.GetInt64(0), Turn.Of((EventKind)rows.GetByte(2), Instant(rows, 1)!.Value, (MessageKind)rows.GetByte(3), decided)!.Value));
            }

            return turns;
        }

        public override void Save(IReadOnlyCollection<ConversationState> conversations)
        {
            if (conversations.Count == 0)
                return;
            using var command = Command(SqlServerStatements.SaveConversations, ("@conversations", SqlServerRows.States(conversations.OrderBy(c => c.Id))));
            command.ExecuteNonQuery();
        }

        public override void KeepResidents(IReadOnlyCollection<ConversationState> conversations, DateTimeOffset expiresAt)
        {
            if (conversations.Count == 0)
                return;
            using var command = Command(SqlServerStatements.ResidentIds, ("@residents", SqlServerRows.Residents(conversations.OrderBy(c => c.Id))));
            AddInstant(command, "@expiresAt", expiresAt);
            command.ExecuteNonQuery();
        }

        protected override void AddRows(IReadOnlyList<KeyValuePair<RollupKey, Gain>> gains)
        {
            if (gains.Count == 0)
                return;
            using var command = Command(
                SqlServerStatements.Gains,
                ("@fiveMinutes", SqlServerRows.Gains(gains, Grain.FiveMinutes)),
                ("@hours", SqlServerRows.Gains(gains, Grain.Hour)),
                ("@days", SqlServerRows.Gains(gains, Grain.Day)),
                ("@months", SqlServerRows.Gains(gains, Grain.Month)));
            command.ExecuteNonQuery();
        }

        public override long Commit()
        {
            using var command = Command(SqlServerStatements.Commit);
            var version = (long)command.ExecuteScalar();
            transaction.Commit();
            return version;
        }

        /// <summary>Closing rolls back what was not committed.</summary>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                connection.Dispose();
        }

        private SqlCommand Command(string sql, params ReadOnlySpan<(string Name, string Json)> rows)
        {
            var command = new SqlCommand(sql, connection, transaction) { CommandTimeout = CommandSeconds };
            foreach (var (name, json) in rows)
                command.Parameters.Add(name, SqlDbType.NVarChar, -1).Value = json;
            return command;
        }

        private static void AddInstant(SqlCommand command, string name, DateTimeOffset instant) =>
            command.Parameters.Add(name, SqlDbType.BigInt).Value = instant.ToUnixTimeMilliseconds();

        private static DateTimeOffset? Instant(SqlDataReader row, int column) =>
            row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
    }
}
