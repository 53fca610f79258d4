using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Command.Benchmarks;

/// <summary>
/// A store that holds years of messages. It is filled once, past the doors, with rows as the doors would have written
/// them, every index in place so that its pages are as full as after years; later runs find it in the temporary folder.
/// </summary>
internal static class FilledStore
{
    public const int Events = 5_000_000;

    private const int Conversations = 500_000;
    private const long SpanMilliseconds = 400L * 24 * 60 * 60 * 1000;

    private const string Fill = """
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $conversations)
        INSERT INTO Conversations (PageId, Person)
        SELECT p.Id, randomblob(16)
        FROM n JOIN (SELECT Id, row_number() OVER (ORDER BY Id) - 1 AS place, COUNT(*) OVER () AS pages FROM Pages) p ON p.place = n.i % p.pages;

        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < $events)
        INSERT INTO Events (OnceKey, PageId, Kind, Proposed, Name, OccurredAt, ReceivedAt, ConversationId)
        SELECT randomblob(16), c.PageId, 1, i % 2, 'user_send_text', at, at + 500, c.Id
        FROM (SELECT i, $until - $span + i * ($span / $events) AS at, 1 + abs(random()) % $conversations AS conversation FROM n) e
        CROSS JOIN Conversations c ON c.Id = e.conversation;
        """;

    private const string Sums = """
        UPDATE Conversations SET WaitingSince = t.first
        FROM (SELECT ConversationId AS id, MIN(OccurredAt) AS first FROM Events GROUP BY ConversationId) t WHERE t.id = Conversations.Id;

        CREATE TEMP TABLE marks AS
        SELECT PageId, OccurredAt AS at, 1 AS metric FROM Events
        UNION ALL SELECT PageId, OccurredAt, 2 FROM Events WHERE Proposed = 1
        UNION ALL SELECT PageId, WaitingSince, 32 FROM Conversations WHERE WaitingSince IS NOT NULL;

        INSERT INTO RollupFiveMinutes (PageId, SlotUtc, Metric, Bucket, Count, Sum)
        SELECT PageId, at - at % 300000, metric, 0, COUNT(*), COUNT(*) FROM marks WHERE at >= $until - 15 * 86400000 GROUP BY 2, 1, 3;
        INSERT INTO RollupHours (PageId, SlotUtc, Metric, Bucket, Count, Sum)
        SELECT PageId, at - at % 3600000, metric, 0, COUNT(*), COUNT(*) FROM marks GROUP BY 2, 1, 3;
        INSERT INTO RollupDays (PageId, Day, Metric, Bucket, Count, Sum)
        SELECT PageId, date((at + 25200000) / 1000, 'unixepoch'), metric, 0, COUNT(*), COUNT(*) FROM marks GROUP BY 2, 1, 3;
        DROP TABLE marks;
        """;

    /// <summary>The folder of a store with <see cref="Events"/> events and the pages of <see cref="SignedPosts"/>.</summary>
    public static async Task<string> FolderAsync()
    {
        using var fresh = new RunFolder();
        using (await ServerProcess.StartProductAsync(fresh.Path))
        {
            // Only its schema and its pages are wanted.
        }

        var schema = Query(fresh.Path, "SELECT group_concat(sql) || (SELECT page_size FROM pragma_page_size) FROM sqlite_master");
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema + Fill + Sums)))[..12];
        var folder = Path.Combine(Path.GetTempPath(), $"command-benchmark-full-{name}");
        if (Directory.Exists(folder))
            return folder;

        Console.WriteLine($"Filling a store with {Report.Number(Events)} events, once …");
        var started = Stopwatch.GetTimestamp();
        Run(fresh.Path, Fill, Sums);
        if (Query(fresh.Path, "SELECT CAST(COUNT(*) AS TEXT) FROM Events") != Events.ToString(CultureInfo.InvariantCulture))
            throw new InvalidOperationException("The store could not be filled.");
        Directory.Move(fresh.Path, folder);
        Directory.CreateDirectory(fresh.Path);
        Console.WriteLine($"Filled in {Report.Number(Stopwatch.GetElapsedTime(started).TotalSeconds)} s: {Report.Number(new FileInfo(Product.Store(folder)).Length / 1e6)} MB.");
        return folder;
    }

    private static string Query(string folder, string sql)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (string)command.ExecuteScalar()!;
    }

    private static void Run(string folder, params ReadOnlySpan<string> scripts)
    {
        using var connection = Open(folder);
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = "PRAGMA synchronous = OFF; PRAGMA cache_size = -2000000; PRAGMA wal_autocheckpoint = 100000;";
        command.ExecuteNonQuery();
        command.Parameters.AddWithValue("$events", Events);
        command.Parameters.AddWithValue("$conversations", Conversations);
        command.Parameters.AddWithValue("$span", SpanMilliseconds);
        command.Parameters.AddWithValue("$until", TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var script in scripts)
        {
            command.CommandText = script;
            command.ExecuteNonQuery();
        }
    }

    private static SqliteConnection Open(string folder)
    {
        var connection = new SqliteConnection($"Data Source={Product.Store(folder)};Pooling=False");
        connection.Open();
        return connection;
    }
}
