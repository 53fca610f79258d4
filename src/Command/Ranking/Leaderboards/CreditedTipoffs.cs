using Command.Tipoffs;

namespace Command.Ranking.Leaderboards;

/// <summary>Tip-offs that count for a member of a group: as <see cref="TipoffRatio"/> tells them, in fractions where they came by shares.</summary>
public sealed record CreditedTipoffs(double Received, double Valuable, double Pending, bool IsInternal, bool IsRestated)
{
    public static readonly CreditedTipoffs None = new(0, 0, 0, false, false);

    public bool IsProvisional => Received - Pending < TipoffRatio.DecidedEnough * Received;

    /// <summary>What the ratio becomes when none, or all, of the pending ones turn out valuable.</summary>
    public Interval? Bounds => Received == 0 ? null : (Valuable / Received, (Valuable + Pending) / Received);

    public CreditedTipoffs With(CreditedTipoffs own, Credit credit) => new(
        Received + credit.Share * own.Received,
        Valuable + credit.Share * own.Valuable,
        Pending + credit.Share * own.Pending,
        IsInternal || own.IsInternal,
        IsRestated || credit.IsRestated);
}
