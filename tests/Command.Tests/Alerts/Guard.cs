using System.Globalization;
using Command.Alerts;
using Command.Data;
using Command.People;
using Command.Tests.Live;
using Command.Tests.Messages;
using Command.Tipoffs;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Alerts;

/// <summary>What is done to the city of <see cref="Ward"/> to be warned of it.</summary>
internal static class Guard
{
    public static readonly CancellationToken None = CancellationToken.None;

    public static Task LookAsync(this TestApp app) => app.Get<AlertWatch>().LookAsync(None, everything: true);

    public static async Task<Tipoff> EnterAsync(this TestApp app, string once, string unit = "ward-0", Urgency urgency = Urgency.Urgent, DateTimeOffset? at = null)
    {
        var entry = new NewTipoff(once, TipoffSource.Phone, await app.UnitAsync(unit), TipoffCategory.Robbery, at ?? app.Get<TimeProvider>().GetUtcNow())
        {
            Words = "Cướp ở hẻm Hoa Giấy",
            Urgency = urgency,
        };
        var done = await app.Get<TipoffDesk>().EnterAsync(entry, await app.AskerAsync(Role.Commander, "city", 90), None);
        Assert.Null(done.Refusal);
        return done.Tipoff!;
    }

    /// <summary>The unit finds nothing in it: nothing is urgent or overdue any more.</summary>
    public static async Task AssessAsync(this TestApp app, Tipoff tipoff)
    {
        var asker = new Asker(Role.Chief, tipoff.CreditedUnitId, 40, "canbo40");
        foreach (var step in new[] { Step.Take, Step.Assess(Verdict.NotValuable, "không có") })
        {
            await using var db = await app.OpenAsync();
            var version = await db.Tipoffs.Where(t => t.Id == tipoff.Id).Select(t => t.Version).SingleAsync();
            Assert.Null((await app.Get<TipoffDesk>().TakeStepAsync(tipoff.Number, version, step, asker, None)).Refusal);
        }
    }

    public static async Task<List<Alert>> AlertsAsync(this TestApp app)
    {
        await using var db = await app.OpenAsync();
        return await db.Alerts.AsNoTracking().OrderBy(a => a.Id).ToListAsync();
    }

    public static Task<IReadOnlyList<AlertLine>> OpenAsync(this TestApp app, Asker asker) => app.Get<AlertQuery>().OpenAsync(asker, None);

    public static Task<Acknowledged> AcknowledgeAsync(this TestApp app, Asker asker, long id, string? note = null) =>
        app.Get<AlertDesk>().AcknowledgeAsync(asker, id, note, None);

    /// <summary>Both pages are alive.</summary>
    public static Task HearAsync(this TestApp app) =>
        app.AppendAsync(Enumerable.Range(0, 2).Select(page => Happenings.Event(EventKind.Follow, app.Get<TimeProvider>().GetUtcNow().AddMinutes(-1), page)));

    /// <summary>So many messages of as many residents, a second apart.</summary>
    public static Task FloodAsync(this TestApp app, DateTimeOffset at, int count, int page = 0) =>
        app.AppendAsync(Enumerable.Range(0, count).Select(i => Happenings.Event(EventKind.Message, at.AddSeconds(i), page, 1000 + i, string.Create(CultureInfo.InvariantCulture, $"{page} {at:O} {i}"))));
}
