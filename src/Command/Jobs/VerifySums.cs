using Command.Data;
using Command.Rollups;
using Command.Tipoffs;

namespace Command.Jobs;

/// <summary>Asks whether the sums of a day still say what its events and tip-offs say.</summary>
public sealed class VerifySums(Rebuild rollups, TipoffRebuild tipoffs, TimeProvider time)
{
    /// <exception cref="InvalidOperationException">They do not; nothing was changed.</exception>
    public async Task YesterdayAsync(CancellationToken cancellation)
    {
        var day = LocalTime.DayOf(time.GetUtcNow()).AddDays(-1);
        var drifts = (await rollups.VerifyAsync(day, day, cancellation)).Count;
        var cells = (await tipoffs.VerifyAsync(day, day, cancellation)).Count;
        if (drifts + cells > 0)
            throw new InvalidOperationException($"{drifts} sums of messages and {cells} of tip-offs of {day:yyyy-MM-dd} are not what their records say.");
    }
}
