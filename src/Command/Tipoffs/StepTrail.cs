using Command.Data;
using Microsoft.EntityFrameworkCore;

namespace Command.Tipoffs;

/// <summary>What a step leaves beside the tip-off itself: its line of the trail, copies, outcomes.</summary>
internal static class StepTrail
{
    public static TipoffStep Row(Tipoff tipoff, Tipoff next, Step step, Standpoint from) => new()
    {
        TipoffId = tipoff.Id,
        Number = next.Version,
        Kind = step.Kind,
        At = from.Now,
        PersonId = from.Asker.PersonId,
        Actor = from.Asker.Name,
        UnitId = from.Asker.UnitId,
        From = tipoff.State,
        To = next.State,
        Verdict = step.Kind == StepKind.Assess ? step.Verdict : null,
        Why = string.IsNullOrWhiteSpace(step.Why) ? null : step.Why.Trim(),
        Detail = Detail(step, from),
    };

    /// <summary>The words of the audit log: tipoff.take, tipoff.assess, …</summary>
    public static string AuditAction(StepKind kind) => "tipoff." + char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    public static async Task NoteAsync(CommandDb db, Tipoff tipoff, Step step, Standpoint from, CancellationToken cancellation)
    {
        if (step.Kind == StepKind.Forward)
            db.TipoffRecipients.Add(new TipoffRecipient { TipoffId = tipoff.Id, UnitId = step.RecipientUnitId!.Value, ForwardedAt = from.Now });
        if (step.Kind is not (StepKind.AddOutcome or StepKind.Close))
            return;
        var standing = await db.TipoffOutcomes.Where(o => o.TipoffId == tipoff.Id).ToDictionaryAsync(o => o.Outcome, cancellation);
        foreach (var (outcome, count) in step.Outcomes)
        {
            if (standing.TryGetValue(outcome, out var row))
                row.Count += count;
            else
                db.TipoffOutcomes.Add(new TipoffOutcome { TipoffId = tipoff.Id, Outcome = outcome, Count = count, Day = from.Today });
        }
    }

    private static string? Detail(Step step, Standpoint from) => step.Kind switch
    {
        StepKind.Forward => from.Tree.Units[step.RecipientUnitId!.Value].Key,
        StepKind.Assess when step.Verdict == Verdict.Duplicate => from.Original!.Number,
        StepKind.AddOutcome or StepKind.Close when step.Outcomes.Count > 0 => string.Join(", ", step.Outcomes.Select(o => $"{o.Key}×{o.Value}")),
        _ => null,
    };
}
