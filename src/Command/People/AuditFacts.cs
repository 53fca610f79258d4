using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Command.People;

/// <summary>
/// What an act did is stored as named values, not as words: whoever reads the log reads it in his own language, and the
/// chain of what is stored never changes. Pure.
/// </summary>
public static class AuditFacts
{
    /// <summary>Every unit, every kind.</summary>
    public const string All = "*";

    private static readonly Dictionary<string, AuditFact> named = Enum.GetValues<AuditFact>().ToDictionary(f => f.ToString());
    private static readonly JsonSerializerOptions json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>To which unit it applies, by its id; null: to every one.</summary>
    public static (AuditFact, object?) OfUnit(int? unitId) => (AuditFact.UnitId, unitId?.ToString(CultureInfo.InvariantCulture) ?? All);

    /// <summary>One object of JSON. What is null is left out; enumerations stand by name, days as 2026-03-02.</summary>
    public static string Write(params IEnumerable<(AuditFact Fact, object? Value)> facts) =>
        JsonSerializer.Serialize(facts.Where(f => f.Value is not null).ToDictionary(f => f.Fact.ToString(), f => Plain(f.Value!)), json);

    /// <summary>In the order in which they were written; a fact with several values stands several times.</summary>
    /// <returns>Null: the text is none of facts, but a name, a number or somebody's words.</returns>
    public static IReadOnlyList<(AuditFact Fact, string Value)>? Read(string text)
    {
        if (text is not ['{' or '[', ..])
            return null;
        try
        {
            using var document = JsonDocument.Parse(text);
            var facts = new List<(AuditFact, string)>();
            return Add(document.RootElement, null, facts) ? facts : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null: there is none of this name.</returns>
    internal static AuditFact? Find(string name) => named.TryGetValue(name, out var fact) ? fact : null;

    private static bool Add(JsonElement element, AuditFact? fact, List<(AuditFact, string)> facts) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(p => Find(p.Name) is { } known && Add(p.Value, known, facts)),
        JsonValueKind.Array => element.EnumerateArray().All(e => Add(e, fact, facts)),
        JsonValueKind.Null => true,
        _ when fact is { } known => Take(known, element.ToString(), facts),
        _ => false,
    };

    private static bool Take(AuditFact fact, string value, List<(AuditFact, string)> facts)
    {
        facts.Add((fact, value));
        return true;
    }

    private static object Plain(object value) => value switch
    {
        Enum name => name.ToString(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text => text,
        IEnumerable<object> many => many.Select(Plain),
        System.Collections.IEnumerable many => many.Cast<object>().Select(Plain),
        _ => value,
    };
}
