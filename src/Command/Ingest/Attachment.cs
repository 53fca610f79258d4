using System.Text.Json;
using Command.Messages;

namespace Command.Ingest;

/// <summary>What came with a message, in the platforms' words. Only rules look at it, so what is strange is passed over, never a fault.</summary>
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

    private static Attachments OfType(JsonElement type) =>
        type.ValueEquals("image"u8) ? Attachments.Image
        : type.ValueEquals("video"u8) ? Attachments.Video
        : type.ValueEquals("audio"u8) ? Attachments.Audio
        : type.ValueEquals("file"u8) ? Attachments.File
        : type.ValueEquals("fallback"u8) ? Attachments.Link
        : type.ValueEquals("location"u8) ? Attachments.Location
        : Attachments.None;
}
