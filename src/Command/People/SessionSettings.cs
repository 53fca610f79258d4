using Command.Data;

namespace Command.People;

/// <summary>How long a session lives.</summary>
/// <param name="Idle">Without a request: <c>People:IdleMinutes</c>.</param>
/// <param name="Longest">However busy: <c>People:SessionHours</c>.</param>
/// <param name="RevalidateEvery">How often an open screen asks whether its session still lives: <c>People:RevalidateSeconds</c>.</param>
public sealed record SessionSettings(TimeSpan Idle, TimeSpan Longest, TimeSpan RevalidateEvery)
{
    private const int DefaultIdleMinutes = 240;
    private const int DefaultLongestHours = 12;
    private const int DefaultRevalidateSeconds = 15;

    /// <exception cref="SettingException">A setting is not above zero.</exception>
    public static SessionSettings From(IConfiguration configuration)
    {
        return new(
            TimeSpan.FromMinutes(Read("People:IdleMinutes", DefaultIdleMinutes)),
            TimeSpan.FromHours(Read("People:SessionHours", DefaultLongestHours)),
            TimeSpan.FromSeconds(Read("People:RevalidateSeconds", DefaultRevalidateSeconds)));

        double Read(string name, int otherwise) => configuration.GetValue<double>(name, otherwise) is > 0 and var value
            ? value
            : throw new SettingException($"{name} must be above zero.");
    }
}
