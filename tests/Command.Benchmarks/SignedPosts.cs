using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Command.Benchmarks;

/// <summary>
/// An invented district of 18 pages whose 50,000 residents write messages; each as the bytes of one HTTP request,
/// signed as Zalo signs.
/// </summary>
internal static class SignedPosts
{
    public const string AppId = "3604999999999999999";
    public const int Pages = 18;

    /// <summary>Who looks at the boards of all pages.</summary>
    public const string Commander = "commander";

    public const string CommanderPassword = "a sentence only for benchmarks";

    private const string OaSecret = "benchmark-oa-secret";
    private const int Residents = 50_000;

    private static readonly string[] words =
        ("công an phường cho tôi hỏi về thủ tục đăng ký tạm trú làm căn cước xin chào anh chị cán bộ trực hôm nay khu phố ba " +
        "có tiếng ồn rất lớn sau mười giờ đêm nhờ kiểm tra giúp gia đình em cảm ơn nhiều hồ sơ đã nộp tuần trước chưa thấy trả lời").Split(' ');

    public static string Oa(int page) => (4_000_000_000_000_000_000 + page).ToString(CultureInfo.InvariantCulture);

    /// <summary>Registers the pages and their keys with the product, as an administrator would.</summary>
    public static string World() => JsonSerializer.Serialize(new
    {
        units = Enumerable.Range(0, Pages)
            .Select(i => new { key = "ward-" + i, code = "9" + i.ToString("0000", CultureInfo.InvariantCulture), name = "Phường thử " + i, kind = "ward", parent = (string?)"district" })
            .Prepend(new { key = "district", code = "900", name = "Quận thử", kind = "district", parent = (string?)null }),
        pages = Enumerable.Range(0, Pages).Select(i => new { key = "page-" + i, unit = "ward-" + i, platform = "zalo", externalId = Oa(i), name = "Công an phường thử " + i, from = "2020-01-01" }),
        users = new[] { new { name = Commander, password = CommanderPassword, role = "commander", unit = "district" } },
        channels = new { zalo = new { appId = AppId, oaSecretKeys = Enumerable.Range(0, Pages).ToDictionary(Oa, _ => OaSecret) } },
    });

    public static Ingest.ZaloChannel Channel() => new(AppId, Enumerable.Range(0, Pages).ToDictionary(Oa, _ => OaSecret), []);

    /// <param name="run">Two runs never share a message id.</param>
    /// <param name="first">The instant of the first message.</param>
    /// <param name="characters">Length of the text; 0: that of an ordinary message.</param>
    /// <param name="millisecondsApart">From one message to the next.</param>
    public static IEnumerable<byte[]> Endless(int run, DateTimeOffset first, int characters = 0, int millisecondsApart = 1)
    {
        var chance = new Random(run);
        var giant = new string('a', characters);
        for (var i = 0; ; i++)
        {
            var text = characters > 0 ? giant : string.Join(' ', chance.GetItems(words, 10 + chance.Next(35)));
            yield return Request($"{run}.{i}", chance.Next(Residents), first.ToUnixTimeMilliseconds() + (long)i * millisecondsApart, text);
        }
    }

    /// <summary>The body of a request that <see cref="Endless"/> made.</summary>
    public static ReadOnlyMemory<byte> BodyOf(byte[] request) => request.AsMemory(request.AsSpan().IndexOf("\r\n\r\n"u8) + 4);

    private static byte[] Request(string messageId, int resident, long at, string text)
    {
        // A resident writes to the page of the ward he lives in.
        var body = $$"""{"app_id":"{{AppId}}","sender":{"id":"{{7_000_000_000_000_000_000 + resident}}"},"user_id_by_app":"{{5_000_000_000_000_000_000 + resident}}","recipient":{"id":"{{Oa(resident % Pages)}}"},"event_name":"user_send_text","message":{"text":"{{text}}","msg_id":"{{messageId}}"},"timestamp":"{{at}}"}""";
        var mac = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{AppId}{body}{at}{OaSecret}")));
        return Encoding.UTF8.GetBytes(
            $"POST /ingest/zalo HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-ZEvent-Signature: mac={mac}\r\n" +
            $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }
}
