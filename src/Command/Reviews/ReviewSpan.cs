using System.Text.Json.Serialization;
using Command.Data;
using Command.Periods;

namespace Command.Reviews;

/// <summary>A period with all that its name is made of, since the calendar may change later.</summary>
/// <param name="Name">Of a named period, or of its series; null of the calendar's own and of plain ranges.</param>
/// <param name="EnglishName">Of the series.</param>
public sealed record ReviewSpan(string Key, DateOnly From, DateOnly To, PeriodLength Length, string? Prefix, string? Name, string? EnglishName)
{
    [JsonIgnore]
    public Period Period => new(Key, From, To, Length, Prefix);

    /// <summary>As much of the calendar as its name needs.</summary>
    [JsonIgnore]
    public PeriodCalendar Calendar => Prefix is { } prefix
        ? new PeriodCalendar([new PeriodSeries { Prefix = prefix, Name = Name ?? "", EnglishName = EnglishName ?? "", StartDay = 1 }], [])
        : new PeriodCalendar([], Name is { } name ? [new NamedPeriod { Key = Key, Name = name, From = From, To = To }] : []);

    public static ReviewSpan Of(Period period, PeriodCalendar calendar)
    {
        var series = calendar.Series.FirstOrDefault(s => s.Prefix == period.Prefix);
        var named = period.Prefix is null ? calendar.Named.FirstOrDefault(n => n.Key == period.Key)?.Name : series?.Name;
        return new ReviewSpan(period.Key, period.From, period.To, period.Length, period.Prefix, named, series?.EnglishName);
    }
}
