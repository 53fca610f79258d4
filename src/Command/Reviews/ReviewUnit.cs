using Command.Data;
using Command.Ranking;
using Command.Tipoffs;

namespace Command.Reviews;

/// <summary>A unit directly below the one reviewed, with all under it.</summary>
/// <param name="IsOwn">The reviewed unit itself, without those below it.</param>
/// <param name="HasEnded">It stood below during the period and no longer at its end.</param>
public sealed record ReviewUnit(string Key, string Name, string? PeerGroup, bool IsOwn, bool HasEnded, TipoffRatio Tipoffs)
{
    /// <summary>Null: too little, provisional or confirmed within the unit, so that it does not stand in the funnel.</summary>
    public FunnelZone? Zone { get; init; }

    /// <summary>Messages that fell due, answered or not.</summary>
    public long FellDue { get; init; }

    public long InTime { get; init; }

    /// <summary>Of the first replies; null: there were none.</summary>
    public double? MedianSeconds { get; init; }

    /// <summary>First replies that the median stands on.</summary>
    public long Durations { get; init; }

    /// <summary>Null: a page has no reading.</summary>
    public double? Followers { get; init; }

    public double? Residents { get; init; }

    public long? Messages { get; init; }

    public long? Posts { get; init; }
}

/// <summary>Pages of one platform.</summary>
/// <param name="Pages">Owned on the last day.</param>
/// <param name="Followers">Null: no page has a reading.</param>
/// <param name="WithFollowers">Pages that have one.</param>
public sealed record ReviewPlatform(Platform Platform, int Pages, long? Messages, long? Posts, long? Interactions, double? Followers, int WithFollowers, TipoffRatio Tipoffs)
{
    /// <summary>Names of what is told of each, in the order of tables.</summary>
    public static readonly IReadOnlyList<string> Metrics = ["pages", "messages", "tipoffs_received", "followers", "posts", "interactions", "groups", "group_members"];

    /// <summary>What documents say of its pages: beside what was collected, never part of it.</summary>
    public IReadOnlyList<ReviewQuote> Declared { get; init; } = [];
}

/// <summary>A partner outside the police that takes part, as far as documents tell.</summary>
public sealed record ReviewPartner(string Name, IReadOnlyList<ReviewQuote> Declared);

/// <param name="Metric">Its name.</param>
public sealed record ReviewQuote(string Metric, double Value, Precision Precision, IReadOnlyList<string> Documents);

/// <param name="Count">How often tip-offs led to it.</param>
public sealed record ReviewOutcome(Outcome Outcome, long Count);

public sealed record ReviewCategory(TipoffCategory Category, TipoffRatio Ratio);

/// <summary>A unit that passed into others during the period or the one before.</summary>
/// <param name="IsKnown">By known shares.</param>
public sealed record ReviewPassing(string From, IReadOnlyList<string> To, DateOnly On, bool IsKnown);

public enum AttentionKind
{
    /// <summary>Names: pages without an event since 30 days or longer at the period's end.</summary>
    SilentPages,

    /// <summary>Messages of the period that still wait for a reply.</summary>
    Waiting,

    /// <summary>Messages that fell due unanswered: under four of five in time.</summary>
    LateReplies,

    /// <summary>Tip-offs beyond their limit.</summary>
    OverdueTipoffs,

    /// <summary>Followers of residents: under half of the whole unit's.</summary>
    LowCoverage,

    /// <summary>Valuable ratio below the funnel.</summary>
    BelowFunnel,
}

/// <param name="Of">Of what the count is a part; null: of nothing.</param>
public sealed record ReviewAttention(string UnitKey, string UnitName, AttentionKind Kind, double Count, double? Of = null)
{
    public IReadOnlyList<string> Names { get; init; } = [];
}
