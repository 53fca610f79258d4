using Command.Data;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>
/// Each night compares the sums of yesterday, and of earlier days that something moved since, with what their records
/// say. It changes no sum: whoever is told decides what to mend. A night that was missed is made up for.
/// </summary>
public sealed class DriftWatch(
    IDbContextFactory<CommandDb> databases, UnitRegistry units, Rebuild rebuild, TipoffRebuild tipoffs, ReplyTarget target, LiveAlerts live, TimeProvider time)
{
    /// <summary>The quietest time of the local night, and behind the last whole day.</summary>
    private static readonly TimeOnly at = new(3, 10);

    /// <summary>After a longer time without the server the oldest days are left to a rebuild by hand.</summary>
    private const int MostDaysMissed = 31;

    /// <returns>False: tonight's has run, or is still to come.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken cancellation)
    {
        var night = NightOf(time.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.DriftChecks.AsNoTracking().OrderByDescending(c => c.Day).FirstOrDefaultAsync(cancellation);
        if (last?.Day >= night)
            return false;
        await RunAsync(db, night, last, cancellation);
        await live.RefreshAsync(cancellation);
        return true;
    }

    internal static DateOnly NightOf(DateTimeOffset now)
    {
        var local = LocalTime.ToLocal(now);
        var day = DateOnly.FromDateTime(local.DateTime);
        return TimeOnly.FromDateTime(local.DateTime) >= at ? day : day.AddDays(-1);
    }

    private async Task RunAsync(CommandDb db, DateOnly night, DriftCheck? last, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var newest = await db.Events.MaxAsync(e => (long?)e.Id, cancellation) ?? 0;
        var open = await db.Alerts.Where(a => a.ClosedAt == null && a.Kind == AlertKind.Drift).ToListAsync(cancellation);
        var first = last is null || last.Day < night.AddDays(-MostDaysMissed) ? night.AddDays(last is null ? -1 : -MostDaysMissed) : last.Day;
        var days = Enumerable.Range(0, night.DayNumber - first.DayNumber).Select(first.AddDays)
            .Concat(open.Select(a => a.Day).OfType<DateOnly>())
            .Concat(last is null ? [] : await new TouchedDays(db, last, first, target.Value).ReadAsync(cancellation))
            .ToHashSet();

        var tree = await units.TreeAsync(cancellation);
        var rules = new RuleBook(await db.AlertRules.AsNoTracking().ToListAsync(cancellation), tree, LocalTime.DayOf(now));
        var causes = new List<Cause>();
        var drifts = 0;
        foreach (var day in days.Order())
        {
            var sums = await rebuild.VerifyAsync(day, day, cancellation);
            var counts = await tipoffs.VerifyAsync(day, day, cancellation);
            drifts += sums.Count + counts.Count;
            causes.AddRange(DriftCauses.Of(day, sums, counts, tree, rules));
        }

        var raised = Standing.Follow(open, causes, now);
        db.DriftChecks.Add(new DriftCheck { Day = night, At = now, LastEventId = newest, Days = days.Count, Drifts = drifts });
        await AlertRows.WriteAsync(db, raised, cancellation);
    }
}
