using Command.Periods;

namespace Command.Ranking.Leaderboards;

/// <summary>One leaderboard of many.</summary>
public sealed record LeaderboardAsk(string Group, Period Period, LeaderboardMetric Metric, WeightSet Weights)
{
    private const int LongestYear = 366;

    /// <summary>A month is often too thin for the valuable ratio: it counts the twelve months that end with the period.</summary>
    public Period Days => DaysOf(Metric);

    public Period DaysOf(LeaderboardMetric metric) => metric == LeaderboardMetric.ValuableRatio && Period.Days < LongestYear ? Period.TwelveMonths : Period;

    /// <summary>The days whose tip-offs it counts; null: it counts none.</summary>
    public Period? TipoffDays => Metric == LeaderboardMetric.Composite ? DaysOf(LeaderboardMetric.ValuableRatio)
        : Metric == LeaderboardMetric.AnsweredInTime || Metric == LeaderboardMetric.FollowersPer1000 ? null : Days;

    /// <summary>The days whose messages it counts; null: it counts none.</summary>
    public Period? MessageDays => Metric == LeaderboardMetric.Composite || Metric == LeaderboardMetric.AnsweredInTime ? Period : null;

    /// <summary>Two that ask the same have the same key.</summary>
    internal (string Group, DateOnly From, DateOnly To, string Metric, int Version, string Weights) Key =>
        (Group, Period.From, Period.To, Metric.Name, Weights.Version, Metric == LeaderboardMetric.Composite ? Weights.Exactly : "");
}
