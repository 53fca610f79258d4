using Command.Alerts;
using Command.Data;

namespace Command.Jobs;

/// <summary>Jobs that fail or are late: one alert for administrators, however many they are; it names the first of them.</summary>
public sealed class JobAlerts(JobHealth health) : IAlertSource
{
    private const int Named = 3;

    public string Text => AlertText.Jobs;

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task<IReadOnlyList<Cause>> ReadAsync(AlertScene scene, CancellationToken cancellation)
    {
        if (scene.Rules.For(AlertKind.Job, null) is not { } rule)
            return [];
        var troubles = await health.TroublesAsync(cancellation);
        return troubles.Count == 0 ? [] : [new Cause(Text, rule, Text, null, "/jobs") { Count = troubles.Count, Number = Names(troubles) }];
    }

    /// <summary>As many as the column holds.</summary>
    private static string Names(IReadOnlyList<JobTrouble> troubles)
    {
        var names = troubles.Take(Named).Select(t => t.Job.Name).ToList();
        while (names.Count > 1 && string.Join(Alert.NameSeparator, names).Length > Alert.NumberLetters)
            names.RemoveAt(names.Count - 1);
        return string.Join(Alert.NameSeparator, names);
    }
}
