using System.Net;
using System.Text.RegularExpressions;
using Command.Alerts;
using Command.Boards;
using Command.Data;
using Command.People;
using Command.Tipoffs;
using Command.Units;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.People;

/// <summary>Who gets in where, over real HTTP: every page and endpoint × every role × the own and another unit.</summary>
public sealed partial class AdmissionTests
{
    private const string World = """
        {
          "units": [
            {"key": "city", "code": "79", "name": "Công an thành phố", "kind": "city"},
            {"key": "north", "code": "1", "name": "Công an quận Bắc", "kind": "district", "parent": "city"},
            {"key": "south", "code": "2", "name": "Công an quận Nam", "kind": "district", "parent": "city"},
            {"key": "sen", "code": "11", "name": "Công an phường Sen", "kind": "ward", "parent": "north"},
            {"key": "mai", "code": "21", "name": "Công an phường Mai", "kind": "ward", "parent": "south"}
          ],
          "pages": [
            {"key": "sen-zalo", "unit": "sen", "platform": "zalo", "externalId": "9001", "name": "Trang Sen", "from": "2020-01-01"},
            {"key": "mai-zalo", "unit": "mai", "platform": "zalo", "externalId": "9002", "name": "Trang Mai", "from": "2020-01-01"}
          ],
          "channels": {"zalo": {"appId": "3604", "oaSecretKeys": {"9001": "test-oa-secret", "9002": "test-oa-secret"}}}
        }
        """;

    private static readonly Role[] roles = [Role.Administrator, Role.Commander, Role.Chief, Role.Staff, Role.Analyst];

    private static readonly Role[] singles = [Role.Administrator, Role.Commander, Role.Chief, Role.Staff];

    private static readonly Dictionary<string, Role[]> pages = new()
    {
        ["/"] = roles,
        ["/pages"] = roles,
        ["/messages"] = singles,
        ["/messages/closed"] = singles,
        ["/messages/rules"] = singles,
        ["/messages/{Id:long}"] = singles,
        ["/units/{Key}"] = roles,
        ["/tipoffs"] = roles,
        ["/tipoffs/new"] = singles,
        ["/tipoffs/confirm"] = singles,
        ["/tipoffs/{Number}"] = singles,
        ["/alerts"] = roles,
        ["/alerts/rules"] = [Role.Administrator],
        ["/leaderboards"] = roles,
        ["/leaderboards/weights"] = roles,
        ["/periods"] = roles,
        ["/compare"] = roles,
        ["/compare/parts"] = roles,
        ["/compare/csv"] = roles,
        ["/compare/xlsx"] = roles,
        ["/reviews"] = roles,
        ["/reviews/new"] = singles,
        ["/reviews/{Id:int}"] = roles,
        ["/me"] = roles,
        ["/walls"] = [Role.Administrator, Role.Commander],
        ["/people"] = [Role.Administrator],
        ["/keys"] = [Role.Administrator],
        ["/audit"] = [Role.Administrator],
        ["/settings/officers"] = [Role.Administrator, Role.Commander, Role.Chief],
        ["/settings/targets"] = [Role.Administrator],
        ["/settings/deadlines"] = [Role.Administrator],
        ["/settings/holidays"] = [Role.Administrator],
        ["/jobs"] = [Role.Administrator],
        ["/jobs/{Name}"] = [Role.Administrator],
    };

    private static readonly string[] files = ["/reviews/{id:int}/deck", "/reviews/{id:int}/workbook", "/tipoffs/{Number}/attachments", "/tipoffs/{Number}/attachments/{Id:long}"];

    private static readonly string[] anonymous =
        ["/first-run", "/health/live", "/health/ready", "/ingest/facebook", "/ingest/zalo", "/language", "/refused", "/sign-in", "/sign-out", "/wall", "/api/v1/totals", "/api/v1/leaderboard"];

