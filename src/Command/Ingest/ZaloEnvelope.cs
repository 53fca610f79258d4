using System.Text;
using System.Text.Json;

namespace Command.Ingest;

/// <summary>The few outer properties of a Zalo request that its signature depends on, read before anything is trusted.</summary>
internal readonly record struct ZaloEnvelope(
    string? AppId, string? Timestamp, string? Name, string? OaId, string? SenderId, string? RecipientId)
{
    /// <summary>Null when the body is not one whole JSON object.</summary>
    public static ZaloEnvelope? Peek(ReadOnlySpan<byte> body)
    {
        var envelope = default(ZaloEnvelope);
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Gathering.DeepestNesting });
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("app_id"u8))
                    envelope = envelope with { AppId = Scalar(ref reader) };
                else if (reader.ValueTextEquals("timestamp"u8))
                    envelope = envelope with { Timestamp = Scalar(ref reader) };
                else if (reader.ValueTextEquals("event_name"u8))
                    envelope = envelope with { Name = Scalar(ref reader) };
                else if (reader.ValueTextEquals("oa_id"u8))
                    envelope = envelope with { OaId = Scalar(ref reader) };
                else if (reader.ValueTextEquals("sender"u8))
                    envelope = envelope with { SenderId = IdInside(ref reader) };
                else if (reader.ValueTextEquals("recipient"u8))
                    envelope = envelope with { RecipientId = IdInside(ref reader) };
                else
                    reader.Skip();
            }

            // A second value behind the object makes the reader throw here.
            return reader.Read() ? null : envelope;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Which side is the OA: the one that is registered; the event's name decides only when that does not tell. Without
    /// either nobody guesses: a resident's id must not be taken for a page's.
    /// </summary>
    public (string? Oa, bool FromOa) Sides(IReadOnlySet<string> knownOas)
    {
        var sends = SenderId is not null && knownOas.Contains(SenderId);
        var receives = RecipientId is not null && knownOas.Contains(RecipientId);
        if (sends != receives)
            return (sends ? SenderId : RecipientId, sends);

        var fromOaByName = Name is "user_received_message" or "user_seen_message" || Begins("oa_");
        if (!sends && OaId is not null)
            return (OaId, SenderId == OaId || (RecipientId != OaId && fromOaByName));
        if (fromOaByName)
            return (SenderId, true);
        return (Begins("user_") || Begins("anonymous_") ? RecipientId : null, false);
    }

    private bool Begins(string prefix) => Name?.StartsWith(prefix, StringComparison.Ordinal) == true;

    private static string? Scalar(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number)
            return Encoding.ASCII.GetString(reader.ValueSpan);
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString() is { Length: > 0 } text ? text : null;
        reader.Skip();
        return null;
    }

    private static string? IdInside(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        string? id = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
                id = Scalar(ref reader);
            else
                reader.Skip();
        }

        return id;
    }
}
