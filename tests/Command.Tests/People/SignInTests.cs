using System.Globalization;
using System.Net;
using Command.Data;
using Command.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Command.Tests.People;

/// <summary>Signing in as people do: over HTTP, with forms, cookies and codes.</summary>
public sealed class SignInTests
{
    [Fact]
    public async Task Whoever_has_not_signed_in_is_led_to_the_form_and_then_back_to_what_he_wanted()
    {
        await using var app = await TestApp.StartAsync();
        await app.AddPersonAsync("lan", Role.Administrator);
        using var visitor = app.Visit();

        using var led = await visitor.GetAsync("/pages");
        Assert.Equal("/sign-in?back=%2Fpages", Path(led));
        using var signedIn = await visitor.PostAsync("/sign-in?back=%2Fpages", "sign-in", ("UserName", "lan"), ("Password", Visitor.Password));

        Assert.Equal("/pages", Path(signedIn));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/pages")).StatusCode);
    }

    [Theory]
    [InlineData("lan", "not the password")]
    [InlineData("nobody", Visitor.Password)]
    public async Task A_wrong_name_and_a_wrong_password_are_told_alike(string name, string password)
    {
        await using var app = await TestApp.StartAsync();
        await app.AddPersonAsync("lan", Role.Staff);
        using var visitor = app.Visit();

        using var answer = await visitor.PostAsync("/sign-in", "sign-in", ("UserName", name), ("Password", password));

        Assert.Contains("Tên đăng nhập hoặc mật khẩu không đúng", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies, c => c.Name == "command");
        var line = (await LinesAsync(app)).Last();
        Assert.Equal(("?", SignIns.Failed, "127.0.0.1"), (line.Actor, line.Action, line.Origin));
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_too()
    {
        await using var app = await TestApp.StartAsync();
        await app.AddPersonAsync("lan", Role.Staff);
        using var visitor = app.Visit();
        for (var i = 0; i < 5; i++)
            await visitor.PostAsync("/sign-in", "sign-in", ("UserName", "lan"), ("Password", "wrong"));

        using var answer = await visitor.PostAsync("/sign-in", "sign-in", ("UserName", "lan"), ("Password", Visitor.Password));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SignIns.Locked, (await LinesAsync(app)).Last().Action);
    }

    [Theory]
    [InlineData("/sign-in", "sign-in")]
    [InlineData("/first-run", "first-run")]
    [InlineData("/sign-out", "sign-out")]
    [InlineData("/me", "everywhere")]
    [InlineData("/me", "password")]
    [InlineData("/people", "add")]
    [InlineData("/walls", "pair")]
    [InlineData("/keys", "make")]
    [InlineData("/settings/officers", "set")]
    [InlineData("/settings/targets", "set")]
    [InlineData("/settings/deadlines", "set")]
    [InlineData("/settings/holidays", "add")]
    public async Task A_forged_form_is_refused(string path, string form)
    {
        await using var app = await TestApp.StartAsync();
        var visitor = await app.SignInAsync();

        using var forged = await visitor.SendAsync(path, form, token: null, ("UserName", "evil"), ("Password", Visitor.Password), ("Name", "evil"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).StatusCode);
    }

