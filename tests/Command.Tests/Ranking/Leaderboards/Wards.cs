using Command.Data;
using Command.People;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.Ranking.Leaderboards;

/// <summary>
/// The whole product with an invented district of six wards on 10 March 2026. Tip-offs take their way through the
/// workflow; replies are written as the counted days that the doors would have left.
/// </summary>
public sealed class Wards : IAsyncDisposable
{
    public const string Key = "key of the tests";

    private const string World = """
        {
          "units": [
            {"key": "city", "code": "79", "name": "Công an thành phố", "kind": "city"},
            {"key": "north", "code": "1", "name": "Công an quận Bắc", "kind": "district", "parent": "city"},
            {"key": "south", "code": "2", "name": "Công an quận Nam", "kind": "district", "parent": "city"},
            {"key": "sen", "code": "11", "name": "Phường Sen", "kind": "ward", "parent": "north", "peerGroup": "wards", "residents": [{"from": "2020-01-01", "count": 20000}]},
            {"key": "mai", "code": "12", "name": "Phường Mai", "kind": "ward", "parent": "north", "peerGroup": "wards", "residents": [{"from": "2020-01-01", "count": 20000}]},
            {"key": "cuc", "code": "13", "name": "Phường Cúc", "kind": "ward", "parent": "north", "peerGroup": "wards", "residents": [{"from": "2020-01-01", "count": 20000}]},
            {"key": "lan", "code": "14", "name": "Phường Lan", "kind": "ward", "parent": "north", "peerGroup": "wards", "residents": [{"from": "2020-01-01", "count": 20000}]},
            {"key": "dao", "code": "15", "name": "Phường Đào", "kind": "ward", "parent": "north", "peerGroup": "wards", "residents": [{"from": "2020-01-01", "count": 20000}]},
            {"key": "tre", "code": "16", "name": "Phường Tre", "kind": "ward", "parent": "south", "peerGroup": "wards"},
            {"key": "doi-1", "code": "D1", "name": "Đội Một", "kind": "team", "parent": "south", "peerGroup": "teams"},
            {"key": "school", "code": "S", "name": "Trường học", "kind": "partner", "parent": "north", "peerGroup": "wards"}
          ],
          "pages": [
            {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "1", "name": "Sen", "from": "2020-01-01"},
            {"key": "mai-zalo", "unit": "mai", "platform": "zalo", "externalId": "2", "name": "Mai", "from": "2020-01-01"},
            {"key": "cuc-zalo", "unit": "cuc", "platform": "zalo", "externalId": "3", "name": "Cúc", "from": "2020-01-01"},
            {"key": "lan-zalo", "unit": "lan", "platform": "zalo", "externalId": "4", "name": "Lan", "from": "2020-01-01"},
            {"key": "dao-zalo", "unit": "dao", "platform": "zalo", "externalId": "5", "name": "Đào", "from": "2020-01-01"},
            {"key": "dao-zalo", "unit": "tre", "platform": "zalo", "externalId": "5", "name": "Đào", "from": "2026-02-16"},
            {"key": "tre-zalo", "unit": "tre", "platform": "zalo", "externalId": "6", "name": "Tre", "from": "2020-01-01"}
          ],
          "channels": {"zalo": {"appId": "3604", "oaSecretKeys": {"1": "test-oa-secret"}}}
        }
        """;

    private int entered;

    private Wards(TestApp app, HandClock clock) => (App, Clock) = (app, clock);

    public TestApp App { get; }

    internal HandClock Clock { get; }

    public static async Task<Wards> StartAsync()
    {
        var clock = new HandClock(DateTimeOffset.Parse("2026-03-10T05:00:00Z", null));
        return new Wards(await TestApp.StartAsync(clock, world: World, args: [$"--Api:Keys:0={Key}", "--Leaderboards:KeptSeconds=0"]), clock);
    }

