using System.Globalization;
using System.Text.Json;
using Command.Data;
using Command.Ingest;
using Command.Rollups;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using static Command.Tests.Ingest.StoreSamples;

namespace Command.Tests.Ingest;

/// <summary>The JSON that is sent is the JSON that is read.</summary>
public sealed class SqlServerRowsTests
{
    private static readonly IDataProtector protector = new EphemeralDataProtectionProvider().CreateProtector("test");

    private static readonly ConversationState conversation = new() { Id = 5, PageId = 7, Person = Key("resident"), WaitingSince = At(1), LastReplyAt = At(3), WaitingKind = MessageKind.TipOff };

    /// <summary>What the store hands to each parameter of each statement.</summary>
    private static readonly Dictionary<(string Statement, string Parameter), string> sent = new()
    {
        [("Conversations", "@conversations")] = SqlServerRows.Conversations([conversation, Conversation(9, "other")]),
        [("SaveConversations", "@conversations")] = SqlServerRows.States([conversation, Conversation(9, "other")]),
        [("ResidentIds", "@residents")] = SqlServerRows.Residents([new() { Id = 5, PageId = 7, Person = Key("resident"), Resident = new SealedResident("1", protector) }]),
        [("Events", "@events")] = SqlServerRows.Events([New("a", conversation: conversation), New("b")]),
        [("Words", "@words")] = SqlServerRows.Words([With(New("a", words: [0, 1, 255]), id: 6)]),
        [("SetAsides", "@unusable")] = SqlServerRows.SetAsides([new SealedUnusable(Platform.Zalo, UnusableReason.MissingId, Key("x"), [1])]),
        [("TurnsAround", "@except")] = SqlServerRows.Ids([5, long.MaxValue]),
        [("Gains", "@fiveMinutes")] = SqlServerRows.Gains(EventStoreSums.Gain(1, -2), Grain.FiveMinutes),
        [("Gains", "@hours")] = SqlServerRows.Gains(EventStoreSums.Gain(1, -2), Grain.Hour),
        [("Gains", "@days")] = SqlServerRows.Gains(EventStoreSums.Gain(1, -2), Grain.Day),
        [("Gains", "@months")] = SqlServerRows.Gains(EventStoreSums.Gain(1, -2), Grain.Month),
    };

    [Fact]
    public void Every_JSON_parameter_of_a_statement_is_tried_here() =>
        Assert.Equal(
            Tsql.Statements.SelectMany(s => Reads(s.Value), (s, read) => (s.Key, read.Parameter)).Distinct().Order(),
            sent.Keys.Order());

    [Fact]
    public void A_row_has_exactly_the_properties_that_the_WITH_clauses_read()
    {
        foreach (var ((statement, parameter), json) in sent.Where(s => s.Key.Parameter != "@except"))
        {
            var read = Reads(Tsql.Statements[statement]).Where(r => r.Parameter == parameter).SelectMany(r => r.Columns).Select(c => c.Name).Distinct();
            using var rows = JsonDocument.Parse(json);
            Assert.All(rows.RootElement.EnumerateArray(), row => Assert.Equal(read.Order(), row.EnumerateObject().Select(p => p.Name).Order()));
        }
    }

    [Fact]
    public void A_value_has_the_type_that_its_WITH_clause_reads()
    {
        foreach (var ((statement, parameter), json) in sent)
        {
            using var rows = JsonDocument.Parse(json);
            foreach (var (name, type, path) in Reads(Tsql.Statements[statement]).Where(r => r.Parameter == parameter).SelectMany(r => r.Columns))
                Assert.All(rows.RootElement.EnumerateArray(), row => Assert.True(Fits(path == "$" ? row : row.GetProperty(name), type), $"{statement} {name} {type}: {row}"));
        }
    }

    [Fact]
    public void Gains_come_in_the_order_of_their_keys()
    {
        var keys =
            from bucket in new short[] { 2, 1 }
            from metric in new short[] { 30, 1 }
            from slot in new[] { 7_200_000L, 3_600_000L }
            from page in new[] { 2, 1 }
            select KeyValuePair.Create(new RollupKey(Grain.Hour, page, slot, metric, bucket), new Gain(1, 1));

        using var rows = JsonDocument.Parse(SqlServerRows.Gains(keys, Grain.Hour));
        var order = rows.RootElement.EnumerateArray()
            .Select(r => (r.GetProperty("PageId").GetInt32(), r.GetProperty("SlotUtc").GetInt64(), r.GetProperty("Metric").GetInt32(), r.GetProperty("Bucket").GetInt32()))
            .ToList();

        Assert.Equal(16, order.Count);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public void A_grain_without_gains_is_an_empty_array() => Assert.Equal("[]", SqlServerRows.Gains([], Grain.Day));

    [Fact]
    public void A_day_is_written_as_it_is_read_by_every_language_of_the_server() =>
        Assert.Contains("\"Day\":\"2026-03-02\"", sent[("Gains", "@days")], StringComparison.Ordinal);

    private static IEnumerable<(string Parameter, List<(string Name, string Type, string? Path)> Columns)> Reads(string sql) =>
        Tsql.Parse(sql).SelectMany(Tsql.All<OpenJsonTableReference>).Select(json => (((VariableReference)json.Variable).Name, Tsql.Columns(json)));

    private static bool Fits(JsonElement value, string type) => value.ValueKind == JsonValueKind.Null || type switch
    {
        "bigint" => value.TryGetInt64(out _),
        "int" => value.TryGetInt32(out _),
        "smallint" => value.TryGetInt16(out _),
        "tinyint" => value.TryGetByte(out _),
        "date" => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "varbinary(16)" => value.TryGetBytesFromBase64(out var key) && key.Length == 16,
        "varbinary(max)" => value.TryGetBytesFromBase64(out _),
        "nvarchar(50)" or "nvarchar(100)" => value.ValueKind == JsonValueKind.String,
        _ => false,
    };

    private static NewEvent With(NewEvent e, long id)
    {
        e.Id = id;
        return e;
    }
}
