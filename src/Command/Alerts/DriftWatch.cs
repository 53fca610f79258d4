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
    IDbContextFactory<CommandDb> databases, UnitRegistry units, Rebuild rebuild, TipoffRebuild tipoffs, ReplyTargetBook targets, LiveAlerts live, TimeProvider time)
{
    /// <summary>After a longer time without the server the oldest days are left to a rebuild by hand.</summary>
    private const int MostDaysMissed = 31;

    /// <summary>What was found; run again in the same night, it takes the place of what was found before.</summary>
    public async Task<DriftCheck> RunAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var night = LocalTime.DayOf(now);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var last = await db.DriftChecks.AsNoTracking().Where(c => c.Day < night).OrderByDescending(c => c.Day).FirstOrDefaultAsync(cancellation);
        var newest = await db.Events.MaxAsync(e => (long?)e.Id, cancellation) ?? 0;
        var open = await db.Alerts.Where(a => a.ClosedAt == null && a.Kind == AlertKind.Drift).ToListAsync(cancellation);
        var first = last is null || last.Day < night.AddDays(-MostDaysMissed) ? night.AddDays(last is null ? -1 : -MostDaysMissed) : last.Day;
        var days = Enumerable.Range(0, night.DayNumber - first.DayNumber).Select(first.AddDays)
            .Concat(open.Select(a => a.Day).OfType<DateOnly>())
            .Concat(last is null ? [] : await new TouchedDays(db, last, first, await targets.ReadAsync(cancellation)).ReadAsync(cancellation))
            .ToHashSet();
        if (await Rebuild.OldestDayAsync(db, cancellation) is { } oldest)
            days.RemoveWhere(day => day < oldest);

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
        if (await db.DriftChecks.FindAsync([night], cancellation) is not { } check)
            db.DriftChecks.Add(check = new DriftCheck { Day = night });
        (check.At, check.LastEventId, check.Days, check.Drifts) = (now, newest, days.Count, drifts);
        await AlertRows.WriteAsync(db, raised, cancellation);
        await live.RefreshAsync(cancellation);
        return check;
    }
}
