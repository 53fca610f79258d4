using Command.Data;
using Command.People;
using Command.Rollups;
using Command.Tests.Worlds;
using Command.Tipoffs;
using Command.Units;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Tipoffs;

/// <summary>A desk over a real file, the invented city of <see cref="Station"/> in it, and a clock that is set by hand.</summary>
public sealed class DeskFixture : IAsyncLifetime
{
    private const string World = """
        {
          "units": [
            {"key": "city", "code": "1", "name": "Thành phố", "kind": "city"},
            {"key": "north", "code": "1", "name": "Bắc", "kind": "district", "parent": "city"},
            {"key": "sen", "code": "1", "name": "Sen", "kind": "ward", "parent": "north", "peerGroup": "wards"},
            {"key": "mai", "code": "2", "name": "Mai", "kind": "ward", "parent": "north", "peerGroup": "wards"}
          ],
          "pages": [
            {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "2", "name": "Sen", "from": "2020-01-01"},
            {"key": "mai-facebook", "unit": "mai", "platform": "facebook", "externalId": "3", "name": "Mai", "from": "2020-01-01"}
          ]
        }
        """;

    private int entries;

    public WorldFixture Worlds { get; } = new();

    public EphemeralDataProtectionProvider Keys => Worlds.Keys;

    public TestDatabase Database => Worlds.Database;

    public WorldFixture.Clock Time => Worlds.Time;

    public ReplyTargetBook Targets => new(Database, Worlds.Registry, Worlds.Calendars, new ReplyTarget(TimeSpan.FromDays(1)), Time);

    public UnitTree Tree { get; private set; } = null!;

    public AuditLog Audit { get; private set; } = null!;

    public TipoffDesk Desk { get; private set; } = null!;

    public TipoffRebuild Rebuild { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Worlds.InitializeAsync();
        await Worlds.LoadAsync(Worlds.Write(World, "world.json"));
        Tree = await Worlds.Registry.TreeAsync(CancellationToken.None);
        Audit = new AuditLog(Database, new ProtectedKeys(Database, Keys), Time);
        Rebuild = new TipoffRebuild(Database);
        Desk = NewDesk(recheckShare: 0);
    }

    public Task DisposeAsync() => Worlds.DisposeAsync();

    /// <summary>From the first of March 2026 on the ward Sen stands under a new district, South.</summary>
    public async Task MoveSenAsync()
    {
        await Worlds.LoadAsync(Worlds.Write(
            """
            {
              "units": [
                {"key": "south", "code": "2", "name": "Nam", "kind": "district", "parent": "city"},
                {"key": "sen", "code": "1", "name": "Sen", "kind": "ward", "parent": "south", "peerGroup": "wards", "from": "2026-03-01"}
              ]
            }
            """,
            "moved.json"));
        Tree = await Worlds.Registry.TreeAsync(CancellationToken.None);
    }

    public TipoffDesk NewDesk(double recheckShare) => new(
        Database,
        Worlds.Registry,
        Worlds.Calendars,
        Audit,
        new TipoffVault(Keys),
        Settings(recheckShare),
        Lots(recheckShare),
        Time);

    public RecheckLots Lots(double recheckShare) => new(new ProtectedKeys(Database, Keys), Settings(recheckShare));

    public static TipoffSettings Settings(double recheckShare = 0) => new(recheckShare, TimeSpan.FromDays(90), 1_000, 5);

    public int Unit(string key) => Tree.Find(key)!.Id;

    public Asker Person(Role role, string? unit, int id, bool confirms = false) =>
        new(role, unit is null ? null : Unit(unit), id, $"person-{id}") { MayConfirm = confirms };

    public Asker Binh => Person(Role.Staff, "sen", 1);

    public Asker OfNorth => Person(Role.Chief, "north", 4, confirms: true);

    public NewTipoff Entry(string unit = "sen", string words = "Có người bán hàng giả", DateTimeOffset? at = null) =>
        new($"test:{Interlocked.Increment(ref entries)}", TipoffSource.Phone, Unit(unit), TipoffCategory.Fraud, at ?? Time.Now) { Words = words };

    public async Task<Tipoff> EnterAsync(NewTipoff? entry = null, Asker? asker = null)
    {
        var result = await Desk.EnterAsync(entry ?? Entry(), asker ?? Person(Role.Staff, "north", 90), CancellationToken.None);
        Assert.Null(result.Refusal);
        return result.Tipoff!;
    }

    public Task<TipoffResult> TryAsync(Tipoff seen, Step step, Asker asker) =>
        Desk.TakeStepAsync(seen.Number, seen.Version, step, asker, CancellationToken.None);

    public async Task<Tipoff> DoAsync(Tipoff seen, params (Asker Asker, Step Step)[] steps)
    {
        foreach (var (asker, step) in steps)
        {
            var result = await TryAsync(seen, step, asker);
            Assert.Null(result.Refusal);
            seen = result.Tipoff!;
        }

        return seen;
    }

    public async Task<IReadOnlyList<TipoffDrift>> DriftsAsync() =>
        await Rebuild.VerifyAsync(DateOnly.MinValue, DateOnly.MaxValue, CancellationToken.None);

    public async Task<IReadOnlyList<StandingCount>> CountsAsync()
    {
        await using var db = Database.CreateDbContext();
        var rows = await db.TipoffDays.AsNoTracking().Where(d => d.Count != 0).ToListAsync();
        return [.. rows.GroupBy(r => (r.Standing, r.Internally)).OrderBy(g => g.Key).Select(g => new StandingCount(g.Key.Standing, g.Key.Internally, g.Sum(r => r.Count)))];
    }
}
