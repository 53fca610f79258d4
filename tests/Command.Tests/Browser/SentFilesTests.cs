using Command.Boards.Queue;
using Command.Data;
using Command.Tests.Messages;
using Command.Tests.Tipoffs;
using Microsoft.AspNetCore.Http;
using static Microsoft.Playwright.Assertions;

namespace Command.Tests.Browser;

/// <summary>Files that a resident sent, as whoever works on the tip-off sees them arrive.</summary>
[Collection(Browsers.Own)]
public sealed class SentFilesTests(Browsers browsers)
{
    [ChromiumTheory]
    [InlineData(1440, "day")]
    [InlineData(390, "night")]
    public async Task They_arrive_on_the_open_page_and_what_does_not_says_why(int width, string theme)
    {
        var released = new TaskCompletionSource();
        await using var host = await PlatformFiles.StartAsync();
        await using var app = await Ward.StartAsync(new ShiftedClock(new TimeOnly(14, 40)), $"--Tipoffs:CopyHosts:0={host.Name}", "--Tipoffs:CopyFromOwnNetwork=true", "--Tipoffs:CopyFiles=true");
        byte[] png = [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        await app.WriteAsync("m1", app.Get<TimeProvider>().GetUtcNow().AddMinutes(-5), text: "Có trộm, tôi gửi ảnh", files:
        [
            new(Attachments.Image, null, host.Put("/anh", async context =>
            {
                await released.Task;
                await context.Response.Body.WriteAsync(png);
            })),
            new(Attachments.File, "don.docx", host.Put("/don", [1, 2, 3, 4, 5])),
        ]);
        var made = await app.Get<TipoffMaking>().MakeAsync(await app.AskerAsync(Role.Staff), await app.ConversationAsync(), 0, TipoffCategory.Theft, CancellationToken.None);
        await using var viewer = await browsers.OpenAsync(app, "/tipoffs/" + made.Number, width, theme: theme, visitor: await app.SignInAsync(Role.Staff, "ward-0"));
        var copies = viewer.Page.Locator(".copies");
        await Expect(copies).ToContainTextAsync("chép");
        await Expect(copies).Not.ToContainTextAsync("đã chép");

        released.SetResult();

        await Expect(copies).ToContainTextAsync("Ảnh: đã chép", new() { Timeout = 20_000 });
        await Expect(copies).ToContainTextAsync("Tệp: không chép được: không phải ảnh JPEG, PNG, WebP, tài liệu PDF hay video MP4", new() { Timeout = 20_000 });
        await viewer.KeepPictureAsync($"copies-{width}-{theme}");
        Assert.Empty(await AccessibilityTests.GraveAsync(viewer, "copies"));
        Assert.False(await viewer.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
        Assert.Empty(viewer.Complaints);
    }
}
