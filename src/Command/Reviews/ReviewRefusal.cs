using Command.Data;

namespace Command.Reviews;

public enum ReviewFault
{
    NotAllowed,
    NotFound,
    UnknownUnit,
    UnknownPeriod,
    NoTitle,

    /// <summary>Longer than a slide can carry, or a target that cannot be reached.</summary>
    BadWords,

    /// <summary>Somebody else changed the same meanwhile.</summary>
    ChangedMeanwhile,
    Frozen,

    /// <summary>The period has days to come.</summary>
    NotOver,
}

/// <param name="Who">Who changed or froze it; null where that does not matter.</param>
public sealed record ReviewRefusal(ReviewFault Fault, string? Who = null, DateTimeOffset? When = null);

/// <summary>Either the review as it stands now, or why nothing was done.</summary>
public sealed record ReviewResult(Review? Review, ReviewRefusal? Refusal)
{
    public static implicit operator ReviewResult(Review review) => new(review, null);

    public static implicit operator ReviewResult(ReviewFault fault) => new(null, new ReviewRefusal(fault));

    public static ReviewResult FromReview(Review review) => review;

    public static ReviewResult FromReviewFault(ReviewFault fault) => fault;
}
