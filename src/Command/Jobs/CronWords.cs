using System.Globalization;
using Command.Boards;
using Command.Boards.Shell;
using Microsoft.Extensions.Localization;

namespace Command.Jobs;

/// <summary>A schedule in words, for the shapes that jobs have; any other reads as it is written.</summary>
public sealed class CronWords(IStringLocalizer<Texts> texts, Phrases phrases)
{
    private static readonly string[] weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    public string Of(string cron) => cron.ToUpperInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [_, ['*' or '0', '/', .. var minutes], "*", "*" or "?", "*", "*" or "?"] when Number(minutes) is { } every => texts["cron.minutes", every],
        [_, var minute, "*", "*" or "?", "*", "*" or "?"] when Number(minute) is { } at => texts["cron.hourly", at],
        [_, var minute, var hour, "*" or "?", "*", "*" or "?"] when Clock(hour, minute) is { } at => texts["cron.daily", at],
        [_, var minute, var hour, var day, "*", "*" or "?"] when Clock(hour, minute) is { } at && Number(day) is { } on => texts["cron.monthly", on, at],
        [_, var minute, var hour, "*" or "?", "*", var weekday] when Clock(hour, minute) is { } at && Weekday(weekday) is { } on => texts["cron.weekly", phrases.Weekday(on), at],
        _ => cron,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Clock(string hour, string minute) =>
        Number(hour) is { } h && Number(minute) is { } m ? string.Create(CultureInfo.InvariantCulture, $"{h:00}:{m:00}") : null;

    /// <summary>By its three letters, or 1 for Sunday to 7 for Saturday.</summary>
    private static DayOfWeek? Weekday(string text) =>
        (Number(text) is { } number ? number - 1 : Array.IndexOf(weekdays, text)) is >= 0 and <= 6 and var day ? (DayOfWeek)day : null;
}
