using Command.Data;
using Command.Live;

namespace Command.Alerts;

/// <summary>What alerts need of the host.</summary>
public static class AlertRegistration
{
    /// <exception cref="SettingException">A setting is out of its range.</exception>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(AlertSettings.From(configuration))
        .AddSingleton(Silence.From(configuration))
        .AddSingleton<IAlertSource, UrgentTipoffs>()
        .AddSingleton<IAlertSource, OverdueTipoffs>()
        .AddSingleton<IAlertSource, OverdueMessages>()
        .AddSingleton<IAlertSource, SilentPages>()
        .AddSingleton<IAlertSource, Spikes>()
        .AddSingleton<LiveAlerts>()
        .AddSingleton<AlertWatch>()
        .AddSingleton<DriftWatch>()
        .AddSingleton<AlertQuery>()
        .AddSingleton<AlertDesk>()
        .AddSingleton<AlertRules>();
}
