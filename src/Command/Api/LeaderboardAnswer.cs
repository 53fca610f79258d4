using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Command.Api;

[Description("The fair ranks of a peer group in a period; cut to the units that the key may see, ranks are those of the whole group.")]
public sealed record LeaderboardAnswer(
    [property: Description("The peer group.")] string Group,
    [property: Description("Key of the period.")] string Period,
    [property: Description("Name of the metric.")] string Metric,
    [property: Description("First local day that was counted; of valuable_ratio the twelve months that end with the period.")] DateOnly From,
    [property: Description("Last local day that was counted.")] DateOnly To,
    [property: Description("current: the period still runs; provisional: it is over and not sealed yet; sealed: rows as they were reported.")] string Status,
    [property: Description("Version of the published weights; what a composite score is weighed by.")] int WeightsVersion,
    [property: Description("In order of rank.")] IReadOnlyList<RankedUnit> Rows,
    [property: Description("Units that are not ranked, with the reason.")] IReadOnlyList<UnrankedUnit> NotRanked);

public sealed record RankedUnit(
    [property: Description("The unit's key.")] string Unit,
    [property: Description("Cases that the rank stands on; of composite the indicators known.")] double N,
    [property: Description("Share 0 to 1, or rate per 10,000 or 1,000 residents; null for composite.")] double? Value,
    [property: Description("The value drawn towards the group's mean, the more the fewer cases; of composite the weighted steps above the mean.")] double Score,
    [property: Description("95 % interval of the value: Wilson's of a share, exact or Byar's of a rate; null for composite and where the unit is restated.")] IReadOnlyList<double>? Interval,
    [property: Description("Median rank; 1 is the best.")] double Rank,
    [property: Description("90 % range of the rank.")] IReadOnlyList<int> Range,
    [property: Description("1 is the best; units of one band cannot be told apart from its leader.")] int Band)
{
    [Description("Successes of a share, cases of a rate.")]
    public double? Count { get; init; }

    [Description("Cases of a share; residents ÷ 10,000 or ÷ 1,000 of a rate.")]
    public double? Of { get; init; }

    [Description("Chance of the first three places, 0 to 1.")]
    public double TopThree { get; init; }

    [Description("Ranked on few cases.")]
    [JsonPropertyName("hatched")]
    public bool IsHatched { get; init; }

    [Description("Some of it came by the shares of a succession: counts are fractions, without an interval.")]
    [JsonPropertyName("restated")]
    public bool IsRestated { get; init; }

    [Description("The first day on which anything counted for the unit, where that is after the first day of the board; else null.")]
    public DateOnly? Since { get; init; }

    [Description("within, high or low (beyond 95 %), farHigh or farLow (beyond 99.8 %); null without a funnel.")]
    public string? Zone { get; init; }

    [Description("Against the period before: up or down where the ranges do not meet, else same; unknown without a rank then.")]
    public string Change { get; init; } = "";
}

public sealed record UnrankedUnit(
    string Unit,
    [property: Description("tooFew, provisional, internal, residentsUnknown, readingUnknown, groupTooSmall, weightsUnknown.")] string Reason,
    double Count,
    double? Of,
    [property: Description("Of a provisional ratio: what it becomes when none, or all, of the pending ones turn out valuable.")] IReadOnlyList<double>? Bounds);
