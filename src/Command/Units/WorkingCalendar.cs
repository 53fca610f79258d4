using Command.Data;

namespace Command.Units;

/// <summary>Working time, pure: Monday to Friday but for holidays, days worked in exchange, and the hours of a day.</summary>
public sealed class WorkingCalendar(IEnumerable<Holiday> holidays, WorkingHours hours)
{
    /// <summary>A calendar without a working day for so long is broken.</summary>
    private const int LongestRest = 60;

    private readonly Dictionary<DateOnly, bool> isWorked = holidays.ToDictionary(h => h.Day, h => h.IsWorked);

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
            foreach (var window in hours.Windows)
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
}
