using Command.Data;

namespace Command.Ingest;

/// <summary>
/// What <see cref="SqlServerEventStore"/> says to SQL Server. Rows come as one JSON parameter (<see cref="SqlServerRows"/>);
/// a <c>varbinary</c> column of OPENJSON reads base64.
/// <para>
/// The hints are forces against the planner's view of an almost empty table: the few rows of a batch lead and each looks
/// up its own row by key. A plan that scans would lock the whole table, and stay cached while the table grows.
/// UPDLOCK with HOLDLOCK keeps a missing key missing until the commit; rows come in the order of their keys, so that
/// two writers meet rather than deadlock.
/// </para>
/// </summary>
public static class SqlServerStatements
{
    /// <summary>Error of <see cref="Begin"/>: another writer did not finish in time.</summary>
    private const int WriterBusy = 51222;

    /// <summary>Waits so long for another writer, or for a row; then the batch's callers are told to come back.</summary>
    private const int LockMilliseconds = 1_000;

    /// <summary>
    /// One batch at a time over all nodes, as SQLite has it by nature: ids then become visible in their order, and a
    /// reader who asks for what is newer than the last id it saw misses nothing. Answers the last day in the month sums.
    /// </summary>
    public static readonly string Begin = $"""
        SET XACT_ABORT ON;
        SET LOCK_TIMEOUT {LockMilliseconds};
        DECLARE @lock int;
        EXEC @lock = sp_getapplock @Resource = N'Command.EventStore', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = {LockMilliseconds};
        IF @lock < 0
            THROW {WriterBusy}, N'Another node is writing.', 1;
        SELECT m.Day FROM DayMarks AS m WHERE m.Name = N'{DayMark.SummedThrough}';
        """;

    public const string Page = """
        INSERT INTO Pages (Platform, ExternalId)
        SELECT @platform, @externalId
        WHERE NOT EXISTS (SELECT * FROM Pages AS p WITH (UPDLOCK, HOLDLOCK) WHERE p.Platform = @platform AND p.ExternalId = @externalId);

        SELECT p.Id FROM Pages AS p WHERE p.Platform = @platform AND p.ExternalId = @externalId;
        """;

    public const string Conversations = """
        INSERT INTO Conversations (PageId, Person)
        SELECT c.PageId, c.Person
        FROM OPENJSON(@conversations) WITH (PageId int, Person varbinary(16)) AS c
        WHERE NOT EXISTS (
            SELECT * FROM Conversations AS old WITH (UPDLOCK, HOLDLOCK)
            WHERE old.PageId = c.PageId AND old.Person = CAST(c.Person AS binary(16)))
        OPTION (LOOP JOIN, FORCE ORDER);

        SELECT c.Position, old.Id, old.WaitingSince, old.LastReplyAt, old.WaitingKind, r.ExpiresAt
        FROM OPENJSON(@conversations) WITH (Position int, PageId int, Person varbinary(16)) AS c
        INNER JOIN Conversations AS old WITH (UPDLOCK) ON old.PageId = c.PageId AND old.Person = CAST(c.Person AS binary(16))
        LEFT OUTER JOIN ResidentIds AS r ON r.ConversationId = old.Id
        OPTION (LOOP JOIN, FORCE ORDER);
        """;

    public const string SaveConversations = """
        UPDATE old SET WaitingSince = c.WaitingSince, LastReplyAt = c.LastReplyAt, WaitingKind = c.WaitingKind
        FROM OPENJSON(@conversations) WITH (Id bigint, WaitingSince bigint, LastReplyAt bigint, WaitingKind tinyint) AS c
        INNER JOIN Conversations AS old ON old.Id = c.Id
        OPTION (LOOP JOIN, FORCE ORDER);
        """;

    public const string ResidentIds = """
        UPDATE r SET Protected = i.Protected, ExpiresAt = @expiresAt
        FROM OPENJSON(@residents) WITH (ConversationId bigint, Protected varbinary(max)) AS i
        INNER JOIN ResidentIds AS r WITH (UPDLOCK, HOLDLOCK) ON r.ConversationId = i.ConversationId
        OPTION (LOOP JOIN, FORCE ORDER);

        INSERT INTO ResidentIds (ConversationId, Protected, ExpiresAt)
        SELECT i.ConversationId, i.Protected, @expiresAt
        FROM OPENJSON(@residents) WITH (ConversationId bigint, Protected varbinary(max)) AS i
        WHERE NOT EXISTS (SELECT * FROM ResidentIds AS r WITH (UPDLOCK, HOLDLOCK) WHERE r.ConversationId = i.ConversationId)
        OPTION (LOOP JOIN, FORCE ORDER);
        """;

