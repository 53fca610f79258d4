using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Command.Rollups;

[Description("Collected figures of one metric; what a document declares stands apart and is never part of them.")]
public sealed record MetricTotals(
    [property: Description("Things counted; for a metric that is read, the number of readings in the range.")] long Count,
    [property: Description("For a counter the same as count, for a duration its seconds, for a metric that is read the sum over readings of day ranges that lie wholly inside; null where a sum means nothing.")]
    double? Sum,
    [property: Description("For a level: the sum over pages of each page's last reading at or before the end of the range; else null.")] double? Last)
{
    [Description("Median in seconds, within 5 %; durations only.")]
    [JsonPropertyName("median_seconds")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? MedianSeconds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DeclaredTotal? Declared { get; init; }
}
