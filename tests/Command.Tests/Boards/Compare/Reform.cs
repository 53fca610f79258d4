using Command.Data;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Boards.Compare;

/// <summary>Two districts with a reform on 2026-02-01: Sen passes wholly into Sen Hồng, Mai by known shares, Đào by unknown ones; figures by the day around it.</summary>
internal static class Reform
{
    public const string World = """
        {
          "units": [
            {"key": "city", "code": "79", "name": "Công an thành phố", "kind": "city"},
            {"key": "north", "code": "1", "name": "Công an quận Bắc", "kind": "district", "parent": "city", "to": "2026-01-31"},
            {"key": "sen", "code": "11", "name": "Công an phường Sen", "kind": "ward", "parent": "north", "peerGroup": "wards", "to": "2026-01-31"},
            {"key": "mai", "code": "12", "name": "Công an phường Mai", "kind": "ward", "parent": "north", "peerGroup": "wards", "to": "2026-01-31"},
            {"key": "dao", "code": "13", "name": "Công an phường Đào", "kind": "ward", "parent": "north", "peerGroup": "wards", "to": "2026-01-31"},
            {"key": "tre", "code": "14", "name": "Công an phường Tre", "kind": "ward", "parent": "north", "peerGroup": "wards"},
            {"key": "sen-hong", "code": "21", "name": "Công an phường Sen Hồng", "kind": "ward", "parent": "city", "peerGroup": "wards", "from": "2026-02-01"},
            {"key": "mai-vang", "code": "22", "name": "Công an phường Mai Vàng", "kind": "ward", "parent": "city", "peerGroup": "wards", "from": "2026-02-01"},
            {"key": "lan", "code": "31", "name": "Công an phường Lan", "kind": "ward", "parent": "city", "peerGroup": "others"}
          ],
          "successions": [
            {"from": "sen", "to": "sen-hong", "on": "2026-02-01", "share": 1},
            {"from": "mai", "to": "sen-hong", "on": "2026-02-01", "share": 0.25},
            {"from": "mai", "to": "mai-vang", "on": "2026-02-01", "share": 0.75},
            {"from": "dao", "to": "sen-hong", "on": "2026-02-01"},
            {"from": "dao", "to": "mai-vang", "on": "2026-02-01"}
          ],
          "pages": [
            {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "1", "name": "Sen", "from": "2020-01-01", "to": "2026-01-31"},
            {"key": "sen-zalo", "unit": "sen-hong", "platform": "zalo", "externalId": "1", "name": "Sen", "from": "2026-02-01"},
            {"key": "mai-zalo", "unit": "mai", "platform": "zalo", "externalId": "2", "name": "Mai", "from": "2020-01-01", "to": "2026-01-31"},
            {"key": "mai-zalo", "unit": "mai-vang", "platform": "zalo", "externalId": "2", "name": "Mai", "from": "2026-02-01"},
            {"key": "dao-zalo", "unit": "dao", "platform": "zalo", "externalId": "3", "name": "Đào", "from": "2020-01-01", "to": "2026-01-31"},
            {"key": "tre-zalo", "unit": "tre", "platform": "zalo", "externalId": "4", "name": "Tre", "from": "2020-01-01"},
            {"key": "lan-zalo", "unit": "lan", "platform": "zalo", "externalId": "5", "name": "Lan", "from": "2020-01-01"}
          ]
        }
        """;

    /// <summary>Messages per day and page, from 2026-01-18 to 2026-02-14; the tip-offs are a tenth of them.</summary>
    public static readonly IReadOnlyDictionary<string, int> Daily = new Dictionary<string, int> { ["sen"] = 10, ["mai"] = 40, ["dao"] = 7, ["tre"] = 20, ["lan"] = 5 };

    public static readonly DateOnly First = new(2026, 1, 18);

    public static readonly DateOnly Last = new(2026, 2, 14);

    public const string Period = "2026-01-18..2026-02-14";

