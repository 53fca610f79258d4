using Command.Data;
using Command.People;
using Command.Rollups;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Messages;

/// <summary>What an administrator says of a target.</summary>
/// <param name="UnitId">Null: all units.</param>
/// <param name="Kind">Null: every kind.</param>
/// <param name="To">Last day; null: until another begins. After it, what held before holds again.</param>
public sealed record TargetDraft(int? UnitId, MessageKind? Kind, DateOnly? From, DateOnly? To, int Minutes, TargetMeasure Measure);

/// <summary>Reply targets by unit and kind, each from a day on. The newest row that covers a day holds; rows before it stay as they were.</summary>
public sealed class ReplyTargetSettings(CommandDb db, UnitRegistry units, Acts acts, ReplyTargetBook book, TimeProvider time)
{
    public const int MostMinutes = 60 * 24 * 60;

    private DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    /// <summary>Those of all units and of the units in sight, newest first.</summary>
    public async Task<IReadOnlyList<ReplyTargetRule>> ListAsync(Asker asker, CancellationToken cancellation)
    {
        var sight = await SightAsync(asker, cancellation);
        var rules = await db.ReplyTargetRules.AsNoTracking().OrderBy(r => r.UnitId).ThenBy(r => r.Kind).ThenByDescending(r => r.From).ToListAsync(cancellation);
        return [.. rules.Where(r => r.UnitId is not { } unit || sight.SeesCounts(unit))];
    }

    public Task<SettingFault> SetAsync(Asker asker, TargetDraft draft, CancellationToken cancellation) => ActAsync(async () =>
    {
        if (await FaultAsync(asker, draft, cancellation) is var fault and not SettingFault.None)
            return (fault, null);
        var (from, to) = (draft.From!.Value, draft.To ?? DateOnly.MaxValue);
        var dated = await db.ReplyTargetRules.Where(r => r.UnitId == draft.UnitId && r.Kind == draft.Kind).ToListAsync(cancellation);
        if (dated.Exists(r => r.From >= from && r.From <= to))
            return (SettingFault.Overlap, null);
        var before = dated.Where(r => r.From < from && (r.To is null || r.To >= from)).MaxBy(r => r.From);
        var rule = new ReplyTargetRule { UnitId = draft.UnitId, Kind = draft.Kind, From = from, To = draft.To, Minutes = draft.Minutes, Measure = draft.Measure };
        db.ReplyTargetRules.Add(rule);
        return (SettingFault.None, Line("target.set", asker, rule, Say(before), Say(rule)));
    }, cancellation);

    /// <summary>With the end of today: tomorrow what is set above the unit holds again. Rows that begin later stay.</summary>
    public Task<SettingFault> EndAsync(Asker asker, int id, CancellationToken cancellation) => ActAsync(async () =>
    {
        if (await FindAsync(asker, id, cancellation) is not { } rule)
            return (SettingFault.Gone, null);
        var today = Today;
        var running = await db.ReplyTargetRules
            .Where(r => r.UnitId == rule.UnitId && r.Kind == rule.Kind && r.From <= today && (r.To == null || r.To > today)).ToListAsync(cancellation);
        if (running.Count == 0)
            return (SettingFault.Gone, null);
        var before = Say(running);
        running.ForEach(r => r.To = today);
        return (SettingFault.None, Line("target.ended", asker, rule, before, Say(running)));
    }, cancellation);

    /// <summary>Only what has not begun.</summary>
    public Task<SettingFault> RemoveAsync(Asker asker, int id, CancellationToken cancellation) => ActAsync(async () =>
    {
        if (await FindAsync(asker, id, cancellation) is not { } rule)
            return (SettingFault.Gone, null);
        if (rule.From <= Today)
            return (SettingFault.Begun, null);
        db.ReplyTargetRules.Remove(rule);
        return (SettingFault.None, Line("target.removed", asker, rule, Say(rule), null));
    }, cancellation);

    private async Task<SettingFault> ActAsync(Func<Task<(SettingFault, AuditEntry?)>> act, CancellationToken cancellation)
    {
        var fault = await acts.RunAsync<SettingFault>(act, cancellation);
        book.Changed();
        return fault;
    }

    private async Task<SettingFault> FaultAsync(Asker asker, TargetDraft draft, CancellationToken cancellation)
    {
        if (!await MaySetAsync(asker, draft.UnitId, cancellation))
            return SettingFault.OutOfSight;
        if (SettingDays.FromTomorrow(draft.From, Today) is var fault and not SettingFault.None)
            return fault;
        if (draft.To < draft.From)
            return SettingFault.DaysReversed;
        if (draft.Minutes is < 1 or > MostMinutes)
            return SettingFault.AmountAbsurd;
        return Enum.IsDefined(draft.Measure) && (draft.Kind is not { } kind || Enum.IsDefined(kind)) ? SettingFault.None : SettingFault.KindUnknown;
    }

    private async Task<ReplyTargetRule?> FindAsync(Asker asker, int id, CancellationToken cancellation) =>
        await db.ReplyTargetRules.SingleOrDefaultAsync(r => r.Id == id, cancellation) is { } rule && await MaySetAsync(asker, rule.UnitId, cancellation) ? rule : null;

    private async Task<bool> MaySetAsync(Asker asker, int? unitId, CancellationToken cancellation) =>
        asker.Role == Role.Administrator && (await SightAsync(asker, cancellation)).Covers(unitId);

    private async Task<Sight> SightAsync(Asker asker, CancellationToken cancellation) => Sight.Of(asker, await units.TreeAsync(cancellation), Today);

    private static AuditEntry Line(string what, Asker asker, ReplyTargetRule rule, string? before, string? after) =>
        AuditEntry.By(asker, what, AuditFacts.Write(AuditFacts.OfUnit(rule.UnitId)), before, after);

    private static string Say(IEnumerable<ReplyTargetRule> rules) => $"[{string.Join(',', rules.Select(Say))}]";

    private static string? Say(ReplyTargetRule? rule) => rule is null
        ? null
        : AuditFacts.Write(
            (AuditFact.MessageKind, rule.Kind?.ToString() ?? AuditFacts.All),
            (AuditFact.Minutes, rule.Minutes),
            (AuditFact.TargetMeasure, rule.Measure),
            (AuditFact.From, rule.From),
            (AuditFact.To, rule.To));
}
