namespace Command.Reviews;

/// <summary>What can be computed of why two claims differ; a page phrases it.</summary>
public enum ExplanationKind
{
    /// <summary>Nothing of the below holds: the sources must be looked at.</summary>
    Unexplained,

    /// <summary>The difference lies within what "about", "more than" and "nearly" leave open.</summary>
    Precision,

    /// <summary>Two documents of the same days.</summary>
    OtherDocument,

    /// <summary>They speak of other days: <c>From</c> … <c>To</c> on the left, <c>OtherFrom</c> … <c>OtherTo</c> on the right.</summary>
    OtherDays,

    /// <summary>Only <c>Count</c> of <c>Of</c> units below have a figure.</summary>
    PartsMissing,

    /// <summary>One unit below, <c>Name</c>, alone says <c>Value</c>: more than the whole.</summary>
    OnePartExceeds,

    /// <summary>One unit below, <c>Name</c>, alone says <c>Value</c>: <c>Share</c> of the whole, though <c>Of</c> units stand below.</summary>
    OnePartNearlyAll,

    /// <summary>Who follows or joins two units is counted in each.</summary>
    CountedTwice,

    /// <summary>The right side counts something wider: <c>Metric</c>.</summary>
    WiderMetric,

    /// <summary>The document speaks of <c>Value</c> a day; its total over <c>Count</c> days is <c>Other</c> a day.</summary>
    Rate,

    /// <summary>Nothing was collected before <c>From</c>.</summary>
    CollectedLater,

    /// <summary>In these days no event came from <c>Count</c> of <c>Of</c> pages.</summary>
    PagesSilent,

    /// <summary>Without the <c>Count</c> pages of one kind of unit, <c>UnitKind</c>, the registered pages are exactly those of the document.</summary>
    OneKindBeyond,

    /// <summary>What is collected counts once a second person has confirmed it; the document does not say who confirmed.</summary>
    Confirmation,
}

/// <summary>One reason with what its sentence names; fields that a kind does not speak of are null.</summary>
public sealed record Explanation(ExplanationKind Kind)
{
    /// <summary>A unit, as it was called on the last day.</summary>
    public string? Name { get; init; }

    public double? Value { get; init; }

    public double? Other { get; init; }

    /// <summary>0 to 1.</summary>
    public double? Share { get; init; }

    public int? Count { get; init; }

    public int? Of { get; init; }

    public string? Metric { get; init; }

    public Command.Data.UnitKind? UnitKind { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public DateOnly? OtherFrom { get; init; }

    public DateOnly? OtherTo { get; init; }
}