    /// <summary>Five wards of north with twelve decided tip-offs each, valuable 9, 7, 6, 5 and 3 of them; and one of Tre that waits.</summary>
    public static async Task<Wards> BusyAsync()
    {
        var wards = await StartAsync();
        foreach (var (unit, valuable) in new[] { ("sen", 9), ("mai", 7), ("cuc", 6), ("lan", 5), ("dao", 3) })
            await wards.ReceiveAsync(unit, valuable, 12 - valuable, 0);
        await wards.ReceiveAsync("tre", 0, 0, 1);
        return wards;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<int> IdAsync(string unit) => (await App.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find(unit)!.Id;

    /// <summary>Tip-offs of February, each entered, taken, assessed, and confirmed by the district.</summary>
    /// <returns>The last one.</returns>
    public async Task<Tipoff> ReceiveAsync(string unit, int valuable, int worthless, int pending)
    {
        Tipoff? last = null;
        for (var n = 0; n < valuable + worthless + pending; n++)
        {
            last = await EnterAsync(unit);
            if (n < valuable + worthless)
                last = await DecideAsync(last, n < valuable ? Verdict.Valuable : Verdict.NotValuable);
        }

        return last!;
    }

    public async Task<Tipoff> DecideAsync(Tipoff tipoff, Verdict verdict)
    {
        var staff = new Asker(Role.Staff, tipoff.CreditedUnitId, 2, "binh");
        var decided = await DoAsync(await DoAsync(tipoff, Step.Take, staff), Step.Assess(verdict, "đã xác minh"), staff);
        return verdict == Verdict.Valuable ? await DoAsync(decided, Step.Confirm(), await CommanderAsync()) : decided;
    }

    public async Task<Tipoff> DoAsync(Tipoff tipoff, Step step, Asker asker)
    {
        var result = await App.Get<TipoffDesk>().TakeStepAsync(tipoff.Number, tipoff.Version, step, asker, CancellationToken.None);
        Assert.Null(result.Refusal);
        return result.Tipoff!;
    }

    public async Task<Asker> CommanderAsync() => new(Role.Commander, await IdAsync("city"), 1, "khanh") { MayConfirm = true };

    /// <summary>Messages that fell due on a day, so many of them answered in time.</summary>
    public async Task ReplyAsync(string page, string day, long inTime, long all)
    {
        var pageId = (await App.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).FindPage(page)!.Id;
        await using var db = await App.OpenAsync();
        db.AddRange(
            new RollupDay { PageId = pageId, Metric = Metric.AnsweredInTime.Id, Day = DateOnly.Parse(day, null), Count = inTime, Sum = inTime },
            new RollupDay { PageId = pageId, Metric = Metric.FellDue.Id, Day = DateOnly.Parse(day, null), Count = all, Sum = all });
        await db.SaveChangesAsync();
        await db.CountChangeAsync(CancellationToken.None);
    }

    public async Task FollowAsync(string page, string at, double value, ReadingSource source = ReadingSource.Api)
    {
        var pageId = (await App.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).FindPage(page)!.Id;
        await using var db = await App.OpenAsync();
        db.Add(new Reading { PageId = pageId, Metric = Metric.Followers.Id, At = DateTimeOffset.Parse(at + "+07:00", null), Value = value, Source = source });
        await db.SaveChangesAsync();
        await db.CountChangeAsync(CancellationToken.None);
    }

    public Task<IReadOnlyList<Correction>> TrailAsync(LeaderboardView view, Asker? asker = null) =>
        App.Get<Corrections>().ReadAsync(asker ?? TestAskers.Everything, view, CancellationToken.None);

    public async Task<LeaderboardView> ReadAsync(string metric, string period = "2026-02", Asker? asker = null)
    {
        var (view, fault) = await App.Get<LeaderboardQuery>().ReadAsync(asker ?? TestAskers.Everything, "wards", period, metric, null, CancellationToken.None);
        Assert.Null(fault);
        return view!;
    }

    public async Task<SealRefusal?> SealAsync(string metric, Asker? asker, string period = "2026-02")
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Sealing>().SealAsync(asker, (await ReadAsync(metric, period)).Ask, CancellationToken.None);
    }

    private async Task<Tipoff> EnterAsync(string unit)
    {
        var at = DateTimeOffset.Parse("2026-02-10T08:00:00+07:00", null).AddMinutes(entered);
        var entry = new NewTipoff($"test:{entered++}", TipoffSource.Phone, await IdAsync(unit), TipoffCategory.Theft, at) { Words = "Có trộm" };
        var result = await App.Get<TipoffDesk>().EnterAsync(entry, await CommanderAsync() with { PersonId = 20, Name = "lan" }, CancellationToken.None);
        Assert.Null(result.Refusal);
        return result.Tipoff!;
    }
}
