using Command.Data;

namespace Command.Alerts;

/// <param name="WatchEvery">How often is looked at what stands: <c>Alerts:WatchSeconds</c>, 2 by default.</param>
public sealed record AlertSettings(TimeSpan WatchEvery)
{
    private const double DefaultSeconds = 2;

    /// <exception cref="SettingException">The setting is not a number of seconds above zero.</exception>
    public static AlertSettings From(IConfiguration configuration)
    {
        var seconds = configuration.GetValue("Alerts:WatchSeconds", DefaultSeconds);
        return seconds is > 0 and <= 86_400
            ? new AlertSettings(TimeSpan.FromSeconds(seconds))
            : throw new SettingException($"Alerts:WatchSeconds is {seconds}; it must be above zero and at most a day.");
    }
}
