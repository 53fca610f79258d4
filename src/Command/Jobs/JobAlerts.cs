using Command.Alerts;
using Command.Data;

namespace Command.Jobs;

/// <summary>Jobs that fail or are late: one alert for administrators, however many they are.</summary>
public sealed class JobAlerts(JobHealth health) : IAlertSource
{
    public string Text => AlertText.Jobs;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        if (scene.Rules.For(AlertKind.Job, null) is not { } rule)
            return [];
        var troubles = await health.TroublesAsync(cancellation);
        return troubles.Count == 0 ? [] : [new Cause(Text, rule, Text, null, "/jobs") { Count = troubles.Count }];
    }
}
