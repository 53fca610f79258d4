using Command.Data;
using Command.People;
using Command.Periods;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Ranking.Leaderboards;

/// <summary>What units are to reach by the end of a period, set by a commander for those below him.</summary>
public sealed class Targets(CommandDb db, Acts acts, UnitRegistry registry, TimeProvider time)
{
    /// <param name="value">In the metric's own unit; null takes the target away.</param>
    /// <returns>False: not a commander of that unit, no indicator, sealed already, or a value that cannot be reached.</returns>
    public async Task<bool> SetAsync(Asker asker, string unitKey, LeaderboardAsk ask, double? value, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        if (asker.Role != Role.Commander || tree.Find(unitKey) is not { } unit || !Sight.Of(asker, tree, LocalTime.DayOf(time.GetUtcNow())).SeesCounts(unit.Id))
            return false;
        if (ask.Metric.Form == LeaderboardForm.Composite || value is not (null or > 0 and < 1e9) || (ask.Metric.Form == LeaderboardForm.Share && value > 1))
            return false;
        return await acts.RunAsync<bool>(async () =>
        {
            if (await db.SealedLeaderboards.AnyAsync(b => b.PeerGroup == ask.Group && b.Period == ask.Period.Key && b.Metric == ask.Metric.Name, cancellation))
                return (false, null);
            var standing = await db.Targets.SingleOrDefaultAsync(t => t.UnitId == unit.Id && t.Period == ask.Period.Key && t.Metric == ask.Metric.Name, cancellation);
            var before = standing?.Value;
            if (before == value)
                return (true, null);
            if (value is not { } wanted)
                db.Remove(standing!);
            else if (standing is null)
                db.Add(new Target { UnitId = unit.Id, Period = ask.Period.Key, Metric = ask.Metric.Name, Value = wanted, SetAt = time.GetUtcNow(), SetBy = asker.Name });
            else
                (standing.Value, standing.SetAt, standing.SetBy) = (wanted, time.GetUtcNow(), asker.Name);
            return (true, AuditEntry.By(
                asker,
                value is null ? "leaderboard.target.removed" : "leaderboard.target.set",
                AuditFacts.Write(AuditFacts.OfUnit(unit.Id), (AuditFact.Period, ask.Period.Key), (AuditFact.Metric, ask.Metric.Name)),
                before: Say(before),
                after: Say(value)));
        }, cancellation);

        static string? Say(double? value) => value is null ? null : AuditFacts.Write((AuditFact.Value, value));
    }

    /// <summary>By the unit's key. Of followers, what a document names as the unit's aim holds where no commander set anything.</summary>
    public async Task<IReadOnlyDictionary<string, double>> ReadAsync(LeaderboardAsk ask, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        var (period, metric) = (ask.Period.Key, ask.Metric.Name);
        var set = await db.Targets.AsNoTracking().Where(t => t.Period == period && t.Metric == metric).ToListAsync(cancellation);
        var targets = set.Where(t => tree.Units.ContainsKey(t.UnitId)).ToDictionary(t => tree.Units[t.UnitId].Key, t => t.Value);
        if (ask.Metric == LeaderboardMetric.FollowersPer1000)
        {
            foreach (var (unit, aim) in await DeclaredAimsAsync(ask.Period, cancellation))
                targets.TryAdd(tree.Units[unit].Key, aim.Value / 100 * ask.Metric.Per);
        }

        return targets;
    }

    /// <summary>The last aim that a document names for a unit by the end of the period, in percent of its residents.</summary>
    private async Task<IEnumerable<(int Unit, DeclaredTotal Aim)>> DeclaredAimsAsync(Period period, CancellationToken cancellation)
    {
        var aims = await db.Readings.AsNoTracking().Where(r => r.UnitId != null && r.Metric == Metric.CoverageTarget.Id).ToListAsync(cancellation);
        return aims.Where(a => LocalTime.DayOf(Declared.Instant(a)) <= period.To).GroupBy(a => a.UnitId!.Value).Select(unit => (unit.Key, Declared.OfUnit(Metric.CoverageTarget, [.. unit])!));
    }
}
