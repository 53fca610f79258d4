using Command.Data;

namespace Command.Live;

/// <summary>After how long without an event a page stands out as silent (<c>Board:SilentAfterHours</c>, 6 by default), unless it has a limit of its own.</summary>
public sealed record Silence(TimeSpan Otherwise)
{
    public static Silence From(IConfiguration configuration) => new(TimeSpan.FromHours(configuration.GetValue("Board:SilentAfterHours", 6.0)));

    public TimeSpan LimitOf(Page page) => page.SilentAfterHours is { } hours ? TimeSpan.FromHours(hours) : Otherwise;

    /// <summary>Only pages whose platform sends events can fall silent.</summary>
    /// <param name="lastEventAt">Null: never heard of.</param>
    public bool IsSilent(Page page, DateTimeOffset? lastEventAt, DateTimeOffset now) =>
        page.Platform is Platform.Zalo or Platform.Facebook && !(lastEventAt > now - LimitOf(page));
}
