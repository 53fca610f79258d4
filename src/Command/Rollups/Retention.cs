using Command.Data;

namespace Command.Rollups;

/// <summary>How long events are kept; sums are kept for ever.</summary>
/// <param name="EventMonths">A year to look back upon, the one before it, and a month more to sum it up.</param>
public sealed record Retention(int EventMonths)
{
    private const int Default = 25;

    /// <summary>Alerts, deadlines and the nightly check look back weeks; nothing they need may be gone.</summary>
    private const int Least = 4;

    /// <exception cref="SettingException">Too few months.</exception>
    public static Retention From(IConfiguration configuration)
    {
        var months = configuration.GetValue("Privacy:EventsKeptMonths", Default);
        return months >= Least ? new Retention(months) : throw new SettingException($"Privacy:EventsKeptMonths must be at least {Least}.");
    }

    /// <summary>The first local day whose events are kept.</summary>
    public DateOnly EventsFrom(DateOnly today) => today.AddMonths(-EventMonths);
}
