using Command.Data;

namespace Command.Messages;

/// <summary>Working time without a calendar of holidays: Monday to Friday, 07:30–11:30 and 13:30–17:30.</summary>
public static class WorkingWeek
{
    private static readonly (TimeSpan From, TimeSpan To)[] hours =
        [(new(7, 30, 0), new(11, 30, 0)), (new(13, 30, 0), new(17, 30, 0))];

    public static DateTimeOffset Add(DateTimeOffset from, TimeSpan time)
    {
        for (var day = LocalTime.DayOf(from); ; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            var midnight = LocalTime.StartOf(day);
            foreach (var window in hours)
            {
                var begin = from > midnight + window.From ? from : midnight + window.From;
                var left = midnight + window.To - begin;
                if (left >= time)
                    return begin + time;
                if (left > TimeSpan.Zero)
                    time -= left;
            }
        }
    }
}
