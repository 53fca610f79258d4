using Command.Ranking;

namespace Command.Comparable;

/// <summary>A sum over some days. Restated it is fractional until it is shown, and carries no interval.</summary>
/// <param name="Value">The count or level; of a ratio and of a median its n.</param>
/// <param name="Of">Of a ratio its N.</param>
/// <param name="Pending">Of that N, not decided yet.</param>
/// <param name="IsRestated">Some of it came from predecessors.</param>
public readonly record struct Figure(double Value, double Of, double Pending, bool IsRestated)
{
    public static readonly Figure Nothing;

    private const int MinuteSeconds = 60;

    /// <summary>Under this share of decided ones a ratio is provisional.</summary>
    private const double DecidedEnough = 0.9;

    /// <summary>Of a median: how long each took.</summary>
    public Durations? Times { get; init; }

    public double? Ratio => Of > 0 ? Value / Of : null;

    public bool IsProvisional => Of > 0 && Pending > 0 && (Of - Pending) / Of < DecidedEnough;

    /// <summary>What the ratio becomes when none, or all, of the pending ones turn out well.</summary>
    public (double Low, double High)? Bounds => Of > 0 ? (Value / Of, (Value + Pending) / Of) : null;

    /// <summary>Wilson, 95 %; null of what is restated: its counts were not counted.</summary>
    public (double Low, double High)? Interval => Of > 0 && !IsRestated ? Wilson.Interval95((long)Value, (long)Of) : null;

    /// <summary>The one number that is drawn; null: unknown.</summary>
    public double? Number(Measure measure) => measure.Form switch
    {
        MeasureForm.Share => Ratio,
        MeasureForm.Median => Times?.MedianSeconds / MinuteSeconds,
        _ => Value,
    };

    public Figure Part(double share, bool isRestated) => new(Value * share, Of * share, Pending * share, isRestated) { Times = Times?.Part(share) };

    public static Figure operator +(Figure a, Figure b) =>
        new(a.Value + b.Value, a.Of + b.Of, a.Pending + b.Pending, a.IsRestated || b.IsRestated) { Times = Durations.Together(a.Times, b.Times) };

    public static Figure Add(Figure left, Figure right) => left + right;
}
