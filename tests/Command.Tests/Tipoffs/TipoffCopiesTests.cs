using System.Net;
using System.Text;
using Command.Boards.Queue;
using Command.Data;
using Command.Tests.Messages;
using Command.Tipoffs;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Tipoffs;

/// <summary>Files that residents sent, fetched over real HTTP from a host that stands for the platform's.</summary>
public sealed class TipoffCopiesTests
{
    private const string Page = "/tipoffs/TB-2026-000001";

    private static readonly byte[] png = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] pdf = [.. "%PDF-1.7 nội dung riêng"u8];
    private static readonly CancellationToken none = CancellationToken.None;

    [Fact]
    public async Task What_a_resident_sent_is_copied_protected_and_opened_like_a_file_that_an_officer_sent_in()
    {
        await using var host = await PlatformFiles.StartAsync();
        await using var app = await StartAsync(host);
        await MakeAsync(app, new(Attachments.Image, null, host.Put("/anh", png)), new(Attachments.File, "don.pdf", host.Put("/don", pdf)), new(Attachments.Link, "bài", host.Put("/bai", png)));
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        Assert.Equal(2, (await StatesAsync(app)).Count(c => c.State == CopyState.Waiting));

        await app.Get<TipoffCopies>().RunDueAsync(none);
        await app.Get<TipoffCopies>().RunDueAsync(none);

        Assert.Equal(2, host.Asked);
        Assert.Equal([(CopyState.Copied, null), (CopyState.Copied, null)], await StatesAsync(app));
        await using var db = await app.OpenAsync();
        var stored = await db.TipoffAttachments.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
        Assert.Equal([("image/png", png.Length), ("application/pdf", pdf.Length)], stored.Select(a => (a.ContentType, a.Length)));
        Assert.All(stored, a => Assert.DoesNotContain("PDF", Encoding.Latin1.GetString(a.Protected), StringComparison.Ordinal));
        Assert.All(stored, a => Assert.Equal(Ward.Monday.AddDays(90), a.ExpiresAt));
        Assert.Equal(pdf, await (await staff.GetAsync($"{Page}/attachments/{stored[1].Id}")).Content.ReadAsByteArrayAsync());
        Assert.Equal(["system TB-2026-000001", "system TB-2026-000001"], await app.AuditedAsync(TipoffCopies.Done));
        Assert.Contains("Ảnh: <span>đã chép</span>", await staff.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_is_down_is_asked_again_after_a_restart_and_what_was_sent_is_not_lost()
    {
        var folder = Directory.CreateTempSubdirectory("command-").FullName;
        var clock = new HandClock(Ward.Monday);
        await using var host = await PlatformFiles.StartAsync();
        var link = host.Put("/anh", png);
        await host.DownAsync();
        await using (var app = await TestApp.StartAsync(clock, folder, Ward.World, Settings(host)))
        {
            await MakeAsync(app, new SentFile(Attachments.Image, null, link));
            await app.Get<TipoffCopies>().RunDueAsync(none);
            Assert.Equal([(CopyState.Waiting, null)], await StatesAsync(app));
        }

        await host.UpAsync();
        await using (var app = await TestApp.StartAsync(clock, folder, null, Settings(host)))
        {
            await app.Get<TipoffCopies>().RunDueAsync(none);
            Assert.Equal(0, host.Asked);
            clock.Now += TimeSpan.FromSeconds(90);
            await app.Get<TipoffCopies>().RunDueAsync(none);
            Assert.Equal([(CopyState.Copied, null)], await StatesAsync(app));
            await using var db = await app.OpenAsync();
            Assert.Equal(1, await db.TipoffAttachments.CountAsync());
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_given_up_with_a_reason_and_the_officer_sends_the_file_in()
    {
        var clock = new HandClock(Ward.Monday);
        await using var host = await PlatformFiles.StartAsync();
        var link = host.Put("/anh", context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await using var app = await StartAsync(host, clock);
        await MakeAsync(app, new SentFile(Attachments.Image, null, link));
        var staff = await app.SignInAsync(Role.Staff, "ward-0");

        for (var minute = 0; minute < 60; minute++)
        {
            await app.Get<TipoffCopies>().RunDueAsync(none);
            clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.Equal(5, host.Asked);
        Assert.Equal([(CopyState.Failed, CopyFault.Unreachable)], await StatesAsync(app));
        var page = await staff.ReadAsync(Page);
        Assert.Contains("không chép được: đã thử nhiều lần mà máy chủ tệp không trả lời", page, StringComparison.Ordinal);
        Assert.Contains("mở hộp thư của nền tảng để lấy tệp, rồi gửi vào đây", page, StringComparison.Ordinal);
        using var added = await staff.UploadAsync(Page, Page + "/attachments", null, [("1.png", png)]);
        Assert.Contains("Tệp 1 · PNG", await staff.ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_large_of_another_kind_gone_or_too_many_is_refused_with_its_reason()
    {
        await using var host = await PlatformFiles.StartAsync();
        await using var app = await StartAsync(host);
        var endless = host.Put("/vo-tan", async context =>
        {
            // A host that does not say how much it sends.
            for (var i = 0; i < 64 && !context.RequestAborted.IsCancellationRequested; i++)
                await context.Response.Body.WriteAsync(new byte[64 * 1024]);
        });
        await MakeAsync(
            app,
            new(Attachments.Video, null, host.Put("/lon", context =>
            {
                context.Response.ContentLength = 2 * 1024 * 1024;
                return context.Response.Body.WriteAsync(new byte[2 * 1024 * 1024]).AsTask();
            })),
            new(Attachments.Video, null, endless),
            new(Attachments.File, "a.png", host.Put("/lenh", "MZ\u0090 chạy"u8.ToArray())),
            new(Attachments.File, "b", host.Put("/rong", [])),
            new(Attachments.Image, null, $"http://{host.Name}/khong-co"),
            new(Attachments.Image, null, host.Put("/1", png)),
            new(Attachments.Image, null, host.Put("/2", png)),
            new(Attachments.Image, null, host.Put("/3", png)));

        await app.Get<TipoffCopies>().RunDueAsync(none);

        Assert.Equal(
            [
                (CopyState.Failed, CopyFault.TooLarge), (CopyState.Failed, CopyFault.TooLarge), (CopyState.Failed, CopyFault.Kind), (CopyState.Failed, CopyFault.Gone),
                (CopyState.Failed, CopyFault.Gone), (CopyState.Copied, null), (CopyState.Copied, null), (CopyState.Failed, CopyFault.TooMany),
            ],
            await StatesAsync(app));
        var page = await (await app.SignInAsync(Role.Staff, "ward-0")).ReadAsync(Page);
        Assert.Contains("không chép được: tệp lớn hơn 1 MB", page, StringComparison.Ordinal);
        Assert.Contains("không chép được: tin báo đã đủ 2 tệp", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_of_a_host_that_the_settings_do_not_name_nor_by_a_redirect()
    {
        await using var host = await PlatformFiles.StartAsync();
        await using var other = await PlatformFiles.StartAsync();
        await using var app = await StartAsync(host);
        var elsewhere = other.Put("/anh", png);
        await MakeAsync(
            app,
            new(Attachments.Image, null, elsewhere),
            new(Attachments.Image, null, $"http://nguoi-la@{host.Name}/anh"),
            new(Attachments.Image, null, host.Put("/chuyen", Moved(elsewhere))),
            new(Attachments.Image, null, host.Put("/tep", Moved("file:///etc/hostname"))),
            new(Attachments.Image, null, host.Put("/vong", Moved("/vong"))),
            new(Attachments.Image, null, host.Put("/gan", Moved("/anh"))));
        host.Put("/anh", png);

        await app.Get<TipoffCopies>().RunDueAsync(none);

        Assert.Equal(0, other.Asked);
        Assert.Equal(
            [
                (CopyState.Failed, CopyFault.HostNotAllowed), (CopyState.Failed, CopyFault.HostNotAllowed), (CopyState.Failed, CopyFault.SentElsewhere),
                (CopyState.Failed, CopyFault.SentElsewhere), (CopyState.Failed, CopyFault.Gone), (CopyState.Copied, null),
            ],
            await StatesAsync(app));

        static RequestDelegate Moved(string to) => context =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (StatusCodes.Status302Found, to);
            return Task.CompletedTask;
        };
    }

    [Fact]
    public async Task A_name_that_leads_into_a_private_network_is_not_connected_to_and_without_encryption_nothing_is_asked()
    {
        await using var host = await PlatformFiles.StartAsync();
        await using var app = await Ward.StartAsync(new HandClock(Ward.Monday), $"--Tipoffs:CopyHosts:0=localhost:{host.Port}", $"--Tipoffs:CopyHosts:1={host.Name}");
        await MakeAsync(
            app,
            new(Attachments.Image, null, $"https://localhost:{host.Port}/anh"),
            new(Attachments.Image, null, $"https://{host.Name}/anh"),
            new(Attachments.Image, null, host.Put("/anh", png)));

        await app.Get<TipoffCopies>().RunDueAsync(none);

        Assert.Equal(0, host.Asked);
        Assert.Equal([(CopyState.Failed, CopyFault.PrivateAddress), (CopyState.Failed, CopyFault.PrivateAddress), (CopyState.Failed, CopyFault.HostNotAllowed)], await StatesAsync(app));
        Assert.Contains("tên máy chủ dẫn vào mạng nội bộ", await (await app.SignInAsync(Role.Staff, "ward-0")).ReadAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_matter_made_twice_and_two_nodes_at_once_give_one_copy()
    {
        await using var host = await PlatformFiles.StartAsync();
        await using var app = await StartAsync(host);
        var released = new TaskCompletionSource();
        var file = new SentFile(Attachments.Image, null, host.Put("/anh", async context =>
        {
            await released.Task;
            await context.Response.Body.WriteAsync(png);
        }));
        var talk = await MakeAsync(app, file);
        var again = await app.Get<TipoffMaking>().MakeAsync(await app.AskerAsync(Role.Staff), talk, await app.VersionAsync(talk), TipoffCategory.Theft, none);
        Assert.Equal("TB-2026-000001", again.Number);

        // While one fetches, the others find nothing to do.
        var running = Enumerable.Range(0, 4).Select(_ => app.Get<TipoffCopies>().RunDueAsync(none)).ToList();
        for (var done = 0; done < 3; done++)
            running.Remove(await Task.WhenAny(running).WaitAsync(TimeSpan.FromSeconds(30)));
        released.SetResult();
        await running.Single();

        Assert.Equal(1, host.Asked);
        await using var db = await app.OpenAsync();
        Assert.Equal(1, await db.TipoffAttachments.CountAsync());
        Assert.Single(await app.AuditedAsync(TipoffCopies.Done));
    }

    [Fact]
    public async Task The_service_copies_by_itself_and_where_it_is_switched_off_the_page_says_so()
    {
        await using var host = await PlatformFiles.StartAsync();
        await using (var app = await StartAsync(host, null, "--Tipoffs:CopyFiles=true"))
        {
            var copied = new TaskCompletionSource();
            var link = host.Put("/anh", async context =>
            {
                await context.Response.Body.WriteAsync(png);
                copied.TrySetResult();
            });
            await MakeAsync(app, new SentFile(Attachments.Image, null, link));
            await copied.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }

        await using var closed = await StartAsync(host);
        await MakeAsync(closed, new SentFile(Attachments.Image, null, $"http://{host.Name}/anh"));
        Assert.Contains("không tự chép: việc chép tệp đang tắt trên máy chủ này", await (await closed.SignInAsync(Role.Staff, "ward-0")).ReadAsync(Page), StringComparison.Ordinal);
        Assert.Contains("copying files is switched off on this server", await InEnglishAsync(closed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_expired_leave_nothing_to_copy_and_the_lines_go_with_them()
    {
        var clock = new HandClock(Ward.Monday);
        await using var host = await PlatformFiles.StartAsync();
        await using var app = await StartAsync(host, clock);
        await MakeAsync(app, new SentFile(Attachments.Image, null, host.Put("/anh", png)));
        clock.Now += TimeSpan.FromDays(91);

        await app.Get<TipoffCopies>().RunDueAsync(none);

        Assert.Equal(0, host.Asked);
        Assert.Equal([(CopyState.Failed, CopyFault.Expired)], await StatesAsync(app));
        await app.Get<Command.Jobs.Purge>().RunAsync(none);
        Assert.Empty(await StatesAsync(app));
    }

    [Fact]
    public void How_far_each_copy_is_is_said_in_words()
    {
        using var screen = new Command.Tests.Boards.Screen();
        var say = new Command.Boards.Tipoffs.TipoffPhrases(screen.Texts, screen.Figures);
        TipoffCopy copy = new() { State = CopyState.Waiting, NextAt = Ward.Monday.AddMinutes(3) };
        Assert.Equal("đang chờ chép", Said());
        copy.Tries = 2;
        Assert.Equal("chưa chép được, sẽ thử lại lúc 09:03", Said());
        copy.State = CopyState.Copied;
        Assert.Equal("đã chép", Said());
        copy.State = CopyState.Failed;
        Assert.All(Enum.GetValues<CopyFault>(), fault =>
        {
            copy.Fault = fault;
            Assert.DoesNotContain("copy.fault", Said(), StringComparison.Ordinal);
        });

        string Said() => say.Said(copy, true, new TipoffSettings(0, TimeSpan.FromDays(90), 8 << 20, 5), Ward.Monday);
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("113.160.1.1", true)]
    [InlineData("2405:4800::1", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("fe80::1", false)]
    [InlineData("fc00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Only_addresses_of_the_open_internet_are_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://scontent.xx.fbcdn.net/v/anh.jpg?oh=1", true)]
    [InlineData("https://f20-zpc.zdn.vn/jpg/anh.jpg", true)]
    [InlineData("http://scontent.xx.fbcdn.net/anh.jpg", false)]
    [InlineData("https://scontent.xx.fbcdn.net:8443/anh.jpg", false)]
    [InlineData("https://evilfbcdn.net/anh.jpg", false)]
    [InlineData("https://fbcdn.net.example.vn/anh.jpg", false)]
    [InlineData("https://example.vn/?x=.fbcdn.net", false)]
    [InlineData("https://a@scontent.xx.fbcdn.net/anh.jpg", false)]
    public void By_default_only_the_platforms_own_hosts_are_asked_and_only_encrypted(string link, bool isAllowed) =>
        Assert.Equal(isAllowed, new CopySettings(true, CopySettings.PlatformHosts, false).Allows(new Uri(link)));

    private static string[] Settings(PlatformFiles host) =>
        [$"--Tipoffs:CopyHosts:0={host.Name}", "--Tipoffs:CopyFromOwnNetwork=true", "--Tipoffs:MostAttachmentMegabytes=1", "--Tipoffs:MostAttachments=2"];

    private static Task<TestApp> StartAsync(PlatformFiles host, HandClock? clock = null, params string[] args) =>
        Ward.StartAsync(clock ?? new HandClock(Ward.Monday), [.. Settings(host), .. args]);

    /// <returns>The conversation.</returns>
    private static async Task<long> MakeAsync(TestApp app, params SentFile[] files)
    {
        await app.WriteAsync("m1", Ward.Monday.AddMinutes(-5), text: "Có trộm, tôi gửi ảnh", files: files);
        var talk = await app.ConversationAsync();
        var made = await app.Get<TipoffMaking>().MakeAsync(await app.AskerAsync(Role.Staff), talk, 0, TipoffCategory.Theft, none);
        Assert.Equal("TB-2026-000001", made.Number);
        return talk;
    }

    private static async Task<List<(CopyState State, CopyFault? Fault)>> StatesAsync(TestApp app)
    {
        await using var db = await app.OpenAsync();
        return [.. (await db.TipoffCopies.AsNoTracking().OrderBy(c => c.Position).ToListAsync()).Select(c => (c.State, c.Fault))];
    }

    private static async Task<string> InEnglishAsync(TestApp app)
    {
        var staff = await app.SignInAsync(Role.Staff, "ward-0");
        staff.Take([new Cookie(".AspNetCore.Culture", "c%3Den%7Cuic%3Den")]);
        return await staff.ReadAsync(Page);
    }
}
