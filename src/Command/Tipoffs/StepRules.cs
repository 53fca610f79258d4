using Command.Data;

namespace Command.Tipoffs;

/// <summary>What the rules say to a step: the tip-off after it, or a refusal.</summary>
public sealed record Ruling(Tipoff? Next, StepRefusal? Refusal)
{
    public static Ruling Refused(string code) => new(null, new StepRefusal(code));
}

/// <summary>
/// The workflow, pure: received → verifying → assessed → confirmed, or returned by a second person → closed. Nothing
/// else decides what may be done; pages ask it too, so that a button stands only where its step is legal.
/// </summary>
public static class StepRules
{
    public const int MostWhyCharacters = 2_000;

    private const int MostExtensions = 2;
    private const int MostPerOutcome = 1_000;

    /// <param name="tipoff">It is not changed.</param>
    public static Ruling Judge(Tipoff tipoff, Step step, Standpoint from)
    {
        var refusal = Right(tipoff, step.Kind, from) ?? Content(tipoff, step, from);
        return refusal is null ? new Ruling(After(tipoff, step, from), null) : new Ruling(null, refusal);
    }

    /// <summary>The steps whose buttons this asker gets: legal by state and right; what they say is judged later.</summary>
    public static IReadOnlyList<StepKind> Offered(Tipoff tipoff, Standpoint from) =>
        [.. Enum.GetValues<StepKind>().Where(kind => kind != StepKind.Enter && Right(tipoff, kind, from) is null)];

    private static StepRefusal? Right(Tipoff tipoff, StepKind kind, Standpoint from)
    {
        if (from.Asker.PersonId == 0)
            return new StepRefusal(RefusedFor.NoPerson);
        if (!IsSecondPersons(kind))
            return !from.Sight.MayWork(tipoff.CreditedUnitId) ? new StepRefusal(RefusedFor.NoRight) : InState(tipoff, kind);
        return InState(tipoff, kind) ?? Confirming.Refusal(tipoff, from);
    }

    private static bool IsSecondPersons(StepKind kind) => kind is StepKind.Confirm or StepKind.Return or StepKind.Agree or StepKind.Disagree;

    private static StepRefusal? InState(Tipoff tipoff, StepKind kind)
    {
        var waits = tipoff.State is TipoffState.Verifying or TipoffState.Returned;
        var isDecided = tipoff.State == TipoffState.Confirmed || (tipoff.State == TipoffState.Assessed && !Confirming.IsNeededFor(tipoff.Verdict));
        var isLegal = kind switch
        {
            StepKind.Take => tipoff.State == TipoffState.Received,
            StepKind.Forward => waits || tipoff.State == TipoffState.Received,
            StepKind.Extend or StepKind.Assess => waits,
            StepKind.Confirm => tipoff.AwaitingSince is not null,
            // What was confirmed can still be taken back; the counts follow.
            StepKind.Return => tipoff.AwaitingSince is not null || tipoff.ConfirmedAt is not null,
            StepKind.Agree or StepKind.Disagree => tipoff.Recheck == Recheck.Due,
            StepKind.AddOutcome => isDecided || tipoff.State == TipoffState.Closed,
            StepKind.Close => isDecided,
            _ => false,
        };
        return isLegal ? null : new StepRefusal(RefusedFor.State);
    }

    private static StepRefusal? Content(Tipoff tipoff, Step step, Standpoint from)
    {
        var code = Why(step) ?? step.Kind switch
        {
            StepKind.Forward => Recipient(tipoff, step, from),
            StepKind.Extend => tipoff.Extensions >= MostExtensions ? RefusedFor.NoMoreExtensions : null,
            StepKind.Assess => Assessment(tipoff, step, from),
            StepKind.AddOutcome => step.Outcomes.Count == 0 ? RefusedFor.OutcomeMissing : Outcomes(step),
            StepKind.Close => step.Outcomes.Count == 0 && !from.HasOutcomes && tipoff.Verdict == Verdict.Valuable ? RefusedFor.OutcomeMissing : Outcomes(step),
            _ => null,
        };
        return code is null ? null : new StepRefusal(code);
    }

