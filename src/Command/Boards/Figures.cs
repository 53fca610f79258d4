using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Microsoft.Extensions.Localization;

namespace Command.Boards;

/// <summary>Numbers and times as people read them: in the reader's language, on the clock of Asia/Ho_Chi_Minh.</summary>
public sealed class Figures(IStringLocalizer<Texts> texts)
{
    /// <summary>Stands for a number that nobody knows; never 0.</summary>
    public const string Unknown = "—";

    private const int MinuteSeconds = 60;
    private const int HourSeconds = 60 * MinuteSeconds;
    private const int DaySeconds = 24 * HourSeconds;

    public string Count(double value) => value.ToString("N0", CultureInfo.CurrentCulture);

    public string Average(double value) => value.ToString(value < 10 ? "0.#" : "N0", CultureInfo.CurrentCulture);

    /// <param name="share">0 … 1.</param>
    public string Share(double share) => texts["figure.percent", (100 * share).ToString("0.#", CultureInfo.CurrentCulture)];

    /// <summary>How large a change is, whatever its direction.</summary>
    public string Percent(double percent) => texts["figure.percent", Math.Abs(percent).ToString("N0", CultureInfo.CurrentCulture)];

    /// <summary>Two units at most: 45 giây, 9 phút, 3 giờ 20, 2 ngày 3 giờ.</summary>
    public string Duration(double seconds)
    {
        var whole = (long)Math.Round(seconds);
        if (whole < MinuteSeconds)
            return texts["figure.seconds", whole];
        var minutes = (long)Math.Round(seconds / MinuteSeconds);
        if (minutes < 60)
            return texts["figure.minutes", minutes];
        if (minutes * MinuteSeconds < DaySeconds)
            return minutes % 60 == 0 ? texts["figure.hours", minutes / 60] : texts["figure.hoursMinutes", minutes / 60, (minutes % 60).ToString("00", CultureInfo.InvariantCulture)];
        var hours = (long)Math.Round(seconds / HourSeconds);
        return hours % 24 == 0 ? texts["figure.days", hours / 24] : texts["figure.daysHours", hours / 24, hours % 24];
    }

    /// <summary>Whole units, rounded down: a thing of 59 minutes ago was not an hour ago. The future reads as now.</summary>
    public string Ago(DateTimeOffset then, DateTimeOffset now)
    {
        var seconds = (long)(now - then).TotalSeconds;
        return seconds switch
        {
            < MinuteSeconds => texts["figure.justNow"],
            < HourSeconds => texts["figure.minutesAgo", seconds / MinuteSeconds],
            < DaySeconds => texts["figure.hoursAgo", seconds / HourSeconds],
            _ => texts["figure.daysAgo", seconds / DaySeconds],
        };
    }

    /// <summary>12:04:31</summary>
    public string Clock(DateTimeOffset instant) => LocalTime.ToLocal(instant).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>12:04</summary>
    public string Minute(DateTimeOffset instant) => LocalTime.ToLocal(instant).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>12:04 when it was today, with the day when it was not.</summary>
    public string Moment(DateTimeOffset instant, DateTimeOffset now) => LocalTime.DayOf(instant) == LocalTime.DayOf(now)
        ? Minute(instant)
        : texts["figure.moment", Minute(instant), Day(LocalTime.DayOf(instant))];

    /// <summary>12:04:31 on this day, 12/05 12:04 on another.</summary>
    public string ClockOn(DateOnly day, DateTimeOffset instant) => LocalTime.DayOf(instant) == day
        ? Clock(instant)
        : LocalTime.ToLocal(instant).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture);

    /// <summary>05/2022</summary>
    public string Month(DateOnly day) => day.ToString("MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>2022-05-12, as inputs of the type date have it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>12/05/2022</summary>
    public string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
