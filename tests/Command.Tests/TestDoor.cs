using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Command.Ingest;

namespace Command.Tests;

/// <summary>Stands in for the platforms, which no test can reach: writes and signs what they would send.</summary>
public static class TestDoor
{
    public const string AppId = "3604";
    public const string OaSecret = "test-oa-secret";
    public const string FacebookSecret = "test-facebook-secret";

    public static Channels Channels(params string[] oas) => new(
        new ZaloChannel(AppId, oas.ToDictionary(oa => oa, _ => OaSecret), oas),
        new FacebookChannel(FacebookSecret, "test-verify", []));

    public static string ZaloText(string oa, string person, string id, DateTimeOffset at, string text = "Cho tôi hỏi") => Zalo(new
    {
        app_id = AppId,
        sender = new { id = person },
        recipient = new { id = oa },
        event_name = "user_send_text",
        message = new { text, msg_id = id },
        timestamp = Milliseconds(at),
    });

    public static string ZaloReply(string oa, string person, string id, DateTimeOffset at, bool byPerson = true) => Zalo(new
    {
        app_id = AppId,
        sender = byPerson ? new { id = oa, admin_id = "77" } : (object)new { id = oa },
        recipient = new { id = person },
        event_name = "oa_send_text",
        message = new { text = "Chào bạn", msg_id = id },
        timestamp = Milliseconds(at),
    });

    public static string ZaloFollow(string oa, string person, DateTimeOffset at) => Zalo(new
    {
        app_id = AppId,
        oa_id = oa,
        follower = new { id = person },
        event_name = "follow",
        source = "testing_click",
        timestamp = Milliseconds(at),
    });

    public static Task<HttpResponseMessage> PostZaloAsync(this HttpClient http, string body, string secret = OaSecret)
    {
        using var json = JsonDocument.Parse(body);
        var timestamp = json.RootElement.GetProperty("timestamp").ToString();
        var mac = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AppId + body + timestamp + secret)));
        var request = new HttpRequestMessage(HttpMethod.Post, "/ingest/zalo") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-ZEvent-Signature", "mac=" + mac);
        return http.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PostFacebookAsync(this HttpClient http, string body)
    {
        var mac = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(FacebookSecret), Encoding.UTF8.GetBytes(body)));
        var request = new HttpRequestMessage(HttpMethod.Post, "/ingest/facebook") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + mac);
        return http.SendAsync(request);
    }

    private static string Zalo(object body) => JsonSerializer.Serialize(body);

    private static string Milliseconds(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
