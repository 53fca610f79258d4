using Command.Data;

namespace Command.Boards;

/// <param name="Turn">How long the wall shows one scope: <c>Board:WallSeconds</c>.</param>
public sealed record WallSettings(TimeSpan Turn)
{
    private const int DefaultSeconds = 20;

    /// <exception cref="SettingException">The setting is not a number of seconds above zero.</exception>
    public static WallSettings From(IConfiguration configuration)
    {
        var seconds = configuration.GetValue("Board:WallSeconds", DefaultSeconds);
        return seconds > 0
            ? new WallSettings(TimeSpan.FromSeconds(seconds))
            : throw new SettingException($"Board:WallSeconds is {seconds}; it must be above zero.");
    }
}
