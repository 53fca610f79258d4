namespace Command.Tipoffs;

/// <summary>Why a step is not taken; a page phrases the code in the reader's language.</summary>
/// <param name="Code">One of the constants of <see cref="RefusedFor"/>.</param>
/// <param name="Who">The person whom the sentence names, where it names one.</param>
/// <param name="Did">What he did.</param>
public sealed record StepRefusal(string Code, string? Who = null, Data.StepKind? Did = null);

/// <summary>The one list of refusals.</summary>
public static class RefusedFor
{
    private static readonly HashSet<string> known = [.. typeof(RefusedFor).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];

    public static bool IsKnown(string? code) => code is not null && known.Contains(code);

    /// <summary>No tip-off of this number is in sight.</summary>
    public const string NotFound = "not_found";
    public const string NoPerson = "no_person";
    public const string NoRight = "no_right";

    /// <summary>The state does not allow the step.</summary>
    public const string State = "state";

    /// <summary>Somebody else was first; named with what he did.</summary>
    public const string ChangedMeanwhile = "changed_meanwhile";
    public const string WhyMissing = "why_missing";
    public const string WhyTooLong = "why_too_long";
    public const string VerdictMissing = "verdict_missing";
    public const string OutcomeMissing = "outcome_missing";
    public const string OutcomeCount = "outcome_count";
    public const string OriginalUnknown = "original_unknown";
    public const string OriginalIsItself = "original_itself";

    /// <summary>What is named as the original is a duplicate, or assessed as one.</summary>
    public const string OriginalIsDuplicate = "original_duplicate";
    public const string RecipientUnknown = "recipient_unknown";
    public const string RecipientIsCredited = "recipient_credited";
    public const string RecipientHasIt = "recipient_has_it";
    public const string NoMoreExtensions = "no_more_extensions";
    public const string NoRightToConfirm = "no_right_to_confirm";
    public const string EnteredByYou = "entered_by_you";
    public const string AssessedByYou = "assessed_by_you";

    /// <summary>The confirmer sits in the assessing unit, though another unit could confirm.</summary>
    public const string SameUnit = "same_unit";
    public const string NotAbove = "not_above";
    public const string UnitUnknown = "unit_unknown";
    public const string PageUnknown = "page_unknown";
    public const string ReceivedInFuture = "received_in_future";
    public const string ReceivedTooEarly = "received_too_early";
    public const string WordsMissing = "words_missing";
    public const string WordsTooLong = "words_too_long";
    public const string PlaceTooLong = "place_too_long";
    public const string KindUnknown = "kind_unknown";
    public const string AttachmentTooLarge = "attachment_too_large";
    public const string AttachmentKind = "attachment_kind";
    public const string AttachmentEmpty = "attachment_empty";
    public const string TooManyAttachments = "too_many_attachments";
    /// <summary>Words and files of this tip-off were kept as long as they may be.</summary>
    public const string WordsExpired = "words_expired";
}
