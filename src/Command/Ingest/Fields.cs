using System.Globalization;
using System.Text.Json;

namespace Command.Ingest;

/// <summary>
/// One element of a request, read without trust: the first property of a wrong type, missing or out of range is
/// remembered as the element's fault, so that a door reads what it needs and asks once at the end.
/// </summary>
internal sealed class Fields(JsonElement element, DateTimeOffset now, DateTimeOffset keptFrom)
{
    private const int LongestId = 100;

    private const long LeastMilliseconds = 1_000_000_000_000;

    private static readonly DateTimeOffset earliest = new(2010, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public JsonElement Element => element;

    /// <summary>One of <see cref="UnusableReason"/>; null while nothing is wrong.</summary>
    public string? Fault { get; private set; }

    public void Fail(string reason) => Fault ??= reason;

    /// <summary>An id given as string or whole number; null when absent, null or empty.</summary>
    public string? Id(params ReadOnlySpan<string> path) => Find(path) is { } value ? IdOf(value) : null;

    public string NeedId(params ReadOnlySpan<string> path) => Need(Id(path));

    public string Need(string? id)
    {
        if (id is null)
            Fail(UnusableReason.MissingId);
        return id ?? "";
    }

    public string? IdOf(JsonElement value)
    {
        var id = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        // A control character would let two ids be mistaken for one in the key of once.
        if (id is null || id.Length > LongestId || id.Any(char.IsControl) || (value.ValueKind == JsonValueKind.Number && !id.All(char.IsAsciiDigit)))
        {
            Fail(UnusableReason.UnknownShape);
            return null;
        }

        return id.Length == 0 ? null : id;
    }

    public string? Text(params ReadOnlySpan<string> path)
    {
        if (Find(path) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String)
            return value.GetString();
        Fail(UnusableReason.UnknownShape);
        return null;
    }

    public bool Flag(params ReadOnlySpan<string> path)
    {
        if (Find(path) is not { } value)
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Fail(UnusableReason.UnknownShape);
        return value.ValueKind == JsonValueKind.True;
    }

    /// <summary>Null when absent; any other value than an array is a fault.</summary>
    public JsonElement? Array(params ReadOnlySpan<string> path)
    {
        if (Find(path) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Array)
            return value;
        Fail(UnusableReason.UnknownShape);
        return null;
    }

    /// <summary>Milliseconds, or seconds below 10^12, as string or number. Before 2010 or more than a day ahead is a fault.</summary>
    public DateTimeOffset? Time(params ReadOnlySpan<string> path) => Find(path) is { } value ? TimeOf(value) : null;

    /// <summary>The element's own time, or that of the entry around it.</summary>
    public DateTimeOffset TimeOr(Fields entry, params ReadOnlySpan<string> path) =>
        Need(Find(path) is { } own ? TimeOf(own) : entry.Find(["time"]) is { } outer ? TimeOf(outer) : null);

    public DateTimeOffset Need(DateTimeOffset? time)
    {
        if (time is null)
            Fail(UnusableReason.UnknownShape);
        return time ?? default;
    }

    private DateTimeOffset? TimeOf(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            Fail(UnusableReason.UnknownShape);
            return null;
        }

        // Whole milliseconds below 2^53 are exact in a double; what is greater is out of range in any case.
        var milliseconds = number < LeastMilliseconds ? number * 1000 : number;
        if (!(milliseconds >= earliest.ToUnixTimeMilliseconds() && milliseconds <= (now + TimeSpan.FromDays(1)).ToUnixTimeMilliseconds()))
        {
            Fail(UnusableReason.TimeOutOfRange);
            return null;
        }

        var at = DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds);
        if (at < keptFrom)
            Fail(UnusableReason.OlderThanKept);
        return at;
    }

    private JsonElement? Find(ReadOnlySpan<string> path)
    {
        var at = element;
        foreach (var name in path)
        {
            if (at.ValueKind != JsonValueKind.Object)
            {
                Fail(UnusableReason.UnknownShape);
                return null;
            }

            if (!at.TryGetProperty(name, out at) || at.ValueKind == JsonValueKind.Null)
                return null;
        }

        return at;
    }
}
