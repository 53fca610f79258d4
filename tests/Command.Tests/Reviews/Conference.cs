using Command.Data;
using Command.People;
using Command.Reviews;
using Command.Rollups;
using Command.Tests.Ranking.Leaderboards;
using Command.Units;

namespace Command.Tests.Reviews;

/// <summary>A district of five wards with tip-offs, messages and replies of February 2026, on 10 March, and those who prepare its conference.</summary>
internal sealed class Conference : IAsyncDisposable
{
    public const string Period = "2026-02";

    private Conference(Wards wards) => Wards = wards;

    public Wards Wards { get; }

    public TestApp App => Wards.App;

    public ReviewDesk Desk => App.Get<ReviewDesk>();

    public ReviewQuery Reviews => App.Get<ReviewQuery>();

    public static async Task<Conference> StartAsync()
    {
        var conference = new Conference(await Wards.BusyAsync());
        await conference.CountAsync("sen-zalo", "2026-01-20", Metric.Messages, 40);
        await conference.CountAsync("sen-zalo", "2026-02-03", Metric.Messages, 120);
        await conference.CountAsync("mai-zalo", "2026-02-05", Metric.Messages, 80);
        await conference.CountAsync("mai-zalo", "2026-02-05", Metric.Posts, 7);
        await conference.Wards.ReplyAsync("sen-zalo", "2026-02-03", 90, 100);
        await conference.Wards.ReplyAsync("mai-zalo", "2026-02-05", 30, 60);
        await conference.AnswerAsync("sen-zalo", "2026-02-03", TimeSpan.FromMinutes(12), 95);
        await conference.AnswerAsync("mai-zalo", "2026-02-05", TimeSpan.FromMinutes(95), 40);
        await conference.Wards.FollowAsync("sen-zalo", "2026-02-20T10:00:00", 9_000);
        return conference;
    }

    public Task<Asker> StaffAsync(string name = "an") => AskerAsync(Role.Staff, "north", name);

    public async Task<Asker> AskerAsync(Role role, string unit, string name) => new(role, await Wards.IdAsync(unit), 50, name);

    public async Task<Review> MakeAsync(string unit = "north", string period = Period, string? comparison = "2026-01")
    {
        var made = await Desk.MakeAsync(await StaffAsync(), unit, period, comparison, "Sơ kết tháng 2", CancellationToken.None);
        Assert.Null(made.Refusal);
        return made.Review!;
    }

    public async Task<ReviewView> ReadAsync(int id, Asker? asker = null) => (await Reviews.ReadAsync(asker ?? await StaffAsync(), id, CancellationToken.None))!;

    public async Task<ReviewResult> RemarkAsync(int id, Asker asker, string seen, string text) =>
        await Desk.EditAsync(asker, id, "Summary", w => w.Remark(ReviewSection.Summary), seen, w => w.With(ReviewSection.Summary, text), CancellationToken.None);

    public async Task<Review> FreezeAsync(int id)
    {
        var staff = await StaffAsync();
        var frozen = await Desk.FreezeAsync(staff, id, (await ReadAsync(id)).Review.Version, CancellationToken.None);
        Assert.Null(frozen.Refusal);
        return frozen.Review!;
    }

    public async Task CountAsync(string page, string day, Metric metric, long count)
    {
        var pageId = (await App.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).FindPage(page)!.Id;
        await using var db = await App.OpenAsync();
        db.Add(new RollupDay { PageId = pageId, Metric = metric.Id, Day = DateOnly.Parse(day, null), Count = count, Sum = count });
        await db.SaveChangesAsync();
    }

    /// <summary>So many first replies, each after so long.</summary>
    public async Task AnswerAsync(string page, string day, TimeSpan after, long count)
    {
        var pageId = (await App.Get<UnitRegistry>().TreeAsync(CancellationToken.None)).FindPage(page)!.Id;
        await using var db = await App.OpenAsync();
        db.Add(new RollupDay { PageId = pageId, Metric = Metric.FirstReply.Id, Day = DateOnly.Parse(day, null), Bucket = Histogram.BucketOf(after), Count = count, Sum = count * (long)after.TotalSeconds });
        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Wards.DisposeAsync();
}
