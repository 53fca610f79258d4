using System.Text.Json;
using Command.Data;

namespace Command.Ingest;

/// <summary>What Facebook tells about a page's wall: the elements of <c>changes</c>.</summary>
internal static class FacebookFeed
{
    public static void Read(Fields fields, string page, Fields entry, Gathering gathering)
    {
        var field = fields.Id("field");
        if (field is null)
        {
            fields.Fail(UnusableReason.UnknownShape);
            return;
        }

        var isObject = fields.Element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object;
        var at = isObject ? fields.TimeOr(entry, "value", "created_time") : fields.TimeOr(entry, "time");
        var name = field;
        var kind = EventKind.Other;
        if (field == "feed")
        {
            var item = fields.Text("value", "item");
            var verb = fields.Text("value", "verb");
            name = string.Join('.', new[] { field, item, verb }.Where(part => !string.IsNullOrEmpty(part)));
            kind = verb == "add" ? KindOf(item, fields.Id("value", "from", "id"), page) : EventKind.Other;
        }

        var e = new PlatformEvent(Platform.Facebook, page, kind, Gathering.Shorten(name), at, gathering.OnceByBytes(page, fields.Element));
        gathering.Add(fields, e);
    }

    /// <summary>Residents interact, the page publishes; the other way round it is neither. The page's own posts may come without author.</summary>
    private static EventKind KindOf(string? item, string? from, string page) => item switch
    {
        "comment" when from != page => EventKind.Comment,
        "reaction" or "like" when from != page => EventKind.Reaction,
        "share" => EventKind.Share,
        "post" or "status" when from is null || from == page => EventKind.Post,
        "photo" when from is null || from == page => EventKind.Image,
        "video" when from is null || from == page => EventKind.Video,
        _ => EventKind.Other,
    };
}
