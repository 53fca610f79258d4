using Command.Ranking.Leaderboards;

namespace Command.Reviews;

/// <summary>The ranks of a peer group, cut to the units below the one reviewed.</summary>
/// <param name="Metric">Name of the leaderboard's metric.</param>
/// <param name="From">First day that counts: a ratio of a short period counts twelve months.</param>
/// <param name="Elsewhere">Units of the group that stand elsewhere; ranks are those of the whole group.</param>
public sealed record ReviewBoard(
    string Group, string Metric, DateOnly From, DateOnly To, LeaderboardStatus Status, int WeightsVersion, int Elsewhere, IReadOnlyList<ReviewRank> Ranks, IReadOnlyList<ReviewApart> Apart);

/// <param name="Low">Best end of the range of 90 %.</param>
/// <param name="Band">1 is the best; units of one band cannot be told apart.</param>
public sealed record ReviewRank(string Unit, string Name, double Count, double? Of, double? Value, double Score, double Median, int Low, int High, int Band, bool IsHatched);

public sealed record ReviewApart(string Unit, string Name, NotRankedReason Reason);
