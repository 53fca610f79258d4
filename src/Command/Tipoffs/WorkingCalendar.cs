using System.Globalization;
using Command.Data;

namespace Command.Tipoffs;

/// <summary>Working time, pure: Monday to Friday but for holidays, days worked in exchange, and the hours of a day.</summary>
public sealed class WorkingCalendar
{
    public const string DefaultHours = "07:30-11:30,13:30-17:30";

    /// <summary>A calendar without a working day for so long is broken.</summary>
    private const int LongestRest = 60;

    private readonly Dictionary<DateOnly, bool> isWorked;
    private readonly IReadOnlyList<(TimeOnly From, TimeOnly To)> hours;

    /// <param name="hours">As <see cref="DefaultHours"/>.</param>
    /// <exception cref="SettingException">The hours are not written so, overlap or are out of order.</exception>
    public WorkingCalendar(IEnumerable<Holiday> holidays, string hours = DefaultHours)
    {
        isWorked = holidays.ToDictionary(h => h.Day, h => h.IsWorked);
        this.hours = Parse(hours);
    }

    public bool IsWorkingDay(DateOnly day) =>
        isWorked.TryGetValue(day, out var worked) ? worked : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when it is a working day.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        for (var rested = 0; !IsWorkingDay(day) && rested < LongestRest; rested++)
            day = day.AddDays(1);
        return day;
    }

    /// <summary>The n-th working day after this day, which does not count.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        for (; count > 0; count--)
            day = NextWorkingDay(day.AddDays(1));
        return day;
    }

    /// <summary>The instant at which so much working time has passed.</summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset from, TimeSpan time)
    {
        for (var day = NextWorkingDay(LocalTime.DayOf(from)); ; day = NextWorkingDay(day.AddDays(1)))
        {
            var midnight = LocalTime.StartOf(day);
            foreach (var window in hours)
            {
                var begin = Later(from, midnight + window.From.ToTimeSpan());
                var left = midnight + window.To.ToTimeSpan() - begin;
                if (left >= time)
                    return begin + time;
                if (left > TimeSpan.Zero)
                    time -= left;
            }
        }
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    /// <exception cref="SettingException">See the constructor.</exception>
    private static List<(TimeOnly From, TimeOnly To)> Parse(string text)
    {
        var windows = new List<(TimeOnly From, TimeOnly To)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Split('-') is not [var first, var last] || !TryRead(first, out var from) || !TryRead(last, out var to)
                || to <= from || (windows is [.., var before] && from < before.To))
            {
                throw new SettingException($"Tipoffs:WorkingHours is '{text}'; it must be written like {DefaultHours}, in order.");
            }

            windows.Add((from, to));
        }

        return windows;

        static bool TryRead(string part, out TimeOnly time) =>
            TimeOnly.TryParseExact(part, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
    }
}