    [Fact]
    public async Task Nothing_is_open_but_what_is_listed_here()
    {
        await using var app = await TestApp.StartAsync();
        var all = app.Get<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();
        var isOpen = all.ToLookup(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null, e => "/" + e.RoutePattern.RawText?.TrimStart('/'));

        Assert.Equal(anonymous.Order(), isOpen[true].Where(p => !IsFile(p)).Distinct().Order());
        Assert.Equal(pages.Keys.Concat(files).Order(), isOpen[false].Where(p => !IsFile(p) && !p.StartsWith("/openapi", StringComparison.Ordinal)).Distinct().Order());
    }

    [Fact]
    public async Task Each_role_enters_its_pages_and_nobody_enters_without_signing_in()
    {
        await using var app = await TestApp.StartAsync(world: World);
        using var nobody = app.Visit();
        await app.AddPersonAsync("somebody", Role.Staff, "sen");
        foreach (var path in pages.Keys.Append("/_blazor/negotiate").Append("/openapi/v1.json"))
            Assert.Contains((await nobody.GetAsync(Sample(path))).StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.Unauthorized });

        foreach (var role in roles)
        {
            var visitor = await app.SignInAsync(role, "sen");
            foreach (var (path, may) in pages)
            {
                using var answer = await visitor.GetAsync(Sample(path));
                Assert.Equal((role, path, may.Contains(role) ? "OK" : "/refused"), (role, path, answer.StatusCode == HttpStatusCode.OK ? "OK" : Path(answer)));
            }
        }

