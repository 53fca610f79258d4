using Command.Data;

namespace Command.Ranking.Leaderboards;

/// <summary>Thresholds of the leaderboards.</summary>
/// <param name="FewestCases">Below it a unit is not ranked: "chưa đủ số liệu".</param>
/// <param name="FewCases">Below it a rank is hatched.</param>
/// <param name="FewestUnits">A smaller group takes the prior of its last sealed period.</param>
/// <param name="FewestGroupCases">So does a group with fewer cases in all.</param>
/// <param name="SealAfterDays">So long after a period's end it may be sealed though something is open.</param>
/// <param name="KeptFor">A computed leaderboard is served again for so long, though something has changed since.</param>
public sealed record LeaderboardRules(int FewestCases, int FewCases, int FewestUnits, int FewestGroupCases, int SealAfterDays, TimeSpan KeptFor)
{
    public static readonly LeaderboardRules Default = new(5, 20, BetaPrior.FewestUnits, BetaPrior.FewestCases, 20, TimeSpan.FromSeconds(60));

    /// <exception cref="SettingException">A setting is out of its range.</exception>
    public static LeaderboardRules From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Leaderboards");
        var rules = new LeaderboardRules(
            section.GetValue(nameof(FewestCases), Default.FewestCases),
            section.GetValue(nameof(FewCases), Default.FewCases),
            section.GetValue(nameof(FewestUnits), Default.FewestUnits),
            section.GetValue(nameof(FewestGroupCases), Default.FewestGroupCases),
            section.GetValue(nameof(SealAfterDays), Default.SealAfterDays),
            TimeSpan.FromSeconds(section.GetValue("KeptSeconds", Default.KeptFor.TotalSeconds)));
        if (rules.FewestCases < 1 || rules.FewCases < rules.FewestCases || rules.FewestUnits < 2 || rules.FewestGroupCases < 1 || rules.SealAfterDays < 0 || rules.KeptFor < TimeSpan.Zero)
            throw new SettingException("Leaderboards: FewestCases must be at least 1, FewCases no less than it, FewestUnits at least 2, FewestGroupCases at least 1, SealAfterDays and KeptSeconds not negative.");
        return rules;
    }
}
