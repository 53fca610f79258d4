using Command.Data;

namespace Command.Reviews;

/// <summary>The unit by month. Null is unknown: a gap in a line, never zero.</summary>
/// <param name="Months">Of the period; where it is short, the twelve months that end with it.</param>
/// <param name="Declared">Totals that are known only for days of their own: one bar each, never a curve.</param>
public sealed record ReviewCourse(IReadOnlyList<ReviewMonth> Months, IReadOnlyList<ReviewDeclared> Declared);

/// <param name="IsPart">Some of its days are outside the period, unknown or still to come.</param>
public sealed record ReviewMonth(DateOnly From, DateOnly To, bool IsPart)
{
    public long? Messages { get; init; }

    public long? Received { get; init; }

    public long? Valuable { get; init; }

    /// <summary>Messages that fell due, answered or not.</summary>
    public long? FellDue { get; init; }

    public long? InTime { get; init; }

    public double? MedianSeconds { get; init; }

    public long? Posts { get; init; }

    public long? Interactions { get; init; }
}

/// <param name="Metric">Its name.</param>
public sealed record ReviewDeclared(string Metric, DateOnly From, DateOnly To, double Value, Precision Precision, string? Document);

/// <summary>How far one post had come at an instant, as a document tells.</summary>
/// <param name="Metric">Name: views or shares of the post.</param>
public sealed record ReviewPost(string Document, string Metric, DateTimeOffset At, double Value, Precision Precision);