    private static string? Why(Step step)
    {
        var isNeeded = step.Kind is StepKind.Forward or StepKind.Extend or StepKind.Assess or StepKind.Return or StepKind.Disagree;
        if (isNeeded && string.IsNullOrWhiteSpace(step.Why))
            return RefusedFor.WhyMissing;
        return step.Why?.Length > MostWhyCharacters ? RefusedFor.WhyTooLong : null;
    }

    private static string? Recipient(Tipoff tipoff, Step step, Standpoint from)
    {
        if (step.RecipientUnitId is not { } unit || from.Tree.VersionOn(unit, from.Today) is null)
            return RefusedFor.RecipientUnknown;
        if (unit == tipoff.CreditedUnitId)
            return RefusedFor.RecipientIsCredited;
        return from.Recipients.Contains(unit) ? RefusedFor.RecipientHasIt : null;
    }

    private static string? Assessment(Tipoff tipoff, Step step, Standpoint from)
    {
        if (step.Verdict is not { } verdict || !Enum.IsDefined(verdict))
            return RefusedFor.VerdictMissing;
        if (verdict != Verdict.Duplicate)
            return null;
        if (from.Original is not { } original)
            return RefusedFor.OriginalUnknown;
        if (original.Id == tipoff.Id)
            return RefusedFor.OriginalIsItself;
        // Else two tip-offs could be each other's duplicate, and neither would count.
        return original.Verdict == Verdict.Duplicate ? RefusedFor.OriginalIsDuplicate : null;
    }

    private static string? Outcomes(Step step) =>
        step.Outcomes.All(o => Enum.IsDefined(o.Key) && o.Value is > 0 and <= MostPerOutcome) ? null : RefusedFor.OutcomeCount;

    private static Tipoff After(Tipoff tipoff, Step step, Standpoint from)
    {
        var next = tipoff.Copy();
        next.Version++;
        switch (step.Kind)
        {
            case StepKind.Take:
                (next.State, next.DueAt) = (TipoffState.Verifying, next.DecideDue);
                break;
            case StepKind.Forward:
                next.DueAt = next.DecideDue;
                break;
            case StepKind.Extend:
                Extend(next, from);
                break;
            case StepKind.Assess:
                Assess(next, step, from);
                break;
            case StepKind.Confirm:
                (next.State, next.ConfirmedAt, next.ConfirmedBy) = (TipoffState.Confirmed, from.Now, from.Asker.PersonId);
                next.ConfirmedInternally = Confirming.IsInternal(tipoff, from);
                next.AwaitingSince = null;
                break;
            case StepKind.Return or StepKind.Disagree:
                Return(next, from.Now);
                break;
            case StepKind.Agree:
                next.Recheck = Recheck.Agreed;
                break;
            case StepKind.Close:
                next.State = TipoffState.Closed;
                break;
        }

        return next;
    }

    private static void Extend(Tipoff next, Standpoint from)
    {
        next.DecideDue = from.Deadlines.Extended(next.ReceivedAt, next.DecideDue, next.Extensions);
        next.DueAt = next.DecideDue;
        next.Extensions++;
    }

    private static void Assess(Tipoff next, Step step, Standpoint from)
    {
        (next.State, next.Verdict, next.DueAt) = (TipoffState.Assessed, step.Verdict, null);
        (next.AssessedAt, next.AssessedBy, next.AssessedUnitId) = (from.Now, from.Asker.PersonId, from.Asker.UnitId);
        next.DuplicateOfId = step.Verdict == Verdict.Duplicate ? from.Original!.Id : null;
        var isPutUp = Confirming.IsNeededFor(step.Verdict);
        next.AwaitingSince = isPutUp ? from.Now : null;
        next.Recheck = !isPutUp && from.IsDrawn ? Recheck.Due : Recheck.None;
    }

    /// <summary>The unit's clock stood since it assessed: that time was the second person's, and is added to its limit.</summary>
    private static void Return(Tipoff next, DateTimeOffset now)
    {
        next.DecideDue += now - next.AssessedAt!.Value;
        (next.State, next.DueAt) = (TipoffState.Returned, next.DecideDue);
        (next.Verdict, next.DuplicateOfId, next.AwaitingSince, next.Recheck) = (null, null, null, Recheck.None);
        (next.AssessedAt, next.AssessedBy, next.AssessedUnitId) = (null, null, null);
        (next.ConfirmedAt, next.ConfirmedBy, next.ConfirmedInternally) = (null, null, false);
    }
}
