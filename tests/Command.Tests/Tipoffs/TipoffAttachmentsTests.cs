using System.Net;
using System.Text;
using Command.Data;
using Command.Tests.Messages;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Tipoffs;

/// <summary>Files of tip-offs over real HTTP: what is taken, who looks, and how it is served.</summary>
public sealed class TipoffAttachmentsTests
{
    private static readonly byte[] png = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] pdf = [.. "%PDF-1.7 nội dung riêng"u8];

    [Fact]
    public async Task Files_of_the_entry_form_are_stored_protected_and_served_as_files_and_each_look_is_audited()
    {
        await using var app = await StartAsync();
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        using var entered = await EnterAsync(app, staff, ("ảnh.exe", png), ("đơn.pdf", pdf));
        Assert.Equal("/tipoffs/TB-2026-000001", Path(entered));

        await using var db = await app.OpenAsync();
        var stored = await db.TipoffAttachments.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([("image/png", png.Length), ("application/pdf", pdf.Length)], stored.Select(a => (a.ContentType, a.Length)));
        Assert.All(stored, a => Assert.Equal(Ward.Monday.AddDays(90), a.ExpiresAt));
        Assert.All(stored, a => Assert.DoesNotContain("PDF", Encoding.Latin1.GetString(a.Protected), StringComparison.Ordinal));

        using var file = await staff.GetAsync($"/tipoffs/TB-2026-000001/attachments/{stored[1].Id}");
        Assert.Equal(pdf, await file.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", $"TB-2026-000001-{stored[1].Id}.pdf"), (file.Content.Headers.ContentDisposition!.DispositionType, file.Content.Headers.ContentDisposition.FileName));
        Assert.True(file.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var line = await db.AuditRecords.SingleAsync(l => l.Action == TipoffAttachments.Seen);
        Assert.Equal(("Staff-ward-0", "TB-2026-000001", "127.0.0.1"), (line.Actor, line.Subject, line.Origin));
    }

    [Fact]
    public async Task Files_come_later_too_until_their_number_is_full_and_expire_with_the_words()
    {
        var clock = new HandClock(Ward.Monday);
        await using var app = await StartAsync(clock);
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        using (await EnterAsync(app, staff, ("1.png", png)))
        {
        }

        clock.Now += TimeSpan.FromHours(1);
        Assert.Equal("/tipoffs/TB-2026-000001", Path(await AddAsync(staff, [("2.pdf", pdf)])));
        Assert.Equal("/tipoffs/TB-2026-000001?refused=too_many_attachments", Path(await AddAsync(staff, [("3.png", png), ("4.png", png)])));
        Assert.Contains("Quá số tệp cho phép", await staff.ReadAsync("/tipoffs/TB-2026-000001?refused=too_many_attachments"), StringComparison.Ordinal);
        Assert.Contains("Tệp 2 · PDF", await staff.ReadAsync("/tipoffs/TB-2026-000001"), StringComparison.Ordinal);
        Assert.Equal((2, 2), await CountsAsync(app));

        clock.Now = Ward.Monday.AddDays(90);
        await staff.SignInAsync("Staff-ward-0");
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync("/tipoffs/TB-2026-000001/attachments/1")).StatusCode);
        Assert.DoesNotContain("attachments/1", await staff.ReadAsync("/tipoffs/TB-2026-000001"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_empty_too_large_or_of_another_kind_is_refused_with_a_sentence_whatever_its_name()
    {
        await using var app = await StartAsync();
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        (byte[] File, string Sentence)[] cases =
        [
            ([], "có tệp trống"),
            ([.. "%PDF-"u8, .. new byte[1024 * 1024]], "lớn quá mức"),
            ([.. "<svg onload=alert(1)>"u8], "Chỉ nhận ảnh"),
            ([.. "MZ chương trình"u8], "Chỉ nhận ảnh"),
            ([.. "RIFF....WAVE"u8], "Chỉ nhận ảnh"),
            ([.. "GIF89a"u8], "Chỉ nhận ảnh"),
        ];
        foreach (var (bytes, sentence) in cases)
        {
            using var answer = await EnterAsync(app, staff, ("ảnh.png", bytes));
            Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }

        using var flood = await EnterAsync(app, staff, ("1.png", png), ("2.png", [.. png, .. new byte[4 * 1024 * 1024]]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, flood.StatusCode);
        Assert.Contains("quá lớn", WebUtility.HtmlDecode(await flood.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await using var db = await app.OpenAsync();
        Assert.Equal((0, 0), (await db.Tipoffs.CountAsync(), await db.TipoffAttachments.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_looks_at_a_file_or_adds_one()
    {
        await using var app = await StartAsync(args: "--Api:Keys:0=a-key-only-for-tests-0123456789");
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        using (await EnterAsync(app, staff, ("1.png", png)))
        {
        }

        const string Number = "/tipoffs/TB-2026-000001";
        const string File = Number + "/attachments/1";
        foreach (var (role, unit, expected) in new (Role, string?, HttpStatusCode)[]
        {
            (Role.Chief, "ward-0", HttpStatusCode.OK), (Role.Commander, "city", HttpStatusCode.OK), (Role.Chief, "ward-1", HttpStatusCode.NotFound),
            (Role.Administrator, null, HttpStatusCode.Forbidden), (Role.Analyst, "city", HttpStatusCode.Redirect),
        })
        {
            var visitor = await app.SignInAsync(role, unit);
            using var look = await visitor.GetAsync(File);
            Assert.Equal((role, unit, expected), (role, unit, look.StatusCode));
            if (expected == HttpStatusCode.OK)
                continue;
            Assert.NotEqual(png, await look.Content.ReadAsByteArrayAsync());
            using var sent = await visitor.UploadAsync("/me", Number + "/attachments", null, [("2.png", png)]);
            Assert.NotEqual(Number, Path(sent));
        }

        using var keyed = new HttpRequestMessage(HttpMethod.Get, new Uri(File, UriKind.Relative));
        keyed.Headers.Add("X-Api-Key", "a-key-only-for-tests-0123456789");
        using var nobody = app.Visit();
        using var refused = await nobody.Http.SendAsync(keyed);
        Assert.Equal(HttpStatusCode.Redirect, refused.StatusCode);

        var commander = await app.SignInAsync(Role.Commander, "city");
        using var wall = app.Visit();
        var code = System.Text.RegularExpressions.Regex.Match(await wall.ReadAsync("/wall"), """<p class="pair-code">([^<]+)</p>""").Groups[1].Value;
        await commander.PostAsync("/walls", "pair", ("Code", code), ("Name", "Trực ban"), ("UnitId", $"{await app.UnitAsync("ward-0")}"));
        using (await wall.GetAsync("/wall"))
        {
        }

        Assert.Equal("/refused", Path(await wall.GetAsync(File)).Split('?')[0]);
        Assert.Equal((1, 2), await CountsAsync(app));
    }

    [Fact]
    public async Task A_forged_form_brings_no_file_and_no_tipoff()
    {
        await using var app = await StartAsync();
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        using (await EnterAsync(app, staff, ("1.png", png)))
        {
        }

        using var added = await staff.UploadAsync("/tipoffs/TB-2026-000001", "/tipoffs/TB-2026-000001/attachments", null, [("2.png", png)], forged: true);
        using var entered = await staff.UploadAsync("/tipoffs/new", "/tipoffs/new", "enter", [("2.png", png)], forged: true, Fields("giả", await app.UnitAsync("ward-0")));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (added.StatusCode, entered.StatusCode));
        await using var db = await app.OpenAsync();
        Assert.Equal((1, 1), (await db.Tipoffs.CountAsync(), await db.TipoffAttachments.CountAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_stands_once_with_its_files()
    {
        await using var app = await StartAsync();
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        for (var i = 0; i < 2; i++)
        {
            using var answer = await EnterAsync(app, staff, "x1", ("1.png", png));
            Assert.Equal("/tipoffs/TB-2026-000001", Path(answer));
        }

        await using var db = await app.OpenAsync();
        Assert.Equal((1, 1), (await db.Tipoffs.CountAsync(), await db.TipoffAttachments.CountAsync()));
    }

    private static Task<TestApp> StartAsync(TimeProvider? clock = null, params string[] args) =>
        Ward.StartAsync(clock ?? new HandClock(Ward.Monday), ["--Tipoffs:MostAttachmentMegabytes=1", "--Tipoffs:MostAttachments=3", .. args]);

    private static async Task<HttpResponseMessage> AddAsync(Visitor visitor, IEnumerable<(string, byte[])> files) =>
        await visitor.UploadAsync("/tipoffs/TB-2026-000001", "/tipoffs/TB-2026-000001/attachments", null, files);

    private static Task<HttpResponseMessage> EnterAsync(TestApp app, Visitor visitor, params (string, byte[])[] files) => EnterAsync(app, visitor, $"{Guid.NewGuid()}", files);

    private static async Task<HttpResponseMessage> EnterAsync(TestApp app, Visitor visitor, string once, params (string, byte[])[] files) =>
        await visitor.UploadAsync("/tipoffs/new", "/tipoffs/new", "enter", files, forged: false, [("Once", once), .. Fields("Có người bán hàng giả", await app.UnitAsync("ward-0"))]);

    private static (string, string)[] Fields(string words, int unit) =>
        [("Source", "Phone"), ("UnitId", $"{unit}"), ("Category", "Fraud"), ("Urgency", "Normal"), ("ReceivedAt", "2026-03-02T08:30"), ("Words", words)];

    /// <summary>Files that stand, and looks and additions in the audit log.</summary>
    private static async Task<(int Files, int Lines)> CountsAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return (await db.TipoffAttachments.CountAsync(), 1 + await db.AuditRecords.CountAsync(l => l.Action == TipoffAttachments.Added || (l.Action == TipoffAttachments.Seen && l.Actor != "Chief-ward-0")));
    }

    private static string Path(HttpResponseMessage answer) =>
        answer.Headers.Location is { } to ? to.IsAbsoluteUri ? to.PathAndQuery : to.ToString() : "";
}
