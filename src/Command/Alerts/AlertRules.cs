using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Alerts;

/// <summary>A rule as an administrator wrote it; parameters that its kind does not know are left out when it is saved.</summary>
public sealed record AlertRuleDraft(
    AlertKind Kind, int? UnitId, DateOnly From, bool IsEnabled, bool Sounds, bool MustAcknowledge, int? Least, int? Again, int? Hours, double? Deviations);

public enum AlertRuleFault
{
    None,

    /// <summary>The unit is not his to rule.</summary>
    OutOfSight,

    /// <summary>A rule holds from today on, or later: what held stays as it was.</summary>
    InThePast,

    /// <summary>A parameter is missing or beyond its range.</summary>
    OutOfRange,
}

/// <summary>The rules as data. A new one holds from its day on; what held before goes on holding for the days it held.</summary>
public sealed class AlertRules(IDbContextFactory<CommandDb> databases, UnitRegistry units, AuditLog audit, IHttpContextAccessor requests, TimeProvider time)
{
    public const string Action = "alert.rule.set";

    private const int MostCases = 1_000_000;
    private const int MostHours = 12;
    private const double MostDeviations = 100;

    /// <summary>Those that hold today or will, and the asker may set; by kind, unit and day.</summary>
    public async Task<IReadOnlyList<AlertRule>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var sight = Sight.Of(asker, await units.TreeAsync(cancellation), today);
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var all = await db.AlertRules.AsNoTracking().ToListAsync(cancellation);
        return
        [
            .. all.GroupBy(r => (r.Kind, r.UnitId))
                .SelectMany(dated => dated.Where(r => r.From > today).Concat(dated.Where(r => r.From <= today).OrderByDescending(r => r.From).Take(1)))
                .Where(r => r.UnitId is null || sight.Covers(r.UnitId))
                .OrderBy(r => r.Kind).ThenBy(r => r.UnitId is not null).ThenBy(r => r.UnitId).ThenBy(r => r.From),
        ];
    }

    /// <summary>A rule for every unit is set by those who see the whole tree.</summary>
    public async Task<bool> MaySetAsync(Asker asker, AlertRule rule, CancellationToken cancellation) => (await SightAsync(asker, cancellation)).Covers(rule.UnitId);

    public async Task<AlertRuleFault> SetAsync(Asker asker, AlertRuleDraft draft, CancellationToken cancellation)
    {
        if (asker.Role != Role.Administrator || !(await SightAsync(asker, cancellation)).Covers(draft.UnitId))
            return AlertRuleFault.OutOfSight;
        if (draft.From < LocalTime.DayOf(time.GetUtcNow()))
            return AlertRuleFault.InThePast;
        if (!IsInRange(draft))
            return AlertRuleFault.OutOfRange;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        return await new Acts(db, audit, requests).RunAsync<AlertRuleFault>(async () =>
        {
            var dated = await db.AlertRules.Where(r => r.Kind == draft.Kind && r.UnitId == draft.UnitId).ToListAsync(cancellation);
            var before = Say(dated.Where(r => r.From <= draft.From).MaxBy(r => r.From));
            var rule = dated.Find(r => r.From == draft.From);
            if (rule is null)
                db.AlertRules.Add(rule = new AlertRule { Kind = draft.Kind, UnitId = draft.UnitId, From = draft.From });
            Write(draft, rule);
            return (AlertRuleFault.None, AuditEntry.By(asker, Action, AuditFacts.Write((AuditFact.AlertKind, draft.Kind), AuditFacts.OfUnit(draft.UnitId)), before: before, after: Say(rule)));
        }, cancellation);
    }

    private static bool IsInRange(AlertRuleDraft draft) => Enum.IsDefined(draft.Kind) && draft.Kind switch
    {
        AlertKind.Overdue => draft is { Least: >= 1 and <= MostCases, Again: >= 1 and <= MostCases },
        AlertKind.Spike => draft is { Least: >= 1 and <= MostCases, Hours: >= 1 and <= MostHours, Deviations: >= 1 and <= MostDeviations },
        _ => true,
    };

    private static void Write(AlertRuleDraft draft, AlertRule rule)
    {
        (rule.IsEnabled, rule.Sounds, rule.MustAcknowledge) = (draft.IsEnabled, draft.Sounds, draft.MustAcknowledge);
        rule.Least = draft.Kind is AlertKind.Overdue or AlertKind.Spike ? draft.Least : null;
        rule.Again = draft.Kind == AlertKind.Overdue ? draft.Again : null;
        (rule.Hours, rule.Deviations) = draft.Kind == AlertKind.Spike ? (draft.Hours, draft.Deviations) : (null, null);
    }

    private static string? Say(AlertRule? rule) => rule is null ? null : AuditFacts.Write(
        (AuditFact.From, rule.From),
        (AuditFact.IsEnabled, rule.IsEnabled),
        (AuditFact.Sounds, rule.Sounds),
        (AuditFact.MustAcknowledge, rule.MustAcknowledge),
        (AuditFact.Least, rule.Least),
        (AuditFact.Again, rule.Again),
        (AuditFact.Hours, rule.Hours),
        (AuditFact.Deviations, rule.Deviations));

    private async Task<Sight> SightAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await units.TreeAsync(cancellation), LocalTime.DayOf(time.GetUtcNow()));
}
