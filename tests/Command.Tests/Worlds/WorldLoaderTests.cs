using System.Text.Json.Nodes;
using Command.Data;
using Command.Rollups;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Worlds;

public sealed class WorldLoaderTests : IAsyncLifetime
{
    private readonly WorldFixture fixture = new();

    public Task InitializeAsync() => fixture.InitializeAsync();

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_world_stands_in_the_database_as_it_was_written()
    {
        Assert.Empty((await fixture.Registry.TreeAsync(CancellationToken.None)).Units);

        await fixture.LoadAsync(WorldFixture.Valid());

        var tree = await fixture.Registry.TreeAsync(CancellationToken.None);
        var day = new DateOnly(2024, 1, 1);
        var (city, ward, closed) = (tree.Find("thanh-pho")!.Id, tree.Find("sen")!.Id, tree.Find("mai")!.Id);
        Assert.Equal([ward, closed], tree.ChildrenOn(city, day));
        Assert.Equal((UnitKind.Ward, "001", "wards"), (tree.VersionOn(ward, day)!.Kind, tree.VersionOn(ward, day)!.Code, tree.VersionOn(ward, day)!.PeerGroup));
        Assert.Null(tree.VersionOn(closed, new DateOnly(2025, 7, 1)));
        Assert.Equal(ward, tree.OwnerOn(tree.FindPage("sen-zalo")!.Id, day));
        await using var db = fixture.Database.CreateDbContext();
        Assert.Equal(1000, (await db.UnitResidents.SingleAsync()).Count);
        Assert.Equal((closed, ward, 1d), await db.Successions.Select(s => new ValueTuple<int, int, double>(s.FromUnitId, s.ToUnitId, s.Share!.Value)).SingleAsync());
        var declared = await db.Readings.SingleAsync(r => r.UnitId == ward);
        Assert.Equal((9d, Precision.About, "Báo cáo", ReadingSource.Declared), (declared.Value, declared.Precision, declared.Document, declared.Source));
        var person = await db.Users.SingleAsync();
        Assert.Equal(("an", "AN", Role.Chief, ward), (person.UserName, person.NormalizedUserName, person.Role, person.UnitId));
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<Person>().VerifyHashedPassword(person, person.PasswordHash!, "only for tests"));
        var tipoff = await db.Tipoffs.SingleAsync();
        Assert.Equal(("TB-2026-000001", ward, TipoffCategory.Theft, TipoffState.Received), (tipoff.Number, tipoff.CreditedUnitId, tipoff.Category, tipoff.State));
    }

    [Fact]
    public async Task Loading_twice_changes_nothing_however_late()
    {
        var world = WorldFixture.Valid();
        world.Remove("channels");
        var file = fixture.Write(world.ToJsonString());
        await fixture.LoadAsync(file, WorldFixture.DemoFile);
        var before = await Everything();

        fixture.Time.Now = fixture.Time.Now.AddDays(3).AddMinutes(7);
        await fixture.LoadAsync(WorldFixture.DemoFile, file);

        Assert.Equal(before, await Everything());
        Assert.Contains("0 rows were missing", fixture.Log[^1]);
    }

    [Fact]
    public async Task Relative_times_count_from_the_first_load()
    {
        var world = WorldFixture.Valid();
        world["readings"]!.AsArray().Add(JsonNode.Parse("""{"page": "sen-zalo", "metric": "views", "from": "-7d", "to": "-1d", "value": 5, "source": "api"}"""));
        world["readings"]!.AsArray().Add(JsonNode.Parse("""{"page": "sen-zalo", "metric": "followers", "at": "2026-01-01T07:00", "value": 5, "source": "api"}"""));
        await fixture.LoadAsync(world);
        fixture.Time.Now = fixture.Time.Now.AddDays(5);
        world["readings"]!.AsArray().Add(JsonNode.Parse("""{"page": "sen-zalo", "metric": "followers", "at": "-30m", "value": 12, "source": "api"}"""));
        await fixture.LoadAsync(world);

        await using var db = fixture.Database.CreateDbContext();
        var followers = await db.Readings.Where(r => r.Metric == Metric.Followers.Id).OrderBy(r => r.At).Select(r => r.At).ToListAsync();
        Assert.Equal(
            ["2026-01-01T00:00:00.000Z", "2026-02-24T05:00:00.123Z", "2026-03-10T04:30:00.123Z"],
            followers.Select(at => at!.Value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null)));
        var views = await db.Readings.SingleAsync(r => r.Metric == Metric.Views.Id);
        Assert.Equal((new DateOnly(2026, 3, 3), new DateOnly(2026, 3, 9)), (views.FromDay!.Value, views.ToDay!.Value));
    }

    [Fact]
    public async Task What_people_changed_is_not_overwritten()
    {
        await fixture.LoadAsync(WorldFixture.Valid());
        await using (var db = fixture.Database.CreateDbContext())
        {
            (await db.UnitVersions.SingleAsync(v => v.Code == "001")).Name = "Tên mới";
            (await db.Pages.SingleAsync()).ExternalId = "corrected";
            (await db.UnitResidents.SingleAsync()).Count = 5;
            (await db.Readings.SingleAsync(r => r.PageId != null)).Value = 11;
            (await db.PageOwners.SingleAsync()).To = new DateOnly(2026, 1, 1);
            await db.SaveChangesAsync();
        }

        var changed = await Everything();
        var world = WorldFixture.Valid();
        world["channels"]!["zalo"]!["appId"] = "another";
        await fixture.LoadAsync(world);

        Assert.Equal(changed, await Everything());
        Assert.Equal("app", (await fixture.Secrets.ReadAsync(CancellationToken.None)).ZaloAppId);
        Assert.Contains("Warning: The secret zalo:app stands already with another value, which stays", fixture.Log);
    }

    [Fact]
    public async Task What_a_later_world_adds_is_added_to_what_stands()
    {
        await fixture.LoadAsync(WorldFixture.Valid());
        var later = JsonNode.Parse("""
            {
              "units": [
                {"key": "sen", "code": "001", "name": "Phường Sen Hồng", "kind": "ward", "parent": "thanh-pho", "from": "2026-01-01"},
                {"key": "to-1", "code": "1", "name": "Tổ 1", "kind": "team", "parent": "sen"}
              ],
              "pages": [{"key": "sen-zalo", "unit": "to-1", "platform": "zalo", "externalId": "77", "name": "Sen", "from": "2026-02-01"}],
              "readings": [{"page": "sen-zalo", "metric": "posts", "from": "2026-01-01", "to": "2026-01-31", "value": 3, "source": "api"}]
            }
            """)!.AsObject();
        await fixture.LoadAsync(later, "later.json");

        var tree = await fixture.Registry.TreeAsync(CancellationToken.None);
        Assert.Equal("Phường Sen Hồng", tree.NameOf(tree.Find("sen")!.Id, new DateOnly(2026, 1, 1)));
        var page = tree.FindPage("sen-zalo")!.Id;
        Assert.Equal(tree.Find("sen")!.Id, tree.OwnerOn(page, new DateOnly(2026, 1, 31)));
        Assert.Equal(tree.Find("to-1")!.Id, tree.OwnerOn(page, new DateOnly(2026, 2, 1)));
    }

    [Fact]
    public async Task A_page_that_sent_events_before_it_was_registered_is_claimed_with_them()
    {
        int pageId;
        await using (var db = fixture.Database.CreateDbContext())
        {
            var page = new Page { Platform = Platform.Zalo, ExternalId = "77" };
            db.Add(page);
            await db.SaveChangesAsync();
            pageId = page.Id;
        }

        await fixture.LoadAsync(WorldFixture.Valid());

        var tree = await fixture.Registry.TreeAsync(CancellationToken.None);
        Assert.Equal(pageId, tree.FindPage("sen-zalo")!.Id);
        Assert.Equal("Sen", tree.Pages[pageId].Name);
        Assert.Equal(tree.Find("sen")!.Id, tree.OwnerOn(pageId, new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public async Task A_page_that_people_registered_under_another_key_is_not_taken_from_them()
    {
        await using (var db = fixture.Database.CreateDbContext())
        {
            db.Add(new Page { Platform = Platform.Zalo, ExternalId = "77", Key = "theirs" });
            await db.SaveChangesAsync();
        }

        Assert.Equal(
            ["test.json: pages[0] 'sen-zalo': the field 'externalId' is '77', which is registered as the page 'theirs' already."],
            await fixture.ErrorsOf(WorldFixture.Valid()));
    }

    [Fact]
    public async Task Two_documents_may_declare_the_same_range_differently()
    {
        var world = WorldFixture.Valid();
        var other = world["readings"]![1]!.DeepClone();
        (other["value"], other["document"]) = (12, "Another paper");
        world["readings"]!.AsArray().Add(other);
        await fixture.LoadAsync(world);

        await using var db = fixture.Database.CreateDbContext();
        Assert.Equal(2, await db.Readings.CountAsync(r => r.UnitId != null));
    }

    [Fact]
    public async Task Secrets_are_stored_protected_and_read_back_in_clear()
    {
        await fixture.LoadAsync(WorldFixture.Valid());

        var channels = await fixture.Secrets.ReadAsync(CancellationToken.None);
        Assert.Equal(("app", "fb", "token"), (channels.ZaloAppId, channels.FacebookAppSecret, channels.FacebookVerifyToken));
        Assert.Equal("secret", channels.ZaloOaSecretKeys["77"]);
        Assert.Empty(channels.Unreadable);
        await using var db = fixture.Database.CreateDbContext();
        Assert.All(await db.Secrets.ToListAsync(), s => Assert.Equal(-1, s.Protected.AsSpan().IndexOf("secret"u8)));

        var otherKeys = new ChannelSecrets(fixture.Database, new EphemeralDataProtectionProvider());
        var unreadable = await otherKeys.ReadAsync(CancellationToken.None);
        Assert.Equal(["facebook:app", "facebook:verify", "zalo:app", "zalo:oa:77"], unreadable.Unreadable);
        Assert.Null(unreadable.ZaloAppId);
    }

    [Fact]
    public async Task The_demo_world_is_the_model_district_with_eighteen_pages()
    {
        await fixture.LoadAsync(WorldFixture.DemoFile);

        var tree = await fixture.Registry.TreeAsync(CancellationToken.None);
        var today = LocalTime.DayOf(fixture.Time.Now);
        var district = tree.Find("tan-phu")!.Id;
        Assert.Equal(18, tree.PagesUnder(district, today).Count);
        Assert.Equal(
            [(UnitKind.Ward, "wards", 11), (UnitKind.Team, "teams", 6)],
            tree.ChildrenOn(district, today).Select(u => tree.VersionOn(u, today)!).GroupBy(v => (v.Kind, v.PeerGroup)).Select(g => (g.Key.Kind, g.Key.PeerGroup!, g.Count())));
        Assert.Empty(tree.FaultsOn(today));
        var keys = await fixture.Secrets.ReadAsync(CancellationToken.None);
        Assert.Equal(tree.Pages.Values.Select(p => p.ExternalId).Order(), keys.ZaloOaSecretKeys.Keys.Order());
        await using var db = fixture.Database.CreateDbContext();
        Assert.Equal((500_000, 500_000), (await db.UnitResidents.Where(r => r.UnitId == district).SumAsync(r => r.Count), await db.UnitResidents.Where(r => r.UnitId != district).SumAsync(r => r.Count)));
        var followers = await db.Readings.Where(r => r.Metric == Metric.Followers.Id).ToListAsync();
        Assert.Equal(157_200, followers.GroupBy(r => r.PageId).Sum(page => page.MaxBy(r => r.At)!.Value));
    }

    private async Task<List<string>> Everything()
    {
        await using var db = fixture.Database.CreateDbContext();
        var rows = new List<object>();
        rows.AddRange(await db.Units.ToListAsync());
        rows.AddRange(await db.UnitVersions.ToListAsync());
        rows.AddRange(await db.UnitResidents.ToListAsync());
        rows.AddRange(await db.Successions.ToListAsync());
        rows.AddRange(await db.Pages.ToListAsync());
        rows.AddRange(await db.PageOwners.ToListAsync());
        rows.AddRange(await db.Readings.ToListAsync());
        rows.AddRange(await db.Secrets.ToListAsync());
        rows.AddRange(await db.WorldLoads.ToListAsync());
        return [.. rows.Select(r => $"{r.GetType().Name} {System.Text.Json.JsonSerializer.Serialize(r)}").Order(StringComparer.Ordinal)];
    }
}
