using Command.Data;

namespace Command.Tipoffs;

/// <summary>Pure: whether an entry may stand.</summary>
public static class EntryRules
{
    public const int MostWordsCharacters = 20_000;
    public const int MostPlaceCharacters = 500;

    /// <summary>Nothing was received before.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>The clock of whoever wrote it down may be ahead of ours.</summary>
    private static readonly TimeSpan clocksDiffer = TimeSpan.FromMinutes(5);

    /// <summary>Null: it may.</summary>
    public static StepRefusal? Refusal(NewTipoff entry, Standpoint from, TipoffSettings settings)
    {
        if (from.Asker.PersonId == 0)
            return new StepRefusal(RefusedFor.NoPerson);
        if (!from.Sight.MayWork(entry.CreditedUnitId))
            return new StepRefusal(RefusedFor.NoRight);
        return (Content(entry, from) ?? Words(entry) ?? Attached(entry.Attachments, 0, settings)) is { } code ? new StepRefusal(code) : null;
    }

    private static string? Content(NewTipoff entry, Standpoint from)
    {
        if (!Enum.IsDefined(entry.Source) || !Enum.IsDefined(entry.Category) || !Enum.IsDefined(entry.Urgency))
            return RefusedFor.KindUnknown;
        if (entry.ReceivedAt > from.Now + clocksDiffer)
            return RefusedFor.ReceivedInFuture;
        var day = LocalTime.DayOf(entry.ReceivedAt);
        if (day < Earliest)
            return RefusedFor.ReceivedTooEarly;
        if (from.Tree.VersionOn(entry.CreditedUnitId, day) is null)
            return RefusedFor.UnitUnknown;
        return entry.PageId is { } page && !from.Tree.Pages.ContainsKey(page) ? RefusedFor.PageUnknown : null;
    }

    private static string? Words(NewTipoff entry)
    {
        // Of a message that expired the words are gone; of a call there is nothing but what was written down.
        if (entry.Source != TipoffSource.Page && string.IsNullOrWhiteSpace(entry.Words))
            return RefusedFor.WordsMissing;
        if (entry.Words?.Length > MostWordsCharacters)
            return RefusedFor.WordsTooLong;
        return entry.Place?.Length > MostPlaceCharacters ? RefusedFor.PlaceTooLong : null;
    }

    /// <param name="standing">How many the tip-off has already.</param>
    /// <returns>One of <see cref="RefusedFor"/>; null: they may stand.</returns>
    public static string? Attached(IReadOnlyList<byte[]> files, int standing, TipoffSettings settings)
    {
        if (standing + files.Count > settings.MostAttachments)
            return RefusedFor.TooManyAttachments;
        if (files.Any(f => f.Length == 0))
            return RefusedFor.AttachmentEmpty;
        if (files.Any(f => f.Length > settings.MostAttachmentBytes))
            return RefusedFor.AttachmentTooLarge;
        return files.All(f => AttachmentType.Of(f) is not null) ? null : RefusedFor.AttachmentKind;
    }
}
