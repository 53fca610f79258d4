using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Command.Data;

namespace Command.Ingest;

/// <summary>Gathers what a door reads out of one request, element by element; a bad element never costs a good one.</summary>
internal sealed class Gathering(Platform platform, ReadOnlyMemory<byte> body, DateTimeOffset now, DateTimeOffset keptFrom)
{
    /// <summary>As long as a body can be, so that nesting alone never makes rightly signed JSON a refusal. The parser does not recurse.</summary>
    public const int DeepestNesting = Body.MostBytes;

    private const int LongestName = 100;

    private readonly List<PlatformEvent> events = [];
    private readonly List<Unusable> unusable = [];

    public DoorReading Reading => new(events, unusable);

    /// <summary>Null when the body is not one JSON object.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestNesting });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="withheld">The element carries personal data of which nothing may be kept, not even protected.</param>
    public void Read(JsonElement element, Action<Fields> read, Func<bool>? withheld = null)
    {
        var fields = new Fields(element, now, keptFrom);
        try
        {
            if (element.ValueKind == JsonValueKind.Object)
                read(fields);
            else
                fields.Fail(UnusableReason.UnknownShape);
        }
        catch (InvalidOperationException)
        {
            // Strings are decoded late: one that is no text (a lone surrogate, bytes outside UTF-8) shows itself only now.
            fields.Fail(UnusableReason.UnknownShape);
        }

        if (fields.Fault is { } reason)
            unusable.Add(new Unusable(platform, reason, withheld?.Invoke() == true ? SHA256.HashData(Raw(element).Span) : Raw(element)));
    }

    /// <summary>Keeps the event unless its element has shown a fault.</summary>
    public void Add(Fields fields, PlatformEvent e)
    {
        if (fields.Fault is null)
            Keep(e);
    }

    public void Keep(PlatformEvent e) => events.Add(e);

    /// <summary>The key of once of whatever has no id of its own: its page and its own bytes.</summary>
    public string OnceByBytes(string page, JsonElement element) =>
        $"bytes\n{page}\n{Convert.ToHexStringLower(SHA256.HashData(Raw(element).Span))}";

    public static string Shorten(string name) =>
        name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[LongestName - 1]) ? LongestName - 1 : LongestName)];

    private ReadOnlyMemory<byte> Raw(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        body.Span.Overlaps(raw, out var offset);
        return body.Slice(offset, raw.Length);
    }
}
