using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Command.Periods;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Periods;

/// <summary>Periods in the reader's language: "Tháng 3/2026", "Kỳ công an: Quý 1/2026".</summary>
public sealed class PeriodPhrases(IStringLocalizer<Texts> texts, Figures figures)
{
    public string Name(Period period, PeriodCalendar calendar) => period.Prefix is { } prefix
        ? prefix.Length == 0 ? OfCalendar(period, prefix) : texts["period.of", Series(calendar, prefix), OfCalendar(period, prefix)]
        : calendar.Named.FirstOrDefault(n => n.Key == period.Key)?.Name ?? Days(period);

    /// <summary>"tháng 3/2026", "kỳ công an quý 1/2026": inside a sentence. Names that people gave stay as they are.</summary>
    public string Within(Period period, PeriodCalendar calendar)
    {
        if (period.Prefix is not { } prefix)
            return Name(period, calendar);
        var name = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? Small(OfCalendar(period, prefix)) : OfCalendar(period, prefix);
        return prefix.Length == 0 ? name : $"{Small(Series(calendar, prefix))} {name}";

        static string Small(string name) => name.Length > 1 && !char.IsUpper(name[1]) ? char.ToLower(name[0], CultureInfo.CurrentUICulture) + name[1..] : name;
    }

    private string OfCalendar(Period period, string prefix)
    {
        var parts = (prefix.Length == 0 ? period.Key : period.Key[(prefix.Length + 1)..]).Split('-');
        var number = int.Parse(parts[^1].AsSpan().TrimStart("QHW"), CultureInfo.InvariantCulture);
        return texts[period.Length == PeriodLength.HalfYear ? $"period.HalfYear.{number}" : $"period.{period.Length}", number, parts[0]];
    }

    private string Series(PeriodCalendar calendar, string prefix) => Name(calendar.Series.First(s => s.Prefix == prefix));

    public string Name(PeriodSeries series) => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? series.EnglishName : series.Name;

    /// <summary>01/03/2026 – 31/03/2026</summary>
    public string Days(Period period) => texts["period.Custom", figures.Day(period.From), figures.Day(period.To)];
}
