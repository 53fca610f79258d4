using Command.Alerts;
using Command.Data;
using Command.Rollups;

namespace Command.Jobs;

/// <summary>Asks each night whether the sums still say what their records say; where they do not, people are alerted and the job fails.</summary>
public sealed class VerifySums(DriftWatch watch, MonthSums months, TimeProvider time)
{
    /// <exception cref="JobFailedException">They do not; nothing was changed.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var check = await watch.RunAsync(cancellation);
        var ofMonth = await months.VerifyAsync(LocalTime.DayOf(time.GetUtcNow()).AddDays(-1), cancellation);
        if (check.Drifts + ofMonth.Count > 0)
            throw new JobFailedException(JobFailedException.Drift, check.Drifts + ofMonth.Count, check.Days);
    }
}
