using Command.Data;

namespace Command.Tipoffs;

/// <summary>
/// Pure: who sees a single tip-off and its words. The people of the credited unit and those above it, of units that got
/// a copy, without words those whom the unit stood under on the day of the receipt, and who could be its second person, but he only while it is put up or was confirmed.
/// </summary>
public static class TipoffAccess
{
    public static bool SeesRecord(Tipoff tipoff, Standpoint from) =>
        from.Sight.SeesRecords(tipoff.CreditedUnitId, tipoff.Day) || from.Recipients.Any(from.Sight.SeesRecords) || IsPutUpTo(tipoff, from);

    public static bool SeesWords(Tipoff tipoff, Standpoint from) =>
        from.Sight.SeesWords(tipoff.CreditedUnitId) || from.Recipients.Any(from.Sight.SeesWords) || IsPutUpTo(tipoff, from);

    public static bool IsPutUpTo(Tipoff tipoff, Standpoint from) =>
        (tipoff.AwaitingSince is not null || tipoff.ConfirmedAt is not null || tipoff.Recheck == Recheck.Due)
        && Confirming.Refusal(tipoff, from) is null;
}
