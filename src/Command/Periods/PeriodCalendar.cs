using System.Globalization;
using Command.Data;

namespace Command.Periods;

/// <summary>The period calendar, pure: from keys to days and from days to periods.</summary>
public sealed class PeriodCalendar(IReadOnlyList<PeriodSeries> series, IReadOnlyList<NamedPeriod> named)
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;
    private static readonly PeriodLength[] ofMonths = [PeriodLength.Month, PeriodLength.Quarter, PeriodLength.HalfYear, PeriodLength.Year];

    public IReadOnlyList<PeriodSeries> Series => series;

    public IReadOnlyList<NamedPeriod> Named => named;

    /// <summary>Null: no period is written so.</summary>
    public Period? Find(string key)
    {
        if (named.FirstOrDefault(p => p.Key == key) is { } own)
            return new Period(own.Key, own.From, own.To);
        if (key.Split("..") is [var first, var last])
            return IsDay(first, out var from) && IsDay(last, out var to) && from <= to ? Period.Between(from, to) : null;
        var (prefix, parts) = Split(key);
        if (series.FirstOrDefault(s => s.Prefix == prefix) is not { } rule || parts.Length == 0 || Number(parts[0], 4) is not (>= FirstYear and <= LastYear and var year))
            return null;
        return parts switch
        {
            [_] => Of(rule, PeriodLength.Year, year, 1),
            [_, ['Q', .. var quarter]] when Number(quarter, 1) is >= 1 and <= 4 and var n => Of(rule, PeriodLength.Quarter, year, n),
            [_, ['H', .. var half]] when Number(half, 1) is >= 1 and <= 2 and var n => Of(rule, PeriodLength.HalfYear, year, n),
            [_, ['W', .. var week]] when prefix.Length == 0 && Number(week, 2) is >= 1 and var n && n <= ISOWeek.GetWeeksInYear(year) => Week(year, n),
            [_, var month] when Number(month, 2) is >= 1 and <= 12 and var n => Of(rule, PeriodLength.Month, year, n),
            _ => null,
        };
    }

    /// <summary>The period of that series and length in which the day lies.</summary>
    public Period Containing(PeriodSeries rule, PeriodLength length, DateOnly day)
    {
        if (length == PeriodLength.Week)
            return Week(ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)), ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)));

        // The month named March may have begun in February.
        var month = new DateOnly(day.Year, day.Month, 1).AddMonths((day.Day >= rule.StartDay ? 0 : -1) + (rule.StartsMonthBefore ? 1 : 0));
        return Of(rule, length, month.Year, (month.Month - 1) / Months(length) + 1);
    }

    /// <summary>All that the day lies in: of every series each length, and the named ones.</summary>
    public IEnumerable<Period> Containing(DateOnly day) =>
    [
        .. series.SelectMany(rule => Lengths(rule).Select(length => Containing(rule, length, day))),
        .. named.Where(p => day >= p.From && day <= p.To).Select(p => new Period(p.Key, p.From, p.To)),
    ];

    /// <summary>The one before in its series; of a range of its own, as many days before it.</summary>
    public Period Previous(Period period) =>
        period.Prefix is { } prefix && series.FirstOrDefault(s => s.Prefix == prefix) is { } rule
            ? Containing(rule, period.Length, period.From.AddDays(-1))
            : Period.Between(period.From.AddDays(-period.Days), period.From.AddDays(-1));

    /// <summary>So many periods of the series that end with this one, the oldest first.</summary>
    public IReadOnlyList<Period> Last(Period period, int count)
    {
        var periods = new List<Period> { period };
        while (periods.Count < count)
            periods.Add(Previous(periods[^1]));
        periods.Reverse();
        return periods;
    }

    public static IReadOnlyList<PeriodLength> Lengths(PeriodSeries rule) =>
        rule.Prefix.Length == 0 ? [PeriodLength.Week, .. ofMonths] : ofMonths;

    private static (string Prefix, string[] Parts) Split(string key)
    {
        var parts = key.Split('-');
        var years = Array.FindIndex(parts, p => Number(p, 4) is not null);
        return years < 0 ? (key, []) : (string.Join('-', parts[..years]), parts[years..]);
    }

    private static Period Of(PeriodSeries rule, PeriodLength length, int year, int n)
    {
        var months = Months(length);
        var from = new DateOnly(year, 1, rule.StartDay).AddMonths((n - 1) * months - (rule.StartsMonthBefore ? 1 : 0));
        var name = length switch
        {
            PeriodLength.Year => "",
            PeriodLength.Quarter => $"-Q{n}",
            PeriodLength.HalfYear => $"-H{n}",
            _ => string.Create(CultureInfo.InvariantCulture, $"-{n:00}"),
        };
        var prefix = rule.Prefix.Length == 0 ? "" : rule.Prefix + "-";
        return new Period(string.Create(CultureInfo.InvariantCulture, $"{prefix}{year:0000}{name}"), from, from.AddMonths(months).AddDays(-1), length, rule.Prefix);
    }

    private static Period Week(int year, int week)
    {
        var monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return new Period(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-W{week:00}"), monday, monday.AddDays(6), PeriodLength.Week, "");
    }

    private static int Months(PeriodLength length) => length switch
    {
        PeriodLength.Month => 1,
        PeriodLength.Quarter => 3,
        PeriodLength.HalfYear => 6,
        PeriodLength.Year => 12,
        _ => throw new ArgumentOutOfRangeException(nameof(length), length, "Not made of months."),
    };

    private static int? Number(ReadOnlySpan<char> text, int digits) =>
        text.Length == digits && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
