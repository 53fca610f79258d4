using System.Globalization;
using System.Text.Json;
using Command.Data;
using Command.Ingest;
using Command.Messages;
using Command.People;
using Command.Rollups;
using Command.Tests.Live;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Messages;

/// <summary>An invented city with two wards, each with one page, and the people who work there.</summary>
internal static class Ward
{
    /// <summary>Monday, 2 March 2026, 09:00 in Vietnam.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    public static readonly string World = JsonSerializer.Serialize(new
    {
        units = new object[]
        {
            new { key = "city", code = "01", name = "Công an thành phố Sông Thương", kind = "city" },
            new { key = "ward-0", code = "001", name = "Công an phường Bến Sông", kind = "ward", parent = "city" },
            new { key = "ward-1", code = "002", name = "Công an phường Gò Đình", kind = "ward", parent = "city" },
        },
        pages = Enumerable.Range(0, 2).Select(i => new { key = $"page-{i}", unit = $"ward-{i}", platform = "zalo", externalId = $"oa-{i}", name = $"Trang {i}", from = "2020-01-01" }),
    });

    public static Task<TestApp> StartAsync(TimeProvider clock, params string[] args) => TestApp.StartAsync(clock, world: World, args: args);

    public static async Task<int> UnitAsync(this TestApp app, string key) => (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find(key)!.Id;

    /// <param name="unit">Null: the whole tree.</param>
    public static async Task<Asker> AskerAsync(this TestApp app, Role role, string? unit = "ward-0", int person = 1) =>
        new(role, unit is null ? null : await app.UnitAsync(unit), person, string.Create(CultureInfo.InvariantCulture, $"canbo{person}"));

    /// <summary>A resident writes; the words are sealed as the doors seal them.</summary>
    public static Task WriteAsync(this TestApp app, string id, DateTimeOffset at, int page = 0, int person = 0, string text = "Cho tôi hỏi", MessageKind? proposed = null, params SentFile[] files)
    {
        var protection = app.Get<ResidentsProtection>();
        var e = Happenings.Event(EventKind.Message, at, page, person, id, proposed ?? RuleSet.First.Propose(new MessageContent(text)).Kind);
        return app.AppendAsync(e with
        {
            Words = protection.CreateProtector(ProtectionPurpose.Words).Protect(new SentWords(text, files).Write()),
            Resident = new SealedResident($"resident-{person}", protection.CreateProtector(ProtectionPurpose.ResidentIds)),
        });
    }

    public static Task ReplyAsync(this TestApp app, string id, DateTimeOffset at, int page = 0, int person = 0) =>
        app.AppendAsync(Happenings.Event(EventKind.Reply, at, page, person, id));

    public static async Task<long> ConversationAsync(this TestApp app)
    {
        await using var db = await app.OpenAsync();
        return await db.Conversations.Select(c => c.Id).SingleAsync();
    }

    public static async Task<Conversation> StateAsync(this TestApp app, long id)
    {
        await using var db = await app.OpenAsync();
        return await db.Conversations.AsNoTracking().SingleAsync(c => c.Id == id);
    }

    public static async Task<int> VersionAsync(this TestApp app, long id)
    {
        await using var db = await app.OpenAsync();
        return await db.Handlings.Where(h => h.ConversationId == id).Select(h => h.Version).SingleOrDefaultAsync();
    }

    public static async Task<long> CountAsync(this TestApp app, Metric metric)
    {
        await using var db = await app.OpenAsync();
        return await db.RollupDays.Where(r => r.Metric == metric.Id).SumAsync(r => r.Count);
    }

    public static async Task<List<string>> SumsAsync(this TestApp app)
    {
        await using var db = await app.OpenAsync();
        var hours = await db.RollupHours.AsNoTracking().Where(r => r.Count != 0 || r.Sum != 0).ToListAsync();
        return [.. hours.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.PageId} {r.SlotUtc:O} {Metric.Of(r.Metric).Name} {r.Bucket} {r.Count} {r.Sum}")).Order(StringComparer.Ordinal)];
    }

    public static async Task<List<string>> AuditedAsync(this TestApp app, string action)
    {
        await using var db = await app.OpenAsync();
        return await db.AuditRecords.Where(r => r.Action == action).OrderBy(r => r.Number).Select(r => r.Actor + " " + r.Subject).ToListAsync();
    }

    public static Task<IReadOnlyList<Drift>> DriftAsync(this TestApp app) =>
        app.Get<Rebuild>().VerifyAsync(LocalTime.DayOf(Monday).AddDays(-5), LocalTime.DayOf(Monday).AddDays(60), CancellationToken.None);
}
