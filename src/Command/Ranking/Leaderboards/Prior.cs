namespace Command.Ranking.Leaderboards;

/// <summary>How the group lies: its mean, and how much that weighs in cases (of a rate: in exposure).</summary>
/// <param name="SealedPeriod">Of which sealed period it was taken, since this group is too small; null: its own.</param>
public sealed record Prior(double Mean, double Weight, string? SealedPeriod = null)
{
    public static Prior? Fit(LeaderboardForm form, IEnumerable<UnitFigure> group, LeaderboardRules rules)
    {
        if (form == LeaderboardForm.Share)
            return BetaPrior.Fit([.. group.Select(f => new Share(f.Count, f.Of ?? 0))], rules.FewestUnits, rules.FewestGroupCases) is { } beta ? new Prior(beta.Mean, beta.Weight) : null;
        return GammaPrior.Fit([.. group.Select(f => new Rate(f.Count, f.Of ?? 0))], rules.FewestUnits, rules.FewestGroupCases) is { } gamma ? new Prior(gamma.Mean, gamma.Exposure) : null;
    }

    /// <summary>The same of a rate that grows with days, told over other days: at so many times the rate, so many times less exposure tells as much.</summary>
    public Prior Over(double times) => this with { Mean = Mean * times, Weight = Weight / times };

    /// <summary>What is known of a unit, once its own cases and the group are weighed together.</summary>
    public Posterior With(LeaderboardForm form, double count, double of) => form == LeaderboardForm.Share
        ? new BetaPrior(Mean, Weight).With(new Share(count, of))
        : new GammaPrior(Mean, Weight).With(new Rate(count, of));

    /// <summary>How far apart the true values of the group lie: one standard deviation of the Beta, or of the Gamma.</summary>
    public double Spread(LeaderboardForm form) => Math.Sqrt(form == LeaderboardForm.Share ? Mean * (1 - Mean) / (Weight + 1) : Mean / Weight);

    /// <summary>Share of the score that comes from the group, 0 to 1.</summary>
    public double Pull(double of) => Weight / (Weight + of);
}
