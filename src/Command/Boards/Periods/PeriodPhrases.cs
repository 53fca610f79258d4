using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Command.Periods;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Periods;

/// <summary>Periods in the reader's language: "Tháng 3/2026", "Kỳ công an: Quý 1/2026".</summary>
public sealed class PeriodPhrases(IStringLocalizer<Texts> texts, Figures figures)
{
    public string Name(Period period, PeriodCalendar calendar)
    {
        if (calendar.Named.FirstOrDefault(n => n.Key == period.Key) is { } named)
            return named.Name;
        if (period.Prefix is not { } prefix)
            return texts["period.Custom", figures.Day(period.From), figures.Day(period.To)];
        var parts = (prefix.Length == 0 ? period.Key : period.Key[(prefix.Length + 1)..]).Split('-');
        var number = int.Parse(parts[^1].AsSpan().TrimStart("QHW"), CultureInfo.InvariantCulture);
        var name = texts[period.Length == PeriodLength.HalfYear ? $"period.HalfYear.{number}" : $"period.{period.Length}", number, parts[0]];
        return prefix.Length == 0 ? name : texts["period.of", Name(calendar.Series.First(s => s.Prefix == prefix)), name];
    }

    public string Name(PeriodSeries series) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? series.EnglishName : series.Name;

    /// <summary>01/03/2026 – 31/03/2026</summary>
    public string Days(Period period) => texts["period.Custom", figures.Day(period.From), figures.Day(period.To)];
}
