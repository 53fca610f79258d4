using System.Globalization;
using Command.Alerts;
using Command.Boards.Shell;
using Command.Data;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Alerts;

/// <summary>What alerts say, in words that need neither colour nor shape.</summary>
public sealed class AlertPhrases(IStringLocalizer<Texts> texts, Figures figures)
{
    public string Name(AlertKind kind) => texts[$"alert.kind.{kind}"];

    /// <summary>Broken or overdue is red, what waits is amber.</summary>
    public static string State(AlertKind kind) => kind is AlertKind.Overdue or AlertKind.Drift or AlertKind.Job or AlertKind.SilentPage ? "overdue" : "waits";

    public static string Icon(AlertKind kind) => kind switch
    {
        AlertKind.UrgentTipoff => "tipoffs",
        AlertKind.Overdue => "overdue",
        AlertKind.SilentPage => "silent",
        AlertKind.Spike => "chart",
        _ => "audit",
    };

    /// <summary>"Công an phường Sen: 12 tin nhắn quá hạn trả lời"</summary>
    public string Said(AlertLine line, DateTimeOffset now)
    {
        var what = texts[
            $"alert.text.{line.Text}",
            line.Text == AlertText.Jobs ? Jobs(line) : line.Number ?? "",
            figures.Count(line.Count),
            line.Usual is { } usual ? figures.Count(usual) : Figures.Unknown,
            line.Hours?.ToString(CultureInfo.CurrentCulture) ?? Figures.Unknown,
            line.Since is { } since ? figures.Moment(since, now) : Figures.Unknown,
            line.Day is { } day ? figures.Day(day) : Figures.Unknown,
            line.PageName ?? Figures.Unknown].Value;
        return line.UnitName is { } unit ? texts["alert.ofUnit", unit, what].Value : what;
    }

    /// <summary>": Khóa ngày, Khóa kỳ và 2 việc khác"; of an alert that names none, nothing.</summary>
    private string Jobs(AlertLine line)
    {
        var names = (line.Number ?? "").Split(Alert.NameSeparator, StringSplitOptions.RemoveEmptyEntries);
        var said = string.Join(", ", names.Select(n => texts[$"job.{n}"].Value));
        return names.Length == 0 ? "" : ": " + (line.Count > names.Length ? texts["alert.jobs.more", said, figures.Count(line.Count - names.Length)].Value : said);
    }

    public string Refused(Acknowledged done, DateTimeOffset now) => done switch
    {
        { Fault: AcknowledgeFault.Overtaken, First: { } first } => texts["alert.overtaken", first.By, figures.Moment(first.At, now)],
        _ => texts[$"alert.fault.{done.Fault}"],
    };
}
