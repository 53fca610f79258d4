using Command.Data;

namespace Command.Tipoffs;

/// <summary>The one row of <see cref="TipoffDay"/> in which a tip-off stands.</summary>
public readonly record struct TipoffCell(
    DateOnly Day, int UnitId, int PageId, TipoffCategory Category, TipoffStanding Standing, bool Internally)
{
    public static TipoffCell Of(Tipoff tipoff) => new(
        tipoff.Day, tipoff.CreditedUnitId, tipoff.PageId ?? 0, tipoff.Category, StandingOf(tipoff), tipoff.ConfirmedInternally);

    public static TipoffCell Of(TipoffDay row) => new(row.Day, row.UnitId, row.PageId, row.Category, row.Standing, row.Internally);

    public static TipoffStanding StandingOf(Tipoff tipoff) => tipoff.Verdict switch
    {
        null => TipoffStanding.Pending,
        _ when tipoff.AwaitingSince is not null => TipoffStanding.Awaiting,
        Verdict.Valuable => TipoffStanding.Valuable,
        Verdict.NotValuable => TipoffStanding.NotValuable,
        Verdict.False => TipoffStanding.False,
        Verdict.Duplicate => TipoffStanding.Duplicate,
        _ => TipoffStanding.Spam,
    };
}
