using Command.Data;
using Command.People;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>
/// Limits of time, each from a day on. The newest row holds for what is received from its day; a tip-off keeps the
/// limits it was given, and its extensions are reckoned by the rules of the day it was received.
/// </summary>
public sealed class DeadlineSettings(CommandDb db, UnitRegistry units, Acts acts, TimeProvider time)
{
    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    public async Task<IReadOnlyList<DeadlineRule>> ListAsync(CancellationToken cancellation) =>
        await db.DeadlineRules.AsNoTracking().OrderBy(r => r.Kind).ThenByDescending(r => r.From).ToListAsync(cancellation);

    public Task<SettingFault> SetAsync(Asker asker, DeadlineKind kind, DateOnly? from, int amount, DeadlineMeasure measure, CancellationToken cancellation) => acts.RunAsync<SettingFault>(async () =>
    {
        if (await FaultAsync(asker, kind, from, amount, measure, cancellation) is var fault and not SettingFault.None)
            return (fault, null);
        var day = from!.Value;
        var dated = await db.DeadlineRules.Where(r => r.Kind == kind).ToListAsync(cancellation);
        if (dated.Exists(r => r.From >= day))
            return (SettingFault.Overlap, null);
        var rule = new DeadlineRule { Kind = kind, From = day, Amount = amount, Measure = measure };
        db.DeadlineRules.Add(rule);
        return (SettingFault.None, AuditEntry.By(asker, "deadline.set", AuditFacts.Write((AuditFact.Deadline, kind)), before: Say(dated.MaxBy(r => r.From)), after: Say(rule)));
    }, cancellation);

    /// <summary>Only what has not begun.</summary>
    public Task<SettingFault> RemoveAsync(Asker asker, int id, CancellationToken cancellation) => acts.RunAsync<SettingFault>(async () =>
    {
        if (!await MaySetAsync(asker, cancellation))
            return (SettingFault.OutOfSight, null);
        if (await db.DeadlineRules.SingleOrDefaultAsync(r => r.Id == id, cancellation) is not { } rule)
            return (SettingFault.Gone, null);
        if (rule.From <= Today)
            return (SettingFault.Begun, null);
        db.DeadlineRules.Remove(rule);
        return (SettingFault.None, AuditEntry.By(asker, "deadline.removed", AuditFacts.Write((AuditFact.Deadline, rule.Kind)), before: Say(rule)));
    }, cancellation);

    /// <summary>The limits hold for every unit.</summary>
    public async Task<bool> MaySetAsync(Asker asker, CancellationToken cancellation) =>
        Sight.Of(asker, await units.TreeAsync(cancellation), Today).SetsForAll;

    /// <summary>Of one limit, in its measure.</summary>
    public static int Most(DeadlineMeasure measure) => measure switch
    {
        DeadlineMeasure.ClockHours => 24 * 60,
        DeadlineMeasure.WorkingHours => 8 * 60,
        DeadlineMeasure.Months => 24,
        _ => 366,
    };

    private async Task<SettingFault> FaultAsync(Asker asker, DeadlineKind kind, DateOnly? from, int amount, DeadlineMeasure measure, CancellationToken cancellation)
    {
        if (!await MaySetAsync(asker, cancellation))
            return SettingFault.OutOfSight;
        if (!Enum.IsDefined(kind) || !Enum.IsDefined(measure))
            return SettingFault.KindUnknown;
        if (SettingDays.FromTomorrow(from, Today) is var fault and not SettingFault.None)
            return fault;
        return amount < 1 || amount > Most(measure) ? SettingFault.AmountAbsurd : SettingFault.None;
    }

    private static string? Say(DeadlineRule? rule) =>
        rule is null ? null : AuditFacts.Write((AuditFact.Amount, rule.Amount), (AuditFact.Measure, rule.Measure), (AuditFact.From, rule.From));
}
