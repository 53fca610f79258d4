using Command.Alerts;

namespace Command.Jobs;

/// <summary>Asks each night whether the sums still say what their records say; where they do not, people are alerted and the job fails.</summary>
public sealed class VerifySums(DriftWatch watch)
{
    /// <exception cref="InvalidOperationException">They do not; nothing was changed.</exception>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var check = await watch.RunAsync(cancellation);
        if (check.Drifts > 0)
            throw new InvalidOperationException($"{check.Drifts} sums of {check.Days} days are not what their records say.");
    }
}
