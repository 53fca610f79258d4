using Command.Data;
using Command.Ranking;

namespace Command.Reviews;

public enum ReviewBasis
{
    /// <summary>Counted here, or told by a platform.</summary>
    Collected,

    /// <summary>Taken from a document; never mixed with what was collected.</summary>
    Declared,
}

/// <summary>A known figure.</summary>
/// <param name="Number">A count, a level, a share 0 to 1, or seconds.</param>
/// <param name="Count">Of a share: n.</param>
/// <param name="Of">Of a share: N; of a median the cases it stands on.</param>
public sealed record ReviewValue(double Number, ReviewBasis Basis, double? Count = null, double? Of = null)
{
    public Precision Precision { get; init; }

    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>First day that a declared figure speaks of; null of a level at an instant.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>Under 90 % of the tip-offs are decided: what the number may still become.</summary>
    public ReviewRange? Bounds { get; init; }

    /// <summary>Wilson, 95 %; null of what is no share of cases.</summary>
    public ReviewRange? Interval { get; init; }
}

public sealed record ReviewRange(double Low, double High)
{
    public static ReviewRange? Of((double Low, double High)? ends) => ends is { } known ? new ReviewRange(known.Low, known.High) : null;
}

/// <summary>One figure of the whole unit beside the period it is compared with and what was set.</summary>
/// <param name="Metric">Name of a <see cref="ReviewMetric"/>.</param>
/// <param name="Now">Null: unknown, never zero.</param>
/// <param name="Mark">What the difference means beyond the noise of counting.</param>
/// <param name="Percent">Null where the base is too small for one.</param>
public sealed record ReviewTotal(string Metric, ReviewValue? Now, ReviewValue? Before, ChangeMark Mark, double? Percent, double? Target)
{
    /// <summary>Units merged so that the two are not figures of the same.</summary>
    public bool IsIncomparable { get; init; }

    /// <summary>One of the two may still change much: nothing is compared.</summary>
    public bool IsProvisional => (Now?.Bounds ?? Before?.Bounds) is not null;

    /// <summary>It differs from the period before beyond the noise of counting.</summary>
    public bool IsChanged => !IsProvisional && !IsIncomparable && Mark is not (ChangeMark.Unknown or ChangeMark.Within);
}
