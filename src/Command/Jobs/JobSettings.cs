using System.Globalization;
using Command.Data;

namespace Command.Jobs;

/// <param name="Run">False: this node only shows jobs; others of the same database run them.</param>
/// <param name="RetryAfter">What a failed run waits for before it is tried again; each further wait is four times as long.</param>
public sealed record JobSettings(bool Run, TimeSpan RetryAfter)
{
    public const int Retries = 3;
    public const int BackoffFactor = 4;

    private static readonly TimeSpan longest = TimeSpan.FromHours(1);

    /// <exception cref="SettingException">A value cannot be read.</exception>
    public static JobSettings From(IConfiguration configuration)
    {
        var run = configuration["Jobs:Run"] ?? "true";
        if (!bool.TryParse(run, out var isRunning))
            throw new SettingException($"Jobs:Run is '{run}'; it must be true or false.");
        var after = configuration["Jobs:RetryAfter"] ?? "00:01:00";
        if (!TimeSpan.TryParse(after, CultureInfo.InvariantCulture, out var wait) || wait <= TimeSpan.Zero || wait > longest)
            throw new SettingException($"Jobs:RetryAfter is '{after}'; it must be a time of at most an hour, such as 00:01:00.");
        return new JobSettings(isRunning, wait);
    }
}
