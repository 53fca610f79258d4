using Command.Alerts;
using Command.Data;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;

namespace Command.Jobs;

/// <summary>Every job of the product: its name, when it is due, within how many hours it must have succeeded, what it calls.</summary>
public sealed class Schedule
{
    private readonly IConfiguration settings;

    /// <exception cref="SettingException">A setting <c>Jobs:Name</c> is no cron expression.</exception>
    public Schedule(IConfiguration settings)
    {
        this.settings = settings;
        Jobs =
        [
            Job<MonthSums>("CloseDay", "0 5 0 * * ?", within: 6, (sums, cancellation) => sums.CloseAsync(cancellation)),
            Job<PeriodSealing>("ClosePeriods", "0 40 1 * * ?", within: 6, (periods, cancellation) => periods.CloseAsync(cancellation)),
            Job<RecheckMonths>("DrawRechecks", "0 20 1 * * ?", within: 6, (months, cancellation) => months.CloseAsync(cancellation)),
            Job<VerifySums>("VerifySums", "0 10 3 * * ?", within: 4, (sums, cancellation) => sums.RunAsync(cancellation)),
            Job<LiveLeaderboards>("RefreshLeaderboards", "0 */5 * * * ?", within: null, (boards, cancellation) => boards.RefreshAsync(cancellation)),
            Job<AlertWatch>("WatchDeadlines", "0 */5 * * * ?", within: 1, (watch, cancellation) => watch.LookAsync(cancellation, everything: true)),
            Job<Purge>("Purge", "0 10 * * * ?", within: 6, (purge, cancellation) => purge.RunAsync(cancellation)),
            Job<NoteAuditHead>("NoteAuditHead", "0 0 * * * ?", within: null, (head, cancellation) => head.RunAsync(cancellation)),
        ];
    }

    public IReadOnlyList<Job> Jobs { get; }

    public Job? Find(string? name) => Jobs.FirstOrDefault(job => job.Name == name);

    private Job Job<T>(string name, string cron, int? within, Func<T, CancellationToken, Task> call)
        where T : notnull =>
        new(
            name,
            settings[$"Jobs:{name}"] is { Length: > 0 } other ? other : cron,
            within is { } hours ? TimeSpan.FromHours(hours) : null,
            (services, cancellation) => call(services.GetRequiredService<T>(), cancellation));
}
