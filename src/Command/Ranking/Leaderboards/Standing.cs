namespace Command.Ranking.Leaderboards;

/// <summary>What is known of each unit of a group before ranks are drawn: either a posterior, or why it stands apart. Pure.</summary>
internal sealed record Standing(LeaderboardMetric Metric, Prior? Prior, IReadOnlyList<(UnitFigure Figure, NotRankedReason? Reason, Posterior? Posterior)> Units)
{
    /// <param name="lastSealed">Prior of the last sealed period, for a group too small to have its own.</param>
    public static Standing Of(LeaderboardMetric metric, IReadOnlyList<UnitFigure> figures, LeaderboardRules rules, Prior? lastSealed)
    {
        var prior = Prior.Fit(metric.Form, figures.Where(f => f.Apart is null), rules) ?? lastSealed;
        return new Standing(metric, prior, [.. figures.Select(f => Judge(metric.Form, f, prior, rules))]);
    }

    /// <summary>The cases that a rank stands on.</summary>
    public static double CasesOf(LeaderboardForm form, UnitFigure figure) => form == LeaderboardForm.Share ? figure.Of ?? 0 : figure.Count;

    private static (UnitFigure Figure, NotRankedReason? Reason, Posterior? Posterior) Judge(LeaderboardForm form, UnitFigure figure, Prior? prior, LeaderboardRules rules) => figure switch
    {
        { Apart: NotRankedReason.ResidentsUnknown or NotRankedReason.ReadingUnknown } => (figure, figure.Apart, null),
        _ when CasesOf(form, figure) < rules.FewestCases => (figure, NotRankedReason.TooFew, null),
        { Apart: { } apart } => (figure, apart, null),
        _ when prior is null => (figure, NotRankedReason.GroupTooSmall, null),
        _ => (figure, null, prior.With(form, figure.Count, figure.Of!.Value)),
    };
}
