namespace Command.Ranking.Leaderboards;

public enum LeaderboardForm
{
    /// <summary>So many of so many cases.</summary>
    Share,

    /// <summary>So many per so many residents.</summary>
    Rate,

    /// <summary>The others in one score, by published weights.</summary>
    Composite,
}

/// <summary>By what units are ranked; the list lives here.</summary>
/// <param name="Name">As addresses, files and weights write it.</param>
/// <param name="Per">Of a rate: per so many residents.</param>
/// <param name="LeastScale">Floor of its scale (over a year, if it grows with days): units that hardly differ are not told apart by a step of nothing.</param>
/// <param name="GrowsWithDays">A rate of what goes on: twice the days, twice the rate.</param>
public sealed record LeaderboardMetric(string Name, LeaderboardForm Form, int Per = 1, double LeastScale = 0, bool GrowsWithDays = false)
{
    /// <summary>Confirmed valuable of received tip-offs.</summary>
    public static readonly LeaderboardMetric ValuableRatio = new("valuable_ratio", LeaderboardForm.Share, LeastScale: 0.02);

    /// <summary>First replies within the target.</summary>
    public static readonly LeaderboardMetric AnsweredInTime = new("answered_in_time", LeaderboardForm.Share, LeastScale: 0.02);

    public static readonly LeaderboardMetric TipoffsPer10000 = new("tipoffs_per_10000", LeaderboardForm.Rate, 10_000, LeastScale: 1, GrowsWithDays: true);

    public static readonly LeaderboardMetric FollowersPer1000 = new("followers_per_1000", LeaderboardForm.Rate, 1_000, LeastScale: 10);

    public static readonly LeaderboardMetric Composite = new("composite", LeaderboardForm.Composite);

    /// <summary>What the composite score is made of.</summary>
    public static readonly IReadOnlyList<LeaderboardMetric> Indicators = [ValuableRatio, AnsweredInTime, TipoffsPer10000, FollowersPer1000];

    public static readonly IReadOnlyList<LeaderboardMetric> All = [.. Indicators, Composite];

    public static LeaderboardMetric? Find(string? name) => All.FirstOrDefault(m => m.Name == name);
}
