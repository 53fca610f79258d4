using System.Security.Cryptography;
using System.Text;
using Command.Ingest;
using Command.Messages;

namespace Command.Tests.Ingest;

/// <summary>What the tests of the doors share: two invented pages, an hour of a day, and signatures made independently.</summary>
internal static class Doorway
{
    public const string AppId = "360846524940903967";
    public const string OaSecret = "test-oa-secret";
    public const string Oa = "388613280878808645";
    public const string OtherOa = "388613280878808999";
    public const string Resident = "246845883529197922";
    public const string AppSecret = "test-app-secret";
    public const string PageId = "1029384756";
    public const string Bot = "777";

    public const string ZaloText =
        """{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"user_id_by_app":"552177279717587730","recipient":{"id":"388613280878808645"},"event_name":"user_send_text","message":{"text":"Công an phường cho tôi hỏi","msg_id":"96d3cdf3af150460909"},"timestamp":"1714476720000"}""";

    public static readonly DateTimeOffset Now = new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);

    public static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1714476720000);

    public static ZaloChannel Zalo => new(AppId, new Dictionary<string, string> { [Oa] = OaSecret }, []);

    public static FacebookChannel Facebook => new(AppSecret, "test-token", [Bot]);

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text)));

    public static string Hmac(string key, string text) => Convert.ToHexStringLower(HMACSHA256.HashData(Bytes(key), Bytes(text)));

    public static DoorReading ReadZalo(string body, bool zns = false) =>
        ZaloWebhook.Read(Bytes(body), Zalo.KnownOas, RuleSet.First, Now, default, zns) ?? throw new InvalidOperationException("not an object");

    public static DoorReading ReadFacebook(string body) =>
        FacebookWebhook.Read(Bytes(body), Facebook.BotAppIds, RuleSet.First, Now, default) ?? throw new InvalidOperationException("not an object");

    public static PlatformEvent One(DoorReading reading)
    {
        Assert.Empty(reading.Unusable);
        return Assert.Single(reading.Events);
    }

    public static string WhyUnusable(DoorReading reading)
    {
        Assert.Empty(reading.Events);
        return Assert.Single(reading.Unusable).Reason;
    }

    /// <summary>Wrong types everywhere, none of them broken JSON.</summary>
    public static readonly string[] HostileValues =
    [
        "null", "true", "5", "-1", "1e400", "99999999999999999999999999999999999", "0.5", "\"\"", "\"x\"", "\"\\ud800\"", "\"a\\u0000b\"",
        "[]", "{}", "[[]]", "[null]", "[{}]", "{\"id\":{}}", "{\"id\":[]}", "{\"id\":null}", "{\"id\":-3}", "{\"\\ud800\":1}",
        new string('[', 200) + new string(']', 200),
        string.Concat(Enumerable.Repeat("{\"id\":", 200)) + "1" + new string('}', 200),
        "\"" + new string('9', 5_000) + "\"",
    ];
}
