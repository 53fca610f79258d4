using Command.Data;
using Command.Ingest;
using Command.Rollups;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Benchmarks;

/// <summary>One day of the nation in events: of each page seven messages by as many residents, five of them answered.</summary>
internal static class NationDay
{
    public const int Seed = 20_261_130;

    private const int MessagesOfPage = 7;
    private const int AnswersOfPage = 5;

    /// <summary>Past the doors, as they would have written them.</summary>
    public static void Write(SqliteConnection connection, DateOnly day)
    {
        using var transaction = connection.BeginTransaction();
        using var conversation = connection.CreateCommand();
        conversation.CommandText = "INSERT INTO Conversations (Id, PageId, Person, WaitingSince, LastReplyAt) VALUES ($id, $page, randomblob(16), $since, $replied)";
        using var message = connection.CreateCommand();
        message.CommandText = "INSERT INTO Events (OnceKey, PageId, Kind, Proposed, Name, OccurredAt, ReceivedAt, ConversationId) VALUES (randomblob(16), $page, $kind, 0, 'user_send_text', $at, $at, $conversation)";
        foreach (var wait in Waits(day))
        {
            Run(conversation, ("$id", wait.Conversation), ("$page", wait.Page), ("$since", wait.Replied is null ? wait.Since : DBNull.Value), ("$replied", (object?)wait.Replied ?? DBNull.Value));
            Run(message, ("$page", wait.Page), ("$kind", (int)EventKind.Message), ("$at", wait.Since), ("$conversation", wait.Conversation));
            if (wait.Replied is { } replied)
                Run(message, ("$page", wait.Page), ("$kind", (int)EventKind.Reply), ("$at", replied), ("$conversation", wait.Conversation));
        }

        transaction.Commit();

        void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object Value)> values)
        {
            command.Transaction = transaction;
            command.Parameters.Clear();
            foreach (var (name, value) in values)
                command.Parameters.AddWithValue(name, value);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Adds what these events count, by the product's own fold and batch.</summary>
    public static async Task CountAsync(IServiceProvider services, DateOnly day)
    {
        var fold = new Fold(await services.GetRequiredService<ReplyTargetBook>().ReadAsync(CancellationToken.None));
        foreach (var wait in Waits(day))
        {
            var (since, replied) = (DateTimeOffset.FromUnixTimeMilliseconds(wait.Since), wait.Replied is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : (DateTimeOffset?)null);
            fold.Add(wait.Page, EventKind.Message, MessageKind.Unclassified, since);
            if (replied is { } answered)
                fold.Add(wait.Page, EventKind.Reply, MessageKind.Unclassified, answered);
            fold.Add(wait.Page, new Wait(since, replied));
        }

        using var batch = services.GetRequiredService<EventStore>().Begin();
        batch.Add(fold.Gains);
        batch.Commit();
    }

    /// <summary>From six in the morning to ten at night; answers within four hours, the last before midnight.</summary>
    private static IEnumerable<(long Conversation, int Page, long Since, long? Replied)> Waits(DateOnly day)
    {
        var chance = new Random(Seed);
        var start = LocalTime.StartOf(day).ToUnixTimeMilliseconds();
        var id = 0L;
        for (var page = 1; page <= NationStore.Pages; page++)
        {
            for (var i = 0; i < MessagesOfPage; i++)
            {
                var since = start + 6 * 3_600_000L + chance.Next(16 * 3_600_000);
                long? replied = i < AnswersOfPage ? Math.Min(since + 60_000 + chance.Next(4 * 3_600_000), start + 86_399_999) : null;
                yield return (++id, page, since, replied);
            }
        }
    }
}
