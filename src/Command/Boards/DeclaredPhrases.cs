using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Command.Rollups;
using Microsoft.Extensions.Localization;

namespace Command.Boards;

/// <summary>Figures as documents give them: with "khoảng", "hơn", "gần", with their days and where they were taken from.</summary>
public sealed class DeclaredPhrases(IStringLocalizer<Texts> texts, Figures figures)
{
    public string Name(Metric metric) => texts[$"metric.{metric.Name}"];

    /// <summary>"khoảng 4.300.000", "hơn 5.000 %", "khoảng 100 mỗi ngày".</summary>
    public string Value(Metric metric, double value, Precision precision) => texts[$"precision.{precision}", metric.Form switch
    {
        MetricForm.Percent => texts["figure.percent", Number(value)].Value,
        MetricForm.Rate => texts["precision.aDay", Number(value)].Value,
        _ => Number(value),
    }];

    public string Value(Metric metric, DeclaredTotal total) => Value(metric, total.Value, total.Exactness);

    /// <summary>The days that a figure speaks of; a level at an instant names its hour where that is known.</summary>
    public string Days(Reading reading) => reading switch
    {
        { FromDay: { } from, ToDay: { } to } => Days(from, to),
        { At: { } at } when LocalTime.ToLocal(at).TimeOfDay == TimeSpan.Zero => texts["declared.at", figures.Day(LocalTime.DayOf(at))],
        { At: { } at } => texts["declared.atTime", texts["figure.moment", figures.Minute(at), figures.Day(LocalTime.DayOf(at))].Value],
        _ => "",
    };

    /// <param name="from">Null: a level on the last day.</param>
    public string Days(DateOnly? from, DateOnly to) => from is not { } first ? texts["declared.at", figures.Day(to)]
        : first == to ? figures.Day(to)
        : $"{figures.Day(first)}–{figures.Day(to)}";

    private static string Number(double value) => value.ToString("#,##0.##", CultureInfo.CurrentCulture);
}
