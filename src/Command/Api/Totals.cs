using System.ComponentModel;
using System.Text.Json.Serialization;
using Command.Rollups;

namespace Command.Api;

[Description("What a unit's subtree did over a range of local days (Asia/Ho_Chi_Minh).")]
public sealed record Totals(
    [property: Description("The unit's key.")] string Unit,
    [property: Description("First local day.")] DateOnly From,
    [property: Description("Last local day, inclusive.")] DateOnly To,
    [property: Description("By metric name. A counter is 0 when nothing happened; a metric that is only read stands here only when there is a reading: unknown is not zero.")]
    IReadOnlyDictionary<string, MetricTotals> Metrics,
    TipoffTotals Tipoffs);

[Description("Tip-offs and the valuable-tip ratio with its basis; collected and declared are never mixed.")]
public sealed record TipoffTotals(
    [property: Description("collected: records exist in range and subtree; declared: from the unit's own published totals; none: nothing is known.")] string Basis,
    long? Received,
    long? Valuable,
    [property: Description("Received and not yet decided; null when declared, since a published total does not tell.")] long? Pending,
    [property: Description("valuable ÷ received, four decimals; null unless both speak of the same days.")] double? Ratio,
    [property: Description("Wilson interval of the ratio, four decimals.")] IReadOnlyList<double>? Wilson95,
    TipoffSources Sources);

public sealed record TipoffSources(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TipoffCounts? Collected,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TipoffDeclared? Declared);

[Description("From the records: received leaves out what was confirmed as duplicate or spam; valuable are confirmed by a second person.")]
public sealed record TipoffCounts(long Received, long Valuable, long Pending)
{
    [Description("Of the pending, put up to a second person.")]
    public long Awaiting { get; init; }

    [Description("Confirmed as duplicate or spam: not received.")]
    public long Dropped { get; init; }

    [Description("Messages that rules took for tip-offs and nobody has made one of.")]
    public long Candidates { get; init; }

    [Description("Something was confirmed within its own unit, since no other exists; not to be ranked against others.")]
    [JsonPropertyName("internal")]
    public bool IsInternal { get; init; }

    [Description("Under 90 % are decided; not to be ranked.")]
    [JsonPropertyName("provisional")]
    public bool IsProvisional { get; init; }

    [Description("What the ratio becomes when none, or all, of the pending ones turn out valuable; four decimals.")]
    public IReadOnlyList<double>? Bounds { get; init; }
}

public sealed record TipoffDeclared(DeclaredTotal? Received, DeclaredTotal? Valuable);