    [Fact]
    public async Task A_session_survives_a_restart_and_ends_with_signing_out()
    {
        var folder = Directory.CreateTempSubdirectory("command-").FullName;
        try
        {
            IReadOnlyList<Cookie> cookies;
            await using (var first = await TestApp.StartAsync(folder: folder))
                cookies = (await first.SignInAsync()).Cookies;

            await using var second = await TestApp.StartAsync(folder: folder);
            using var visitor = second.Visit();
            visitor.Take(cookies);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/pages")).StatusCode);
            await visitor.PostAsync("/sign-out", "sign-out");
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/pages")).StatusCode);
            Assert.Equal([SignIns.Done, SignIns.Out], (await LinesAsync(second)).Select(l => l.Action));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_session_ends_when_it_is_idle_and_when_it_is_old()
    {
        var clock = new HandClock(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(clock, args: ["--People:IdleMinutes=30", "--People:SessionHours=2"]);
        var visitor = await app.SignInAsync();

        for (var i = 0; i < 5; i++)
        {
            clock.Now += TimeSpan.FromMinutes(20);
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/pages")).StatusCode);
        }

        clock.Now += TimeSpan.FromMinutes(20);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/pages")).StatusCode);
        await visitor.SignInAsync("Administrator-all");
        clock.Now += TimeSpan.FromMinutes(31);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/pages")).StatusCode);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_too()
    {
        await using var app = await TestApp.StartAsync();
        var one = await app.SignInAsync();
        using var other = app.Visit();
        await other.SignInAsync("Administrator-all");

        await one.PostAsync("/me", "everywhere");

        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/pages")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/pages")).StatusCode);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_session_and_ends_the_others()
    {
        await using var app = await TestApp.StartAsync();
        var one = await app.SignInAsync();
        using var other = app.Visit();
        await other.SignInAsync("Administrator-all");

        using var tooShort = await one.PostAsync("/me", "password", ("Current", Visitor.Password), ("Wanted", "eleven char"));
        Assert.Contains("Ít nhất 12 ký tự", WebUtility.HtmlDecode(await tooShort.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var wrong = await one.PostAsync("/me", "password", ("Current", "wrong"), ("Wanted", "another sentence"));
        Assert.Contains("Mật khẩu hiện tại không đúng", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/pages")).StatusCode);

        await one.PostAsync("/me", "password", ("Current", Visitor.Password), ("Wanted", "another sentence"));

        Assert.Equal(HttpStatusCode.OK, (await one.GetAsync("/pages")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/pages")).StatusCode);
        await other.SignInAsync("Administrator-all", "another sentence");
    }

    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var visitor = await app.SignInAsync();
        await visitor.PostAsync("/me", "second-begin");
        using var on = await visitor.PostAsync("/me", "second-on", ("Code", await CodeAsync(app, "Administrator-all")));
        var recovery = System.Text.RegularExpressions.Regex.Matches(await on.Content.ReadAsStringAsync(), "<li><code>([^<]+)</code>").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(10, recovery.Count);

        using var other = app.Visit();
        using var first = await other.PostAsync("/sign-in", "sign-in", ("UserName", "Administrator-all"), ("Password", Visitor.Password));
        Assert.StartsWith("/sign-in?step=code", Path(first), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/pages")).StatusCode);
        await other.PostAsync("/sign-in?step=code", "code", ("Code", "000000"));
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/pages")).StatusCode);
        await other.PostAsync("/sign-in?step=code", "code", ("Code", await CodeAsync(app, "Administrator-all", ahead: 1)));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/pages")).StatusCode);

        using var third = app.Visit();
        await third.PostAsync("/sign-in", "sign-in", ("UserName", "Administrator-all"), ("Password", Visitor.Password));
        await third.PostAsync("/sign-in?step=code", "code", ("Code", recovery[0]));
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/pages")).StatusCode);
        await using var db = await app.OpenAsync();
        Assert.All(await db.Set<IdentityUserToken<int>>().ToListAsync(), t => Assert.StartsWith("CfDJ8", t.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_code_of_the_authenticator_is_good_once()
    {
        var clock = new HandClock(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(clock);
        var visitor = await app.SignInAsync();
        await visitor.PostAsync("/me", "second-begin");
        var first = await CodeAsync(app, "Administrator-all");
        await visitor.PostAsync("/me", "second-on", ("Code", first));

        Assert.False(await ComesInAsync(first));
        var second = await CodeAsync(app, "Administrator-all", ahead: 1);
        Assert.True(await ComesInAsync(second));
        Assert.False(await ComesInAsync(second));
        Assert.False(await ComesInAsync(await CodeAsync(app, "Administrator-all", ahead: -1)));
        Assert.False(await ComesInAsync(await CodeAsync(app, "Administrator-all", ahead: 9)));
        Assert.True(await ComesInAsync(await CodeAsync(app, "Administrator-all", ahead: 2)));

        async Task<bool> ComesInAsync(string code)
        {
            using var browser = app.Visit();
            await browser.PostAsync("/sign-in", "sign-in", ("UserName", "Administrator-all"), ("Password", Visitor.Password));
            await browser.PostAsync("/sign-in?step=code", "code", ("Code", code));
            using var page = await browser.GetAsync("/pages");
            return page.StatusCode == HttpStatusCode.OK;
        }
    }

    [Fact]
    public async Task One_code_sent_by_many_at_once_lets_one_in()
    {
        await using var app = await TestApp.StartAsync();
        var visitor = await app.SignInAsync();
        await visitor.PostAsync("/me", "second-begin");
        await visitor.PostAsync("/me", "second-on", ("Code", await CodeAsync(app, "Administrator-all")));
        var code = await CodeAsync(app, "Administrator-all", ahead: 1);
        var browsers = Enumerable.Range(0, 4).Select(_ => app.Visit()).ToList();
        foreach (var browser in browsers)
            await browser.PostAsync("/sign-in", "sign-in", ("UserName", "Administrator-all"), ("Password", Visitor.Password));

        await Task.WhenAll(browsers.Select(b => b.PostAsync("/sign-in?step=code", "code", ("Code", code))));

        Assert.Single(browsers, b => b.Cookies.Any(c => c.Name == "command"));
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task Attempts_beyond_the_limit_of_an_address_are_told_so_and_leave_no_line()
    {
        await using var app = await TestApp.StartAsync(args: "--People:SignInsPerMinute=3");
        await app.AddPersonAsync("lan", Role.Staff);
        using var visitor = app.Visit();
        for (var i = 0; i < 3; i++)
            await visitor.PostAsync("/sign-in", "sign-in", ("UserName", "lan"), ("Password", "wrong"));

        using var answer = await visitor.PostAsync("/sign-in", "sign-in", ("UserName", "lan"), ("Password", Visitor.Password));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Hãy đợi một phút", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(3, (await LinesAsync(app)).Count(l => l.Action == SignIns.Failed));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).StatusCode);
    }

    [Fact]
    public async Task The_first_run_makes_the_administrator_once_and_only_by_the_code_of_the_console()
    {
        await using var app = await TestApp.StartAsync();
        var code = app.Get<FirstRun>().Code!;
        using var visitor = app.Visit();
        Assert.Equal("/first-run", Path(await visitor.GetAsync("/")));

        await visitor.PostAsync("/first-run", "first-run", ("Code", "AAAA-AAAA-AAAA-AAAA"), ("UserName", "lan"), ("Password", Visitor.Password));
        Assert.Equal("/first-run", Path(await visitor.GetAsync("/")));
        await visitor.PostAsync("/first-run", "first-run", ("Code", code), ("UserName", "lan"), ("Password", "short"));
        Assert.Equal("/first-run", Path(await visitor.GetAsync("/")));
        using var unfit = await visitor.PostAsync("/first-run", "first-run", ("Code", code), ("UserName", "system"), ("Password", Visitor.Password));
        Assert.Contains("không được là tên hệ thống dùng trong nhật ký", System.Net.WebUtility.HtmlDecode(await unfit.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await visitor.PostAsync("/first-run", "first-run", ("Code", code.ToLowerInvariant()), ("UserName", "lan"), ("Password", Visitor.Password));

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/people")).StatusCode);
        Assert.Null(app.Get<FirstRun>().Code);
        using var second = app.Visit();
        await second.PostAsync("/first-run", "first-run", ("Code", code), ("UserName", "evil"), ("Password", Visitor.Password));
        await using var db = await app.OpenAsync();
        Assert.Equal("lan", (await db.Users.SingleAsync()).UserName);
    }

    [Fact]
    public async Task With_a_one_time_password_nothing_is_done_but_setting_a_new_one()
    {
        await using var app = await TestApp.StartAsync();
        var administrator = await app.SignInAsync();
        using var added = await administrator.PostAsync("/people", "add", ("UserName", "hoa"), ("DisplayName", "Hoa"), ("Role", "Analyst"), ("UnitId", ""));
        var password = System.Text.RegularExpressions.Regex.Match(await added.Content.ReadAsStringAsync(), """<code class="secret">([^<]+)</code>""").Groups[1].Value;

        using var visitor = app.Visit();
        await visitor.SignInAsync("hoa", password);
        Assert.Equal("/me", Path(await visitor.GetAsync("/pages")));
        await visitor.PostAsync("/me", "password", ("Current", password), ("Wanted", "a sentence of my own"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/pages")).StatusCode);
        Assert.DoesNotContain(await LinesAsync(app), l => $"{l.Before}{l.After}{l.Subject}".Contains(password, StringComparison.Ordinal));
    }

    private static string Path(HttpResponseMessage answer) => answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.ToString() : "";

    private static async Task<List<AuditRecord>> LinesAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return await db.AuditRecords.AsNoTracking().OrderBy(r => r.Number).ToListAsync();
    }

    /// <summary>What the person's authenticator shows now (RFC 6238, as Identity computes it).</summary>
    /// <param name="ahead">Steps of 30 s: a code is good once, so each use takes a later one.</param>
    private static async Task<string> CodeAsync(TestApp app, string name, int ahead = 0)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var key = await people.GetAuthenticatorKeyAsync((await people.FindByNameAsync(name))!);
        var step = app.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds() / 30 + ahead;
        var counter = BitConverter.GetBytes(step);
        Array.Reverse(counter);
#pragma warning disable CA5350 // The standard of authenticators is HMAC-SHA1.
        var hash = System.Security.Cryptography.HMACSHA1.HashData(FromBase32(key!), counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(8 * i, 8), 2))];
    }
}
