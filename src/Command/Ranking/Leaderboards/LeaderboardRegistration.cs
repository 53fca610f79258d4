using Command.Data;
using Command.Periods;

namespace Command.Ranking.Leaderboards;

/// <summary>What leaderboards and the period calendar need of the host.</summary>
public static class LeaderboardRegistration
{
    /// <exception cref="SettingException">A setting is out of its range.</exception>
    public static IServiceCollection AddLeaderboards(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(LeaderboardRules.From(configuration))
        .AddSingleton<PeriodBook>()
        .AddSingleton<WeightsBook>()
        .AddSingleton<GroupFigures>()
        .AddSingleton<SealedBoards>()
        .AddSingleton<Corrections>()
        .AddSingleton<LiveLeaderboards>()
        .AddSingleton<LeaderboardQuery>()
        .AddScoped<Sealing>()
        .AddScoped<PeriodSealing>()
        .AddScoped<WeightsDesk>()
        .AddScoped<Appeals>()
        .AddScoped<Targets>()
        .AddScoped<PeriodDesk>();
}
