namespace Command.Data;

/// <summary>Pure: which days a changed setting may begin with. What lies in the past is never rewritten.</summary>
public static class SettingDays
{
    private const int MostYearsAhead = 5;

    /// <summary>What is judged by the day begins tomorrow at the earliest: today's cases keep one rule.</summary>
    public static SettingFault FromTomorrow(DateOnly? day, DateOnly today) =>
        day <= today ? SettingFault.DayNotAhead : Reachable(day, today);

    public static SettingFault FromToday(DateOnly? day, DateOnly today) =>
        day < today ? SettingFault.DayPast : Reachable(day, today);

    private static SettingFault Reachable(DateOnly? day, DateOnly today) => day switch
    {
        null => SettingFault.DayMissing,
        { } from when from > today.AddYears(MostYearsAhead) => SettingFault.DayTooFar,
        _ => SettingFault.None,
    };
}
