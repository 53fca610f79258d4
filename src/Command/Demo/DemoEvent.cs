using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Command.Demo;

/// <summary>One webhook request of the demo, as Zalo would send it.</summary>
/// <param name="Secret">The OA secret key that signs it.</param>
public sealed record DemoEvent(DateTimeOffset At, string Secret, string Timestamp, string Body)
{
    public static DemoEvent Message(DemoPage page, string appId, string person, string id, DateTimeOffset at, string text) => Of(page, at, time => new
    {
        app_id = appId,
        sender = new { id = person },
        recipient = new { id = page.OaId },
        user_id_by_app = person,
        event_name = "user_send_text",
        message = new { text, msg_id = id },
        timestamp = time,
    });

    public static DemoEvent Reply(DemoPage page, string appId, string person, string id, DateTimeOffset at, bool byPerson) => Of(page, at, time => new
    {
        app_id = appId,
        sender = byPerson ? new { id = page.OaId, admin_id = "9" + page.OaId } : (object)new { id = page.OaId },
        recipient = new { id = person },
        event_name = "oa_send_text",
        message = new { text = byPerson ? "Công an phường đã tiếp nhận và trả lời." : "Cảm ơn bạn đã nhắn tin. Chúng tôi sẽ trả lời sớm.", msg_id = id },
        timestamp = time,
    });

    public static DemoEvent Follow(DemoPage page, string appId, string person, DateTimeOffset at) => Of(page, at, time => new
    {
        app_id = appId,
        oa_id = page.OaId,
        follower = new { id = person },
        user_id_by_app = person,
        event_name = "follow",
        source = "qrcode",
        timestamp = time,
    });

    public static DemoEvent Reaction(DemoPage page, string appId, string person, string id, DateTimeOffset at) => Of(page, at, time => new
    {
        app_id = appId,
        sender = new { id = person },
        recipient = new { id = page.OaId },
        event_name = "user_reacted_message",
        message = new { msg_id = id, react_icon = "/-heart" },
        timestamp = time,
    });

    /// <summary>As Zalo signs: SHA-256 over app id, body, timestamp and the OA's secret key.</summary>
    public string Signature(string appId) =>
        "mac=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(appId + Body + Timestamp + Secret)));

    private static DemoEvent Of(DemoPage page, DateTimeOffset at, Func<string, object> body)
    {
        var time = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return new DemoEvent(at, page.Secret, time, JsonSerializer.Serialize(body(time)));
    }
}
