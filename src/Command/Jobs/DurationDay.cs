using Command.Data;
using Quartz;

namespace Command.Jobs;

/// <summary>How long the runs of one local day took.</summary>
public sealed record DurationDay(DateOnly Day, int Runs, TimeSpan P50, TimeSpan P95)
{
    /// <returns>Oldest first; a day without a run has no entry.</returns>
    public static IReadOnlyList<DurationDay> Of(IEnumerable<ExecutionHistoryEntry> runs) =>
    [
        .. runs.GroupBy(r => LocalTime.DayOf(r.FiredAtUtc)).OrderBy(d => d.Key).Select(day =>
        {
            var sorted = day.Select(r => r.Duration.Ticks).Order().ToList();
            return new DurationDay(day.Key, sorted.Count, Quantile(sorted, 0.5), Quantile(sorted, 0.95));
        }),
    ];

    /// <summary>Between the two nearest values, as PERCENTILE_CONT of SQL.</summary>
    private static TimeSpan Quantile(List<long> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return TimeSpan.FromTicks((long)(sorted[below] + (place - below) * (sorted[above] - sorted[below])));
    }
}
