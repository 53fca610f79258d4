using Command.Data;
using Command.Ingest;
using Command.Jobs;
using Command.People;
using Command.Rollups;
using Command.Tests.Live;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Jobs;

public sealed class PurgeTests
{
    private static readonly DateTimeOffset start = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_expired_goes_and_the_sums_stand()
    {
        var clock = new HandClock(start);
        await using var app = await TestApp.StartAsync(clock);
        await app.AppendAsync(Happenings.History(1, 200, start.AddDays(-3), start).Select(e => e with { Words = [1] }));
        await app.Get<EventLog>().Append([], [new SealedUnusable(Platform.Zalo, UnusableReason.MissingId, new byte[16], [1])], CancellationToken.None);

        clock.Now = start.AddDays(14);
        await app.AppendAsync(Happenings.Event(EventKind.Message, clock.Now) with { Words = [1] });
        await PurgeAsync(app);
        await using (var db = await app.OpenAsync())
        {
            Assert.Equal((201, 1), (await db.Words.CountAsync(), await db.SetAsides.CountAsync()));
            Assert.True(await db.RollupFiveMinutes.AllAsync(r => r.SlotUtc >= start.AddDays(-1)));
            Assert.True(await db.RollupFiveMinutes.AnyAsync(r => r.SlotUtc < start));
        }

        clock.Now = start.AddDays(90);
        await PurgeAsync(app);
        await using var after = await app.OpenAsync();
        Assert.Equal((1, 0, 0), (await after.Words.CountAsync(), await after.SetAsides.CountAsync(), await after.RollupFiveMinutes.CountAsync()));
        Assert.Equal(201, await after.Events.CountAsync());
    }

    [Fact]
    public async Task Words_and_attachments_of_tipoffs_expire_and_the_tipoffs_stand()
    {
        var clock = new HandClock(start);
        await using var app = await TestApp.StartAsync(clock, world: """{"units": [{"key": "sen", "code": "1", "name": "Sen", "kind": "ward"}]}""");
        var tree = await app.Get<UnitRegistry>().TreeAsync(CancellationToken.None);
        var entry = new NewTipoff("1", TipoffSource.Phone, tree.Find("sen")!.Id, TipoffCategory.Theft, start) { Words = "mất xe", Attachments = [[.. "%PDF-1"u8]] };
        Assert.Null((await app.Get<TipoffDesk>().EnterAsync(entry, new Asker(Role.Staff, null, 1, "binh"), CancellationToken.None)).Refusal);

        foreach (var (days, stands) in ((int, int)[])[(89, 1), (90, 0)])
        {
            clock.Now = start.AddDays(days);
            await app.Get<Purge>().RunAsync(CancellationToken.None);
            await using var db = await app.OpenAsync();
            Assert.Equal((stands, stands, 1), (await db.TipoffWords.CountAsync(), await db.TipoffAttachments.CountAsync(), await db.Tipoffs.CountAsync()));
        }
    }

    private static async Task PurgeAsync(TestApp app)
    {
        await app.Get<Purge>().RunAsync(CancellationToken.None);
        Assert.Empty(await app.Get<Rebuild>().VerifyAsync(LocalTime.DayOf(start).AddDays(-5), LocalTime.DayOf(start).AddDays(30), CancellationToken.None));
    }
}
