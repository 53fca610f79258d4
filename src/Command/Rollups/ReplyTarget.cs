using Command.Data;

namespace Command.Rollups;

/// <summary>
/// A first reply within it is in time (<c>Messages:ReplyTargetHours</c>, 24 by default) where no rule of
/// <see cref="ReplyTargets"/> says otherwise. Rollups count by both as events arrive: after a change of the setting,
/// rebuild the days that should be judged anew.
/// </summary>
public sealed record ReplyTarget(TimeSpan Value)
{
    /// <exception cref="SettingException">The setting is not positive.</exception>
    public static ReplyTarget From(IConfiguration configuration)
    {
        var hours = configuration.GetValue("Messages:ReplyTargetHours", 24.0);
        return hours > 0
            ? new ReplyTarget(TimeSpan.FromHours(hours))
            : throw new SettingException($"Messages:ReplyTargetHours is {hours}; it must be greater than 0.");
    }
}
