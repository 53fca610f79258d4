using System.Globalization;
using System.Text.RegularExpressions;
using Command.Data;

namespace Command.Worlds;

/// <summary>An instant, or so long before the first load of the world.</summary>
public readonly partial record struct WorldTime(DateTimeOffset? Instant, TimeSpan Before)
{
    public const string Forms = "2022-05-13T09:30:00+07:00, 2022-05-13T09:30 or 2022-05-13 (Asia/Ho_Chi_Minh), or relative: -14d, -6h, -30m";

    public static WorldTime? Parse(string text)
    {
        if (Relative().Match(text) is { Success: true } relative)
        {
            var amount = int.Parse(relative.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            return new WorldTime(null, relative.Groups[2].Value switch
            {
                "d" => TimeSpan.FromDays(amount),
                "h" => TimeSpan.FromHours(amount),
                _ => TimeSpan.FromMinutes(amount),
            });
        }

        if (!Absolute().IsMatch(text) || !DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time))
            return null;
        if (time.Kind == DateTimeKind.Unspecified)
            return new WorldTime(new DateTimeOffset(time, LocalTime.Zone.GetUtcOffset(time)), default);
        return new WorldTime(DateTimeOffset.Parse(text, CultureInfo.InvariantCulture), default);
    }

    public DateTimeOffset From(DateTimeOffset firstLoad) => Instant ?? firstLoad - Before;

    [GeneratedRegex(@"^-(\d{1,5})([dhm])$")]
    private static partial Regex Relative();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$")]
    private static partial Regex Absolute();
}

/// <summary>A local day, or so many days before the local day of the first load of the world.</summary>
public readonly partial record struct WorldDay(DateOnly? Day, int Before)
{
    public const string Forms = "2022-05-13, or relative: -14d";

    public static WorldDay? Parse(string text)
    {
        if (Relative().Match(text) is { Success: true } relative)
            return new WorldDay(null, int.Parse(relative.Groups[1].ValueSpan, CultureInfo.InvariantCulture));
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new WorldDay(day, 0) : null;
    }

    public DateOnly From(DateTimeOffset firstLoad) => Day ?? LocalTime.DayOf(firstLoad).AddDays(-Before);

    [GeneratedRegex(@"^-(\d{1,5})d$")]
    private static partial Regex Relative();
}
