using Command.Data;

namespace Command.Reviews;

/// <summary>Who says a figure.</summary>
public enum ClaimKind
{
    /// <summary>A document, for the unit itself.</summary>
    Declared,

    /// <summary>Events, records and readings of platforms, of the whole subtree.</summary>
    Collected,

    /// <summary>The sum over the units directly below that have a figure: each one's declared figure, else its collected one.</summary>
    Parts,

    /// <summary>A document's figure per day, times the days of the declared total.</summary>
    Rate,
}

/// <summary>A figure and who says it.</summary>
/// <param name="From">First local day that it speaks of; null for a level at an instant.</param>
/// <param name="To">Last local day that it speaks of.</param>
/// <param name="Documents">Where it was taken from; empty of what was collected.</param>
public sealed record Claim(ClaimKind Kind, double Value, Precision Precision, DateOnly? From, DateOnly To, IReadOnlyList<string> Documents)
{
    /// <summary>Name of the metric, where it is another than the contradiction's: views and shares beside views.</summary>
    public string? OtherMetric { get; init; }
}
