using System.Globalization;
using System.Text.Json;
using Command.Data;

namespace Command.Tests.Browser;

/// <summary>An invented district with as many wards as a test wants, each with one Zalo page.</summary>
public static class District
{
    public static readonly IReadOnlyList<string> Wards =
    [
        "Bến Sông", "Gò Đình", "Cầu Mây", "Vườn Trầu", "Xóm Lưới", "Đồng Dâu", "Chợ Nón", "Rạch Ông Bầu", "Lò Gốm Cũ", "Bãi Sậy",
    ];

    private static readonly TimeOnly afternoon = new(14, 40);

    public static string Oa(int ward) => (9001 + ward).ToString(CultureInfo.InvariantCulture);

    public static string World(params IReadOnlyList<string> wards) => JsonSerializer.Serialize(new
    {
        units = (object[])
        [
            new { key = "an-hoa", code = "760", name = "Công an quận An Hòa", kind = "district" },
            .. wards.Select((name, i) => new { key = $"ward-{i + 1}", code = $"{i + 1:00000}", name = $"Công an phường {name}", kind = "ward", parent = "an-hoa" }),
        ],
        pages = wards.Select((name, i) => new { key = $"ward-{i + 1}-zalo", unit = $"ward-{i + 1}", platform = "zalo", externalId = Oa(i), name, from = "2020-01-01" }),
        channels = new { zalo = new { appId = TestDoor.AppId, oaSecretKeys = wards.Select((_, i) => Oa(i)).ToDictionary(oa => oa, _ => TestDoor.OaSecret) } },
    });

    /// <summary>Two wards on an afternoon; nothing has happened yet.</summary>
    public static Task<TestApp> StartAsync(string? folder = null, params string[] args) =>
        TestApp.StartAsync(new ShiftedClock(afternoon), folder, World(Wards[0], Wards[1]), args);

    /// <summary>Ten wards with today, yesterday and the same weekdays of four weeks; the last ward's page is silent.</summary>
    public static async Task<TestApp> StartBusyAsync(params string[] args)
    {
        var app = await TestApp.StartAsync(new ShiftedClock(afternoon), world: World(Wards), args: args);
        var now = app.Now();
        var bodies = new[] { 0, 1, 2, 3, 7, 14, 21 }.SelectMany(ago => Day(LocalTime.StartOf(LocalTime.DayOf(now).AddDays(-ago)), now, ago));
        await Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (body, _) =>
        {
            using var answer = await app.Http.PostZaloAsync(body);
            answer.EnsureSuccessStatusCode();
        });
        return app;
    }

    public static DateTimeOffset Now(this TestApp app) => app.Get<TimeProvider>().GetUtcNow();

    /// <summary>A resident writes to a ward now.</summary>
    public static async Task WriteAsync(this TestApp app, string id, int ward = 0, string person = "p1", string text = "Cho tôi hỏi")
    {
        using var answer = await app.Http.PostZaloAsync(TestDoor.ZaloText(Oa(ward), person, id, app.Now(), text));
        answer.EnsureSuccessStatusCode();
    }

    private static IEnumerable<string> Day(DateTimeOffset midnight, DateTimeOffset now, int ago)
    {
        for (var ward = 0; ward < Wards.Count - 1; ward++)
        {
            for (var n = 0; n < 16 - ward; n++)
            {
                var at = midnight.AddMinutes(370 + 53 * n + 17 * ward + 11 * ago);
                if (at > now)
                    break;
                var id = $"{ago}-{ward}-{n}";
                yield return n % 6 == 5 ? TestDoor.ZaloFollow(Oa(ward), id, at)
                    : TestDoor.ZaloText(Oa(ward), id, id, at, n % 4 == 1 ? "Tôi báo tin có trộm" : "Cho tôi hỏi thủ tục cấp căn cước");
                if (n % 6 < 4 && at.AddMinutes(8 * (n + 1)) is var answered && answered < now)
                    yield return TestDoor.ZaloReply(Oa(ward), id, "r" + id, answered);
            }
        }
    }
}
