using System.Globalization;
using System.Text.Json;
using Command.Data;

namespace Command.Ingest;

/// <summary>What came with a message, in the platforms' words. No number hangs on it, so what is strange is passed over, never a fault.</summary>
internal static class Attachment
{
    /// <summary>Zalo names it in the event: <c>user_send_image</c>.</summary>
    public static Attachments OfZalo(string eventName) => eventName.AsSpan(eventName.IndexOf("_send_", StringComparison.Ordinal) + "_send_".Length) switch
    {
        "text" => Attachments.None,
        "image" => Attachments.Image,
        "gif" => Attachments.Gif,
        "video" => Attachments.Video,
        "audio" => Attachments.Audio,
        "file" => Attachments.File,
        "link" => Attachments.Link,
        "sticker" => Attachments.Sticker,
        "business_card" => Attachments.BusinessCard,
        "location" => Attachments.Location,
        _ => Attachments.None,
    };

    public static Attachments OfFacebook(JsonElement element)
    {
        if (!element.TryGetProperty("message", out var message) || message.ValueKind != JsonValueKind.Object)
            return Attachments.None;
        var found = message.TryGetProperty("sticker_id", out _) ? Attachments.Sticker : Attachments.None;
        if (!message.TryGetProperty("attachments", out var attachments) || attachments.ValueKind != JsonValueKind.Array)
            return found;
        foreach (var attachment in attachments.EnumerateArray())
        {
            if (attachment.ValueKind == JsonValueKind.Object && attachment.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String)
                found |= OfType(type);
        }

        return found;
    }

    /// <summary>What people who may see the words are told of it.</summary>
    /// <param name="kind">Of all, where the event names it; None: each tells its own.</param>
    public static IReadOnlyList<SentFile> Files(JsonElement element, Attachments kind)
    {
        if (Of(Of(element, "message"), "attachments") is not { ValueKind: JsonValueKind.Array } sent)
            return [];
        return
        [
            .. from attachment in sent.EnumerateArray().Take(SentFile.MostOfMessage)
               where attachment.ValueKind == JsonValueKind.Object
               let own = kind != Attachments.None ? kind : Of(attachment, "type") is { ValueKind: JsonValueKind.String } type ? OfType(type) : Attachments.None
               where own != Attachments.None
               let payload = Of(attachment, "payload")
               select SentFile.Of(
                   own,
                   own == Attachments.Location ? Place(Of(payload, "coordinates")) : Text(payload, "name") ?? Text(payload, "title") ?? Text(attachment, "title"),
                   Text(payload, "url") ?? Text(attachment, "url")),
        ];
    }

    /// <summary>What the resident says under a picture or a link.</summary>
    public static string? Caption(JsonElement element) => Text(Of(element, "message"), "text") is { Length: > 0 } said ? said : null;

    private static string? Place(JsonElement? coordinates) =>
        Degrees(coordinates, "latitude", "lat") is { } latitude && Degrees(coordinates, "longitude", "long") is { } longitude
            ? string.Create(CultureInfo.InvariantCulture, $"{latitude}, {longitude}")
            : null;

    private static double? Degrees(JsonElement? coordinates, string zalo, string facebook) => (Of(coordinates, zalo) ?? Of(coordinates, facebook)) switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetDouble(),
        { ValueKind: JsonValueKind.String } text when double.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) => degrees,
        _ => null,
    };

    private static string? Text(JsonElement? element, string name)
    {
        try
        {
            return Of(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Strings are decoded late: this one is no text.
            return null;
        }
    }

    private static JsonElement? Of(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;

    private static Attachments OfType(JsonElement type) =>
        type.ValueEquals("image"u8) ? Attachments.Image
        : type.ValueEquals("video"u8) ? Attachments.Video
        : type.ValueEquals("audio"u8) ? Attachments.Audio
        : type.ValueEquals("file"u8) ? Attachments.File
        : type.ValueEquals("fallback"u8) ? Attachments.Link
        : type.ValueEquals("location"u8) ? Attachments.Location
        : Attachments.None;
}
