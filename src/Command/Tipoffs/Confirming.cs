using Command.Data;

namespace Command.Tipoffs;

/// <summary>
/// Pure: who may be the second person. Never who entered or assessed the tip-off; from a unit above the assessing one,
/// or named for it by an administrator. Only where no such unit exists, another person of the assessing unit itself.
/// </summary>
public static class Confirming
{
    /// <summary>Assessments that count only when a second person has agreed.</summary>
    public static bool IsNeededFor(Verdict? verdict) => verdict is Verdict.Valuable or Verdict.Duplicate or Verdict.Spam;

    /// <summary>Null: he may.</summary>
    public static StepRefusal? Refusal(Tipoff tipoff, Standpoint from)
    {
        var asker = from.Asker;
        if (!asker.MayConfirm)
            return new StepRefusal(RefusedFor.NoRightToConfirm);
        if (asker.PersonId == tipoff.EnteredBy)
            return new StepRefusal(RefusedFor.EnteredByYou);
        if (asker.PersonId == tipoff.AssessedBy)
            return new StepRefusal(RefusedFor.AssessedByYou);
        if (tipoff.AssessedUnitId is { } unit && from.Sight.MayConfirm(unit))
            return null;
        if (asker.UnitId != tipoff.AssessedUnitId)
            return new StepRefusal(RefusedFor.NotAbove);
        return IsInternal(tipoff, from) && from.Sight.MayWork(tipoff.CreditedUnitId) ? null : new StepRefusal(RefusedFor.SameUnit);
    }

    /// <summary>Whether a confirmation by this asker stays within the assessing unit.</summary>
    public static bool IsInternal(Tipoff tipoff, Standpoint from) =>
        from.Asker.UnitId == tipoff.AssessedUnitId
        && !from.OthersAreNamed
        && (tipoff.AssessedUnitId is not { } unit || from.Tree.ParentOn(unit, from.Today) is null);
}
