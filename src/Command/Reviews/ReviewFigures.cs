using System.Text.Json;
using System.Text.Json.Serialization;
using Command.Ranking;
using Command.Tipoffs;

namespace Command.Reviews;

/// <summary>
/// All figures of a review, pure: what the page shows, what slides and sheets are made of, and what is stored whole when it
/// is frozen.
/// </summary>
/// <param name="Layout">Of this record; a frozen review of an older one is read as it was written.</param>
/// <param name="DataAt">When the figures were read.</param>
/// <param name="Period">Its days up to the day of the data, where it still runs.</param>
/// <param name="Next">For which targets are set.</param>
public sealed record ReviewFigures(int Layout, string UnitKey, string UnitName, ReviewSpan Period, ReviewSpan? Before, ReviewSpan Next, DateTimeOffset DataAt)
{
    public const int CurrentLayout = 1;

    private static readonly JsonSerializerOptions format = new() { Converters = { new JsonStringEnumConverter() }, IgnoreReadOnlyProperties = true };

    public IReadOnlyList<ReviewTotal> Totals { get; init; } = [];

    public long? Residents { get; init; }

    /// <summary>Of what was collected.</summary>
    public TipoffRatio Tipoffs { get; init; } = TipoffRatio.None;

    public ReviewCourse Course { get; init; } = new([], []);

    /// <summary>The largest first.</summary>
    public IReadOnlyList<ReviewCategory> Categories { get; init; } = [];

    public IReadOnlyList<ReviewOutcome> Outcomes { get; init; } = [];

    public IReadOnlyList<ReviewUnit> Units { get; init; } = [];

    /// <summary>Of the valuable ratio of the units; null where it says nothing.</summary>
    public Funnel? Funnel { get; init; }

    public IReadOnlyList<ReviewBoard> Boards { get; init; } = [];

    public IReadOnlyList<ReviewPlatform> Platforms { get; init; } = [];

    public IReadOnlyList<ReviewPartner> Partners { get; init; } = [];

    public IReadOnlyList<ReviewAttention> Attention { get; init; } = [];

    public IReadOnlyList<ReviewPassing> Passings { get; init; } = [];

    /// <summary>What mergers do to the comparison; null: nothing.</summary>
    public ReviewRestatement? Restatement { get; init; }

    public IReadOnlyList<ReviewPost> Posts { get; init; } = [];

    /// <summary>Where sources disagree, and what is missing.</summary>
    public Evidence Evidence { get; init; } = Evidence.None;

    /// <summary>Pages whose events were counted.</summary>
    public int ListeningPages { get; init; }

    public ReviewTotal? Total(ReviewMetric metric) => Totals.FirstOrDefault(t => t.Metric == metric.Name);

    public string Write() => JsonSerializer.Serialize(this, format);

    public static ReviewFigures Read(string json) => JsonSerializer.Deserialize<ReviewFigures>(json, format)!;
}