    public static async Task<TestApp> StartAsync()
    {
        var app = await TestApp.StartAsync(new HandClock(new DateTimeOffset(2026, 2, 15, 9, 0, 0, TimeSpan.FromHours(7))), world: World);
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        await using var db = await app.OpenAsync();
        for (var day = First; day <= Last; day = day.AddDays(1))
        {
            foreach (var (unit, count) in Daily)
            {
                var page = tree.FindPage(unit + "-zalo")!.Id;
                if (tree.OwnerOn(page, day) is not { } owner || (unit == "dao" && day.Month == 2))
                    continue;
                var spread = count + (day.DayNumber % 7 - 3) * (count / 5);
                db.Add(new RollupDay { PageId = page, Day = day, Metric = Metric.Messages.Id, Count = count, Sum = count });
                db.Add(new RollupDay { PageId = page, Day = day, Metric = Metric.Replies.Id, Count = spread, Sum = spread });
                db.Add(new TipoffDay { Day = day, UnitId = owner, Category = TipoffCategory.Theft, Standing = TipoffStanding.Valuable, Count = Math.Max(1, count / 10) });
                db.Add(new TipoffDay { Day = day, UnitId = owner, Category = TipoffCategory.Theft, Standing = TipoffStanding.False, Count = 2 });
            }
        }

        await db.SaveChangesAsync();
        return app;
    }

    public static async Task ForgetFollowersAsync(TestApp app, string unit)
    {
        var page = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).FindPage(unit + "-zalo")!.Id;
        await using var db = await app.OpenAsync();
        await db.Readings.Where(r => r.PageId == page && r.Metric == Metric.Followers.Id).ExecuteDeleteAsync();
    }

    /// <summary>
    /// Beside the counts: followers on 2026-01-20 and 2026-02-10, views over weeks from Wednesday to Tuesday, posts that only
    /// the platform tells of Tre, and first replies on one day before the reform.
    /// </summary>
    public static async Task AddReadingsAsync(TestApp app)
    {
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        await using var db = await app.OpenAsync();
        foreach (var (unit, before, after) in new[] { ("sen", 1000, 1200), ("mai", 400, 480), ("dao", 70, 70), ("tre", 500, 505) })
        {
            Level(unit, new(2026, 1, 20), before);
            Level(unit, new(2026, 2, 10), after);
        }

        Told("sen", Metric.Views, new(2026, 1, 14), 900);
        Told("sen", Metric.Views, new(2026, 1, 21), 100);
        Told("sen", Metric.Views, new(2026, 1, 28), 50);
        Told("sen", Metric.Views, new(2026, 2, 4), 70);
        Told("mai", Metric.Views, new(2026, 1, 21), 40);
        Told("mai", Metric.Views, new(2026, 1, 28), 200);
        Told("tre", Metric.Posts, new(2026, 1, 21), 7);
        Told("lan", Metric.Posts, new(2026, 1, 21), 9);
        var day = new DateOnly(2026, 1, 20);
        db.Add(new RollupDay { PageId = Page("lan"), Day = day, Metric = Metric.Posts.Id, Count = 2, Sum = 2 });
        db.Add(new RollupDay { PageId = Page("sen"), Day = day, Metric = Metric.FirstReply.Id, Bucket = 40, Count = 3, Sum = 120 });
        db.Add(new RollupDay { PageId = Page("mai"), Day = day, Metric = Metric.FirstReply.Id, Bucket = 70, Count = 8, Sum = 6000 });
        db.Add(new RollupDay { PageId = Page("tre"), Day = day, Metric = Metric.FirstReply.Id, Bucket = 60, Count = 4, Sum = 1200 });
        await db.SaveChangesAsync();

        int Page(string unit) => tree.FindPage(unit + "-zalo")!.Id;

        void Level(string unit, DateOnly on, double value) =>
            db.Add(new Reading { PageId = Page(unit), Metric = Metric.Followers.Id, At = LocalTime.StartOf(on).AddHours(8), Value = value, Source = ReadingSource.Api });

        void Told(string unit, Metric metric, DateOnly from, double value) =>
            db.Add(new Reading { PageId = Page(unit), Metric = metric.Id, FromDay = from, ToDay = from.AddDays(6), Value = value, Source = ReadingSource.Api });
    }
}
