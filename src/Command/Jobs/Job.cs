using Command.Data;
using Quartz;

namespace Command.Jobs;

/// <summary>One line of the <see cref="Schedule"/>.</summary>
/// <param name="Name">Its setting is <c>Jobs:Name</c>, its texts are <c>job.Name</c>.</param>
/// <param name="Cron">Six fields from seconds on, on the clock of Asia/Ho_Chi_Minh.</param>
/// <param name="MustSucceedWithin">After each time it is due; null: nobody is alarmed when it does not.</param>
/// <param name="RunAsync">Calls the domain; what it throws is tried again, and then shown.</param>
public sealed record Job(string Name, string Cron, TimeSpan? MustSucceedWithin, Func<IServiceProvider, CancellationToken, Task> RunAsync)
{
    private const int Fields = 6;

    public JobKey Key { get; } = new(Name);

    /// <summary>When it is due by its schedule; runs that people ask for have triggers of their own.</summary>
    public TriggerKey DueKey { get; } = new(Name);

    public CronExpression Times { get; } = Parse(Name, Cron);

    /// <exception cref="SettingException">The expression is none, or has not six fields.</exception>
    public static CronExpression Parse(string name, string cron) =>
        cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == Fields && CronExpression.TryParse(cron, out var times)
            ? times.WithTimeZone(LocalTime.Zone)
            : throw new SettingException($"Jobs:{name} is '{cron}'; it must be a cron expression of six fields (second minute hour day month weekday), such as '0 30 2 * * ?'.");
}
