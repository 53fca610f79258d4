namespace Command.Reviews;

/// <summary>What is missing in a range; a page phrases it.</summary>
public enum DataGapKind
{
    /// <summary>No event came from <c>Count</c> of <c>Of</c> Zalo and Facebook pages: <c>Names</c>.</summary>
    PagesWithoutEvents,

    /// <summary>Nobody knows the followers of <c>Count</c> of <c>Of</c> pages at the end: <c>Names</c>.</summary>
    FollowersUnknown,

    /// <summary>How many residents the unit has is not entered, so that its coverage is unknown.</summary>
    ResidentsUnknown,

    /// <summary>The same of <c>Count</c> of <c>Of</c> units below: <c>Names</c>.</summary>
    ResidentsBelowUnknown,

    /// <summary>Months without an event, a record or a reading: <c>Days</c>, <c>Count</c> of <c>Of</c>.</summary>
    MonthsWithoutData,

    /// <summary>Stretches without an event between the first and the last one: <c>Days</c>; <c>Count</c> days in all.</summary>
    DaysWithoutEvents,

    /// <summary>Known only as one declared total, so that no month and no page can be told apart: <c>Metrics</c>.</summary>
    DeclaredOnly,

    /// <summary>Neither collected nor declared: <c>Metrics</c>.</summary>
    MetricsUnknown,
}

/// <summary>Something missing; lists that a kind does not speak of are empty.</summary>
public sealed record DataGap(DataGapKind Kind)
{
    public int Count { get; init; }

    public int Of { get; init; }

    /// <summary>Names of pages or units, as many as a reader takes in; <see cref="Count"/> counts all.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Names of metrics.</summary>
    public IReadOnlyList<string> Metrics { get; init; } = [];

    /// <summary>Local days, both inclusive.</summary>
    public IReadOnlyList<GapDays> Days { get; init; } = [];
}

public sealed record GapDays(DateOnly From, DateOnly To);
