using Command.Data;
using Command.Ranking;

namespace Command.Tipoffs;

/// <summary>Tip-offs of one standing, counted.</summary>
public readonly record struct StandingCount(TipoffStanding Standing, bool Internally, long Count);

/// <summary>
/// The valuable-tip ratio with all that must stand beside it. Pure. Confirmed valuable ÷ received, where received leaves
/// out what was confirmed as duplicate or spam; false and pending ones stay in.
/// </summary>
/// <param name="Received">N.</param>
/// <param name="Valuable">n.</param>
/// <param name="Pending">Of the received, not decided yet; those that await a confirmation among them.</param>
/// <param name="Awaiting">Of the pending, put up to a second person.</param>
/// <param name="Dropped">Confirmed as duplicate or spam: not received.</param>
/// <param name="IsInternal">Something in it was confirmed within its own unit, since no other exists.</param>
public sealed record TipoffRatio(long Received, long Valuable, long Pending, long Awaiting, long Dropped, bool IsInternal)
{
    public static readonly TipoffRatio None = new(0, 0, 0, 0, 0, false);

    /// <summary>Under this share of decided ones the ratio is provisional.</summary>
    public const double DecidedEnough = 0.9;

    /// <summary>Messages that rules took for tip-offs and nobody has made one of; they may yet be received.</summary>
    public long Candidates { get; init; }

    public double? Ratio => Received == 0 ? null : (double)Valuable / Received;

    /// <summary>Wilson, 95 %.</summary>
    public (double Low, double High)? Interval => Received == 0 ? null : Wilson.Interval95(Valuable, Received);

    /// <summary>Of the received.</summary>
    public long Decided => Received - Pending;

    public double? DecidedShare => Received == 0 ? null : (double)Decided / Received;

    /// <summary>"Tạm tính".</summary>
    public bool IsProvisional => DecidedShare < DecidedEnough;

    /// <summary>What the ratio becomes when none, or all, of the pending ones turn out valuable.</summary>
    public (double Low, double High)? Bounds => Received == 0 ? null : ((double)Valuable / Received, (double)(Valuable + Pending) / Received);

    /// <summary>Whether it may stand in a ranking beside others.</summary>
    public bool IsComparable => Received > 0 && !IsProvisional && !IsInternal;

    public static TipoffRatio Of(IEnumerable<StandingCount> counts)
    {
        var ratio = None;
        foreach (var (standing, internally, count) in counts)
        {
            var counted = standing switch
            {
                TipoffStanding.Duplicate or TipoffStanding.Spam => ratio with { Dropped = ratio.Dropped + count },
                TipoffStanding.Pending => ratio with { Received = ratio.Received + count, Pending = ratio.Pending + count },
                TipoffStanding.Awaiting => ratio with { Received = ratio.Received + count, Pending = ratio.Pending + count, Awaiting = ratio.Awaiting + count },
                TipoffStanding.Valuable => ratio with { Received = ratio.Received + count, Valuable = ratio.Valuable + count },
                _ => ratio with { Received = ratio.Received + count },
            };
            ratio = counted with { IsInternal = ratio.IsInternal || (internally && count > 0) };
        }

        return ratio;
    }
}
