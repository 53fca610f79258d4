using System.Globalization;

namespace Command.Periods;

/// <summary>The lunar new year of Vietnam.</summary>
public static class Tet
{
    /// <summary>Days around the first on which pages fall silent: from the last two of the old year to the fifth.</summary>
    private const int DaysBefore = 2;
    private const int DaysAfter = 4;

    private static readonly ChineseLunisolarCalendar lunar = new();

    /// <summary>
    /// New moons are dated by the clock of Hanoi, an hour behind Beijing's: in these years the first day falls a day
    /// earlier than in the Chinese calendar.
    /// </summary>
    private static readonly HashSet<int> dayEarlier = [2007, 2030];

    /// <param name="year">1902 to 2100.</param>
    public static DateOnly FirstDay(int year)
    {
        var day = DateOnly.FromDateTime(lunar.ToDateTime(year, 1, 1, 0, 0, 0, 0));
        return dayEarlier.Contains(year) ? day.AddDays(-1) : day;
    }

    /// <summary>How many of its days lie around Tết: what a comparison with another period must mind.</summary>
    public static int DaysIn(Period period) => Enumerable.Range(period.From.Year, period.To.Year - period.From.Year + 1).Sum(year =>
    {
        var first = FirstDay(year);
        var from = Math.Max(period.From.DayNumber, first.DayNumber - DaysBefore);
        return Math.Max(0, Math.Min(period.To.DayNumber, first.DayNumber + DaysAfter) - from + 1);
    });
}
