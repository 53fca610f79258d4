namespace Command.Data;

/// <summary>
/// The clock of readers: Asia/Ho_Chi_Minh wherever a person reads, UTC wherever a machine stores. Vietnam has kept
/// UTC+7 without summer time since 1975, so a slot of an hour or five minutes is whole in both.
/// </summary>
public static class LocalTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The instant at which a local day begins.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The UTC slot of this length that holds the instant.</summary>
    public static DateTimeOffset Slot(DateTimeOffset instant, TimeSpan length)
    {
        var ticks = instant.UtcTicks;
        return new DateTimeOffset(ticks - ticks % length.Ticks, TimeSpan.Zero);
    }
}
