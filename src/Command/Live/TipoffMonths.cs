using Command.Data;

namespace Command.Live;

/// <summary>
/// Tip-offs received in this local month and the one before it, counted by the unit they are credited to, over parts of
/// the months in which the tree stands still: a board sums the units of its scope.
/// </summary>
/// <param name="From">The first day of the month before this one.</param>
public sealed record TipoffMonths(DateOnly From, IReadOnlyList<TipoffCount> Counts, IReadOnlyList<CandidateCount> Candidates)
{
    public static readonly TipoffMonths Nothing = new(DateOnly.MinValue, [], []);

    public static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);
}

/// <summary>Tip-offs of one unit and standing.</summary>
/// <param name="Internally">Confirmed within the assessing unit, since no other unit exists.</param>
public readonly record struct TipoffCount(DateOnly From, DateOnly To, int UnitId, TipoffStanding Standing, bool Internally, long Count);

/// <summary>Messages of one page that rules took for tip-offs, today's not among them, and tip-offs that were made of its messages.</summary>
public readonly record struct CandidateCount(DateOnly From, DateOnly To, int PageId, long Proposed, long Made);