    public const string Events = """
        INSERT INTO Events (OnceKey, PageId, Kind, Proposed, Name, OccurredAt, ReceivedAt, ConversationId)
        OUTPUT inserted.Id, inserted.OnceKey
        SELECT e.OnceKey, e.PageId, e.Kind, e.Proposed, e.Name, e.OccurredAt, @receivedAt, e.ConversationId
        FROM OPENJSON(@events) WITH (
            Position int, OnceKey varbinary(16), PageId int, Kind tinyint, Proposed tinyint, Name nvarchar(100), OccurredAt bigint,
            ConversationId bigint) AS e
        WHERE NOT EXISTS (
            SELECT * FROM Events AS old WITH (UPDLOCK, HOLDLOCK)
            WHERE old.ConversationId = e.ConversationId AND old.OnceKey = CAST(e.OnceKey AS binary(16)))
          AND NOT EXISTS (
            SELECT * FROM Events AS old WITH (UPDLOCK, HOLDLOCK)
            WHERE old.ConversationId IS NULL AND e.ConversationId IS NULL AND old.OnceKey = CAST(e.OnceKey AS binary(16)))
        ORDER BY e.Position
        OPTION (LOOP JOIN, FORCE ORDER);
        """;

    public const string Words = """
        INSERT INTO Words (EventId, Protected, ExpiresAt)
        SELECT w.EventId, w.Protected, @expiresAt
        FROM OPENJSON(@words) WITH (EventId bigint, Protected varbinary(max)) AS w;
        """;

    public const string SetAsides = """
        INSERT INTO SetAsides (OnceKey, Platform, Reason, ReceivedAt, Protected, ExpiresAt)
        SELECT u.OnceKey, u.Platform, u.Reason, @receivedAt, u.Protected, @expiresAt
        FROM OPENJSON(@unusable) WITH (OnceKey varbinary(16), Platform tinyint, Reason nvarchar(50), Protected varbinary(max)) AS u
        WHERE NOT EXISTS (SELECT * FROM SetAsides AS old WITH (UPDLOCK, HOLDLOCK) WHERE old.OnceKey = CAST(u.OnceKey AS binary(16)))
        OPTION (LOOP JOIN, FORCE ORDER);
        """;

    public const string TurnsAround = """
        WITH turns AS (
            SELECT e.Id, e.OccurredAt, e.Kind, e.Proposed FROM Events AS e WHERE e.ConversationId = @conversationId AND e.Kind IN (1, 2, 14)),
        replies AS (
            SELECT t.OccurredAt FROM turns AS t
            WHERE t.Kind IN (2, 14) AND NOT EXISTS (SELECT * FROM OPENJSON(@except) WITH (Id bigint '$') AS x WHERE x.Id = t.Id))
        SELECT t.Id, t.OccurredAt, t.Kind, t.Proposed, d.Kind
        FROM turns AS t
        LEFT OUTER JOIN MessageDecisions AS d ON d.EventId = t.Id
        WHERE t.OccurredAt > ISNULL((SELECT MAX(r.OccurredAt) FROM replies AS r WHERE r.OccurredAt < @from), -1)
            AND t.OccurredAt <= ISNULL((SELECT MIN(r.OccurredAt) FROM replies AS r WHERE r.OccurredAt >= @to), 9223372036854775807);
        """;

    public static readonly string Gains =
        Gain("RollupFiveMinutes", "SlotUtc", "bigint", "@fiveMinutes") + Gain("RollupHours", "SlotUtc", "bigint", "@hours") + Gain("RollupDays", "Day", "date", "@days")
        + Gain("RollupMonths", "Month", "date", "@months");

    public const string Commit = "UPDATE c SET Value = c.Value + 1 OUTPUT inserted.Value FROM ChangeCounters AS c WHERE c.Id = 1;";

    private static string Gain(string table, string slot, string slotType, string parameter)
    {
        var rows = $"OPENJSON({parameter}) WITH (PageId int, {slot} {slotType}, Metric smallint, Bucket smallint, Count bigint, Sum bigint) AS g";
        var sameKey = $"r.PageId = g.PageId AND r.{slot} = g.{slot} AND r.Metric = g.Metric AND r.Bucket = g.Bucket";
        return $"""
            UPDATE r SET Count = r.Count + g.Count, Sum = r.Sum + g.Sum
            FROM {rows}
            INNER JOIN {table} AS r WITH (UPDLOCK, HOLDLOCK) ON {sameKey}
            OPTION (LOOP JOIN, FORCE ORDER);

            INSERT INTO {table} (PageId, {slot}, Metric, Bucket, Count, Sum)
            SELECT g.PageId, g.{slot}, g.Metric, g.Bucket, g.Count, g.Sum
            FROM {rows}
            WHERE NOT EXISTS (SELECT * FROM {table} AS r WITH (UPDLOCK, HOLDLOCK) WHERE {sameKey})
            OPTION (LOOP JOIN, FORCE ORDER);


            """;
    }
}
