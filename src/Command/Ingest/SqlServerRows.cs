using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Command.Rollups;

namespace Command.Ingest;

/// <summary>
/// Pure: rows as the JSON arrays that <see cref="SqlServerStatements"/> reads. Properties are named like the columns of
/// their WITH clauses, bytes are base64, instants UTC milliseconds, days yyyy-MM-dd.
/// </summary>
public static class SqlServerRows
{
    public static string Conversations(IReadOnlyList<ConversationState> conversations) => Rows(conversations, (row, c, position) =>
    {
        row.WriteNumber("Position", position);
        row.WriteNumber("PageId", c.PageId);
        row.WriteBase64String("Person", c.Person);
    });

    public static string States(IEnumerable<ConversationState> conversations) => Rows(conversations, (row, c, _) =>
    {
        row.WriteNumber("Id", c.Id);
        Write(row, "WaitingSince", c.WaitingSince?.ToUnixTimeMilliseconds());
        Write(row, "LastReplyAt", c.LastReplyAt?.ToUnixTimeMilliseconds());
        Write(row, "WaitingKind", (byte?)c.WaitingKind);
    });

    public static string Residents(IEnumerable<ConversationState> conversations) => Rows(conversations, (row, c, _) =>
    {
        row.WriteNumber("ConversationId", c.Id);
        row.WriteBase64String("Protected", c.Resident!.Protect());
    });

    public static string Events(IEnumerable<NewEvent> events) => Rows(events, (row, e, position) =>
    {
        row.WriteNumber("Position", position);
        row.WriteBase64String("OnceKey", e.Sealed.OnceKey);
        row.WriteNumber("PageId", e.PageId);
        row.WriteNumber("Kind", (byte)e.Sealed.Kind);
        row.WriteNumber("Proposed", (byte)e.Sealed.Proposed);
        row.WriteString("Name", e.Sealed.Name);
        row.WriteNumber("OccurredAt", e.Sealed.OccurredAt.ToUnixTimeMilliseconds());
        Write(row, "ConversationId", e.Conversation?.Id);
    });

    public static string Words(IEnumerable<NewEvent> inserted) => Rows(inserted, (row, e, _) =>
    {
        row.WriteNumber("EventId", e.Id!.Value);
        row.WriteBase64String("Protected", e.Sealed.Words);
    });

    public static string SetAsides(IEnumerable<SealedUnusable> unusable) => Rows(unusable, (row, u, _) =>
    {
        row.WriteBase64String("OnceKey", u.OnceKey);
        row.WriteNumber("Platform", (byte)u.Platform);
        row.WriteString("Reason", u.Reason);
        row.WriteBase64String("Protected", u.Protected);
    });

    public static string Ids(IEnumerable<long> ids) =>
        "[" + string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture))) + "]";

    public static string Gains(IEnumerable<KeyValuePair<RollupKey, Gain>> gains, Grain grain)
    {
        var sorted = gains.Where(g => g.Key.Grain == grain)
            .OrderBy(g => g.Key.PageId).ThenBy(g => g.Key.Slot).ThenBy(g => g.Key.Metric).ThenBy(g => g.Key.Bucket);
        return Rows(sorted, (row, g, _) =>
        {
            row.WriteNumber("PageId", g.Key.PageId);
            if (grain is Grain.Day or Grain.Month)
                row.WriteString(grain.ToString(), DateOnly.FromDayNumber((int)g.Key.Slot).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else
                row.WriteNumber("SlotUtc", g.Key.Slot);
            row.WriteNumber("Metric", g.Key.Metric);
            row.WriteNumber("Bucket", g.Key.Bucket);
            row.WriteNumber("Count", g.Value.Count);
            row.WriteNumber("Sum", g.Value.Sum);
        });
    }

    private static string Rows<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T, int> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            foreach (var (position, row) in rows.Index())
            {
                json.WriteStartObject();
                write(json, row, position);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter row, string name, long? value)
    {
        if (value is { } number)
            row.WriteNumber(name, number);
        else
            row.WriteNull(name);
    }
}