        using var refused = await (await app.SignInAsync(Role.Staff, "sen")).GetAsync("/refused");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Every_role_sees_its_own_subtree_on_the_board_and_in_the_totals_and_no_other()
    {
        await using var app = await TestApp.StartAsync(world: World);
        foreach (var role in roles)
        {
            var visitor = await app.SignInAsync(role, "north");
            foreach (var (scope, unit, isOwn) in new[] { ("unit=north", "north", true), ("unit=sen", "sen", true), ("page=sen-zalo", "sen", true), ("unit=south", "south", false), ("unit=mai", "mai", false), ("page=mai-zalo", "mai", false), ("unit=city", "city", false) })
            {
                using var board = await visitor.GetAsync("/?" + scope);
                Assert.Equal((role, scope, isOwn ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, scope, board.StatusCode));
                using var wall = await visitor.GetAsync("/?wall=1&" + scope);
                Assert.Equal((role, scope, isOwn ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, scope, wall.StatusCode));
                using var totals = await visitor.GetAsync($"/api/v1/totals?unit={unit}&from=2026-03-01&to=2026-03-02");
                Assert.Equal((role, unit, isOwn ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, unit, totals.StatusCode));
            }

            var board0 = await visitor.ReadAsync("/");
            Assert.Contains("Công an quận Bắc", board0, StringComparison.Ordinal);
            // With the space: the protected state of a page is letters without one.
            foreach (var foreign in new[] { " Mai", "Công an quận Nam", "unit=city", "unit=south" })
                Assert.DoesNotContain(foreign, board0 + await visitor.ReadAsync("/pages") + await visitor.ReadAsync("/?unit=south"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_role_reads_the_pages_of_its_own_units_and_is_refused_those_of_others()
    {
        await using var app = await TestApp.StartAsync(world: World);
        foreach (var role in roles)
        {
            var visitor = await app.SignInAsync(role, "north");
            foreach (var (unit, status) in new[] { ("north", HttpStatusCode.OK), ("sen", HttpStatusCode.OK), ("mai", HttpStatusCode.Forbidden), ("city", HttpStatusCode.Forbidden), ("nobody", HttpStatusCode.NotFound) })
            {
                using var answer = await visitor.GetAsync("/units/" + unit);
                Assert.Equal((role, unit, status), (role, unit, answer.StatusCode));
                var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
                Assert.Contains(status switch { HttpStatusCode.OK => "Theo tháng", HttpStatusCode.Forbidden => "không có quyền mở trang này", _ => "Không có đơn vị này" }, page, StringComparison.Ordinal);
                Assert.DoesNotContain(" Mai", page, StringComparison.Ordinal);
                Assert.Equal(status == HttpStatusCode.OK && singles.Contains(role), page.Contains("href=\"/messages?unit=", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task No_page_and_no_address_shows_anything_of_another_unit_to_any_role()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var now = app.Get<TimeProvider>().GetUtcNow();
        (await app.Http.PostZaloAsync(TestDoor.ZaloText("9002", "p2", "m2", now, "tin báo trộm"))).EnsureSuccessStatusCode();
        (await app.Http.PostZaloAsync(TestDoor.ZaloText("9001", "p1", "m1", now, "tin báo trộm"))).EnsureSuccessStatusCode();
        var (foreign, own) = (await EnterAsync(app, "mai"), await EnterAsync(app, "sen"));
        var (foreignTalk, ownTalk) = (await ConversationAsync(app, "9002"), await ConversationAsync(app, "9001"));
        string[] asked = ["", "?unit=mai", "?unit=south", "?unit=city", "?page=mai-zalo", "?credited=mai", "?units=mai,south,city", "?group=mai", "?edit=1", "?who=mai-chief"];
        string[] told = [" Mai", "Công an quận Nam", "mai-zalo", foreign, "mai-chief", $"hội thoại số: {foreignTalk}"];
        foreach (var role in roles)
        {
            var visitor = await app.SignInAsync(role, "north");
            foreach (var path in pages.Keys.Where(p => !p.Contains('{', StringComparison.Ordinal)).SelectMany(p => asked.Select(q => p + q)))
            {
                var page = await visitor.ReadAsync(path);
                // An address that was typed stands again in the links of its page: what it names is no news.
                foreach (var name in told.Where(name => !path.Contains(name, StringComparison.Ordinal)))
                    Assert.False(page.Contains(name, StringComparison.Ordinal), $"{role} read '{name}' on {path}.");
            }

            foreach (var path in new[] { $"/messages/{foreignTalk}", $"/tipoffs/{foreign}", $"/tipoffs/{foreign}/attachments/1", "/units/mai", "/api/v1/totals?unit=mai&from=2026-03-01&to=2026-03-02", "/compare/csv?unit=mai", "/compare/parts?unit=mai&period=2026", "/compare/parts?unit=mai&period=2026&of=group", "/compare/xlsx?unit=mai" })
            {
                var page = await visitor.ReadAsync(path);
                Assert.False(page.Contains("Trang Mai", StringComparison.Ordinal) || page.Contains("phường Mai", StringComparison.Ordinal), $"{role} read of Mai on {path}.");
            }

            Assert.Equal(singles.Contains(role), (await visitor.ReadAsync("/tipoffs")).Contains(own, StringComparison.Ordinal));
            Assert.Equal(singles.Contains(role), (await visitor.ReadAsync($"/tipoffs/{own}")).Contains("Công an phường Sen", StringComparison.Ordinal));
            Assert.Equal(singles.Contains(role), (await visitor.ReadAsync($"/messages/{ownTalk}")).Contains("Trang Sen", StringComparison.Ordinal));
            Assert.Equal(role == Role.Administrator, (await visitor.ReadAsync("/audit")).Contains("Administrator-north", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Commander)]
    [InlineData(Role.Chief)]
    [InlineData(Role.Staff)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Wall)]
    public async Task A_live_update_brings_what_a_page_would_and_nothing_of_another_unit(Role role)
    {
        await using var app = await TestApp.StartAsync(world: World);
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var asker = new Asker(role, tree.Find("north")!.Id, 1, "x");
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var board = app.Get<BoardQuery>().Subscribe(() => Told(told));
        (await app.Http.PostZaloAsync(TestDoor.ZaloText("9002", "p2", "m2", app.Get<TimeProvider>().GetUtcNow(), "tin báo trộm"))).EnsureSuccessStatusCode();
        await EnterAsync(app, "mai", Urgency.Urgent);
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await app.Get<AlertWatch>().LookAsync(CancellationToken.None, everything: true);

        var view = await app.Get<BoardQuery>().ViewAsync(asker, Scope.Whole, CancellationToken.None);
        Assert.All(view!.Tiles.Where(t => t.Of is null), t => Assert.Equal(0, t.Value ?? 0));
        Assert.Empty(view.Feed ?? []);
        Assert.Empty(await app.Get<AlertQuery>().OpenAsync(asker, CancellationToken.None));
        Assert.Empty((await app.Get<AlertQuery>().PastAsync(asker, new AlertFilter(UnitKey: "mai"), CancellationToken.None)).Lines);

        static Task Told(TaskCompletionSource told)
        {
            told.TrySetResult();
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData(Role.Administrator, true)]
    [InlineData(Role.Commander, true)]
    [InlineData(Role.Chief, true)]
    [InlineData(Role.Staff, true)]
    [InlineData(Role.Analyst, false)]
    [InlineData(Role.Wall, false)]
    public async Task Single_events_are_not_for_analysts_and_walls(Role role, bool sees)
    {
        await using var app = await TestApp.StartAsync(world: World);
        (await app.Http.PostZaloAsync(TestDoor.ZaloText("9001", "p1", "m1", app.Get<TimeProvider>().GetUtcNow()))).EnsureSuccessStatusCode();
        var sen = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find("sen")!.Id;

        var view = await app.Get<BoardQuery>().ViewAsync(new Asker(role, sen), Scope.Whole, CancellationToken.None);

        Assert.Equal(1, view!.Tiles.Single(t => t.Kind == TileKind.Messages).Value);
        Assert.Equal(sees, view.Feed is { Count: 1 });
        Assert.Null(await app.Get<BoardQuery>().ViewAsync(new Asker(role, sen), new Scope("mai", null), CancellationToken.None));
    }

    [Fact]
    public async Task An_API_key_made_on_the_page_reads_its_unit_until_it_is_revoked_and_is_stored_nowhere()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var administrator = await app.SignInAsync();
        using var made = await administrator.PostAsync("/keys", "make", ("Name", "report"), ("UnitId", await IdAsync(app, "north")));
        var key = Secret().Match(await made.Content.ReadAsStringAsync()).Groups[1].Value;

        Assert.Equal(HttpStatusCode.OK, await AskAsync("sen"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("mai"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync("city"));
        await using (var db = await app.OpenAsync())
        {
            Assert.Equal(Secrets.Hash(key), (await db.ApiKeys.SingleAsync()).KeyHash);
            Assert.DoesNotContain(await db.AuditRecords.ToListAsync(), l => $"{l.After}{l.Subject}".Contains(key, StringComparison.Ordinal));
        }

        await administrator.PostAsync("/keys", "revoke", ("Id", "1"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("sen"));

        async Task<HttpStatusCode> AskAsync(string unit)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/totals?unit={unit}&from=2026-03-01&to=2026-03-02");
            request.Headers.Add("X-Api-Key", key);
            using var answer = await app.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_wall_is_paired_by_a_commander_with_one_scope_and_sees_nothing_else_until_it_is_revoked()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var commander = await app.SignInAsync(Role.Commander, "north");
        using var wall = app.Visit();
        Assert.Equal("/wall", Path(await wall.GetAsync("/?wall=1")));
        var code = Code().Match(await wall.ReadAsync("/wall")).Groups[1].Value;
        Assert.Equal(code, Code().Match(await wall.ReadAsync("/wall")).Groups[1].Value);

        await commander.PostAsync("/walls", "pair", ("Code", code), ("Name", "Phòng trực ban"), ("UnitId", await IdAsync(app, "south")));
        Assert.Equal(HttpStatusCode.OK, (await wall.GetAsync("/wall")).StatusCode);
        await commander.PostAsync("/walls", "pair", ("Code", code.ToLowerInvariant()), ("Name", "Phòng trực ban"), ("UnitId", await IdAsync(app, "sen")));

        Assert.Equal("/?wall=1", Path(await wall.GetAsync("/wall")));
        Assert.Contains("Công an phường Sen", await wall.ReadAsync("/?wall=1"), StringComparison.Ordinal);
        Assert.Equal("/?wall=1", Path(await wall.GetAsync("/")));
        Assert.Equal(HttpStatusCode.Forbidden, (await wall.GetAsync("/?wall=1&unit=north")).StatusCode);
        foreach (var path in pages.Keys.Where(p => p != "/"))
            Assert.Equal("/refused", Path(await wall.GetAsync(Sample(path))));

        await commander.PostAsync("/walls", "revoke", ("Id", "1"));
        Assert.Equal("/wall", Path(await wall.GetAsync("/?wall=1")));
        await using var db = await app.OpenAsync();
        Assert.Equal(["wall.paired", "wall.revoked"], (await db.AuditRecords.Where(l => l.Action.StartsWith("wall")).OrderBy(l => l.Number).ToListAsync()).Select(l => l.Action));
    }

    [Fact]
    public async Task A_code_for_a_wall_expires()
    {
        var clock = new HandClock(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(clock, world: World);
        var commander = await app.SignInAsync(Role.Commander, "north");
        using var wall = app.Visit();
        var code = Code().Match(await wall.ReadAsync("/wall")).Groups[1].Value;

        clock.Now += TimeSpan.FromMinutes(11);
        await commander.PostAsync("/walls", "pair", ("Code", code), ("Name", "Phòng trực ban"), ("UnitId", await IdAsync(app, "sen")));

        await using var db = await app.OpenAsync();
        Assert.False(await db.WallDevices.AnyAsync(w => w.PairedAt != null));
    }

    [Fact]
    public async Task Nobody_bears_a_name_that_the_log_could_take_for_anothers()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync();
        foreach (var name in new[] { "system", "SYSTEM", "?", "lan\u200B", "l\u202Ean", "lan  anh", "lan\u00A0anh", "la\u0007n" })
        {
            using var refused = await administrator.PostAsync("/people", "add", ("UserName", name), ("DisplayName", "Lan"), ("Role", "Analyst"), ("UnitId", ""));
            Assert.Contains("Tên đăng nhập chỉ gồm chữ, số và dấu nhìn thấy được", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        await administrator.PostAsync("/people", "add", ("UserName", "Nguyễn Thị Lan-2"), ("DisplayName", "Lan"), ("Role", "Analyst"), ("UnitId", ""));
        await using var db = await app.OpenAsync();
        Assert.Equal(["Administrator-all", "Nguyễn Thị Lan-2"], (await db.Users.Select(p => p.UserName!).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_administrator_of_a_district_rules_only_there_and_cannot_raise_anybody_above_it()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var foreign = await app.AddPersonAsync("mai-chief", Role.Chief, "mai");
        var own = await app.AddPersonAsync("sen-staff", Role.Staff, "sen");
        var north = await app.SignInAsync(Role.Administrator, "north");

        Assert.DoesNotContain("mai-chief", await north.ReadAsync("/people"), StringComparison.Ordinal);
        using var hidden = await north.PostAsync($"/people?edit={foreign}", "act", ("Act", "lock"));
        Assert.Equal(HttpStatusCode.BadRequest, hidden.StatusCode);
        await north.PostAsync($"/people?edit={own}", "change", ("DisplayName", "Lan"), ("Role", "Administrator"), ("UnitId", ""));
        await north.PostAsync($"/people?edit={own}", "change", ("DisplayName", "Lan"), ("Role", "Chief"), ("UnitId", await IdAsync(app, "mai")));
        await north.PostAsync("/people", "add", ("UserName", "evil"), ("DisplayName", "x"), ("Role", "Wall"), ("UnitId", await IdAsync(app, "sen")));
        await using var db = await app.OpenAsync();
        Assert.Equal((Role.Staff, 3), await db.Users.Where(p => p.Id == own).Select(p => ValueTuple.Create(p.Role, db.Users.Count())).SingleAsync());

        await north.PostAsync($"/people?edit={own}", "change", ("DisplayName", "Lan"), ("Role", "Chief"), ("UnitId", await IdAsync(app, "sen")), ("MayConfirm", "1"));

        var line = await db.AuditRecords.OrderByDescending(l => l.Number).FirstAsync();
        Assert.Equal(("Administrator-north", "person.changed", "sen-staff"), (line.Actor, line.Action, line.Subject));
        Assert.Contains("\"Role\":\"Staff\"", line.Before, StringComparison.Ordinal);
        Assert.Contains("\"Role\":\"Chief\"", line.After, StringComparison.Ordinal);
        Assert.Null((await app.Get<AuditLog>().VerifyAsync(null, CancellationToken.None)).Fault);
    }

    [Fact]
    public async Task Changed_rights_and_a_locked_account_end_what_was_open()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var administrator = await app.SignInAsync();
        var staff = await app.SignInAsync(Role.Staff, "sen");
        var id = await app.AddPersonAsync("Staff-sen", Role.Staff);
        Assert.Equal(HttpStatusCode.OK, (await staff.GetAsync("/")).StatusCode);

        await administrator.PostAsync($"/people?edit={id}", "change", ("DisplayName", "Lan"), ("Role", "Analyst"), ("UnitId", await IdAsync(app, "mai")));
        Assert.Equal(HttpStatusCode.Redirect, (await staff.GetAsync("/")).StatusCode);
        await staff.SignInAsync("Staff-sen");
        Assert.Equal(HttpStatusCode.Forbidden, (await staff.GetAsync("/?unit=sen")).StatusCode);

        await administrator.PostAsync($"/people?edit={id}", "act", ("Act", "lock"));
        Assert.Equal(HttpStatusCode.Redirect, (await staff.GetAsync("/")).StatusCode);
        using var answer = await staff.PostAsync("/sign-in", "sign-in", ("UserName", "Staff-sen"), ("Password", Visitor.Password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_audit_page_filters_and_says_when_the_chain_is_broken()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var administrator = await app.SignInAsync();
        Assert.Contains("chưa ai kiểm tra", await administrator.ReadAsync("/audit"), StringComparison.Ordinal);
        Assert.Contains("Chuỗi nhật ký nguyên vẹn", await VerifyAsync(), StringComparison.Ordinal);
        var whole = await administrator.ReadAsync("/audit?what=signin");
        Assert.Contains("Kiểm tra lúc", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>Nạp tệp dữ liệu</td>", whole, StringComparison.Ordinal);
        Assert.Contains("<td>Nạp tệp dữ liệu</td>", await administrator.ReadAsync("/audit?who=system"), StringComparison.Ordinal);

        await using var db = await app.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE AuditRecords SET Subject = 'x' WHERE Number = 1");

        Assert.Contains("không còn nguyên vẹn", await VerifyAsync(), StringComparison.Ordinal);
        Assert.Contains("không còn nguyên vẹn", await administrator.ReadAsync("/audit"), StringComparison.Ordinal);

        async Task<string> VerifyAsync()
        {
            using var answer = await administrator.PostAsync("/audit", "verify");
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task Lines_cut_off_since_the_last_verifying_are_found_and_a_view_reads_one_page_of_lines()
    {
        await using var app = await TestApp.StartAsync(world: World);
        var administrator = await app.SignInAsync();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            for (var i = 0; i < 120; i++)
                await scope.ServiceProvider.GetRequiredService<Acts>().NoteAsync(new AuditEntry("an", "tested", $"{i}"), CancellationToken.None);
        }

        await administrator.PostAsync("/audit", "verify");
        Assert.Contains("nguyên vẹn", await administrator.ReadAsync("/audit"), StringComparison.Ordinal);
        var statements = new List<string>();
        using (new QueryWatch(app.Folder, statements.Add))
            Assert.Contains("<td>119</td>", await administrator.ReadAsync("/audit"), StringComparison.Ordinal);
        var read = statements.Where(s => s.Contains("AuditRecords", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, read.Count);
        Assert.All(read, s => Assert.Matches("LIMIT|MAX", s));

        await using var db = await app.OpenAsync();
        await db.AuditRecords.Where(l => l.Number > 100).ExecuteDeleteAsync();
        using var answer = await administrator.PostAsync("/audit", "verify");
        Assert.Contains("phần cuối đã bị cắt", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_shows_its_board_at_once_and_changes_the_person_by_a_click_and_nobody_else_does()
    {
        await using (var demo = await TestApp.StartAsync(args: "--demo"))
        {
            using var visitor = demo.Visit();
            using var board = await visitor.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, board.StatusCode);
            Assert.Contains("chi-huy", await visitor.ReadAsync("/me"), StringComparison.Ordinal);
            await using var db = await demo.OpenAsync();
            var chief = await db.Users.SingleAsync(p => p.UserName == "truong-hiep-tan");
            await visitor.PostAsync("/sign-in", "as", ("As", $"{chief.Id}"));
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/?unit=tan-quy")).StatusCode);

            using var proxied = new HttpRequestMessage(HttpMethod.Get, "/pages");
            proxied.Headers.Add("X-Forwarded-For", "10.1.1.7");
            using var fromAfar = demo.Visit();
            using var refused = await fromAfar.Http.SendAsync(proxied);
            Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);
        }

        await using var app = await TestApp.StartAsync(world: World);
        await app.AddPersonAsync("lan", Role.Commander);
        using var stranger = app.Visit();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/")).StatusCode);
        await stranger.PostAsync("/sign-in", "as", ("As", "1"));
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/")).StatusCode);
    }

    /// <summary>The number of a tip-off that the unit's chief entered.</summary>
    private static async Task<string> EnterAsync(TestApp app, string unit, Urgency urgency = Urgency.Normal)
    {
        var unitId = (await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find(unit)!.Id;
        var chief = new Asker(Role.Chief, unitId, await app.AddPersonAsync($"{unit}-chief", Role.Chief, unit), $"{unit}-chief");
        var entry = new NewTipoff($"entry of {unit}", TipoffSource.Phone, unitId, TipoffCategory.Theft, app.Get<TimeProvider>().GetUtcNow()) { Words = "tin", Urgency = urgency };
        return (await app.Get<TipoffDesk>().EnterAsync(entry, chief, CancellationToken.None)).Tipoff!.Number;
    }

    private static async Task<long> ConversationAsync(TestApp app, string oa)
    {
        await using var db = await app.OpenAsync();
        return await db.Conversations.Where(c => db.Pages.Any(p => p.Id == c.PageId && p.ExternalId == oa)).Select(c => c.Id).SingleAsync();
    }

    private static async Task<string> IdAsync(TestApp app, string unit) => $"{(await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).Find(unit)!.Id}";

    /// <summary>The address of one page that a pattern stands for.</summary>
    private static string Sample(string pattern) => pattern.Replace("{Id:long}", "1", StringComparison.Ordinal).Replace("{Id:int}", "1", StringComparison.Ordinal).Replace("{Key}", "sen", StringComparison.Ordinal).Replace("{Name}", "Purge", StringComparison.Ordinal).Replace("{Number}", "TB-2026-000001", StringComparison.Ordinal);

    private static string Path(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.ToString()).Split("?back", 2)[0].Split("?ReturnUrl", 2)[0] : "";

    private static bool IsFile(string path) => path.Contains('.', StringComparison.Ordinal) || path.StartsWith("/_", StringComparison.Ordinal) || path == "/{**path:file}";

    [GeneratedRegex("""<code class="secret">([^<]+)</code>""")]
    private static partial Regex Secret();

    [GeneratedRegex("""<p class="pair-code">([^<]+)</p>""")]
    private static partial Regex Code();
}
