using System.Globalization;
using Command.Boards.Shell;
using Command.Data;
using Command.People;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Administration;

/// <summary>What a line of the audit log says, in the reader's language: of facts their words, of all else what stands there.</summary>
public sealed class AuditPhrases(IStringLocalizer<Texts> texts, Figures figures, Phrases phrases, UnitNames units)
{
    /// <summary>The facts that are one of a list, and where the list's words stand.</summary>
    public static readonly IReadOnlyDictionary<AuditFact, (Type Names, string Words)> Listed = new Dictionary<AuditFact, (Type, string)>
    {
        [AuditFact.State] = (typeof(TipoffState), "tipoff.state."),
        [AuditFact.Verdict] = (typeof(Verdict), "tipoff.verdict."),
        [AuditFact.MessageKind] = (typeof(MessageKind), "kind."),
        [AuditFact.CloseReason] = (typeof(CloseReason), "close."),
        [AuditFact.Role] = (typeof(Role), "role."),
        [AuditFact.Deadline] = (typeof(DeadlineKind), "settings.deadline."),
        [AuditFact.Measure] = (typeof(DeadlineMeasure), "settings.measured."),
        [AuditFact.TargetMeasure] = (typeof(TargetMeasure), "settings.measure."),
        [AuditFact.AlertKind] = (typeof(AlertKind), "alert.kind."),
        [AuditFact.Annotation] = (typeof(AnnotationKind), "annotation."),
    };

    private static readonly string[] everything = [AuditFacts.All, "every unit", "every kind"];
    private static readonly string[] yes = ["True", "agreed", "worked", "nobody"];
    private static readonly string[] no = ["False", "not agreed", "off"];

    public Task ReadAsync(CancellationToken cancellation) => units.ReadAsync(cancellation);

    /// <summary>Of a subject, of what held before or of what holds after.</summary>
    public string? Said(string action, string? stored)
    {
        if (stored is null || (AuditFacts.Read(stored) ?? AuditTextForms.Read(action, stored)) is not { } facts)
            return stored;
        var said = facts.GroupBy(f => f.Fact).Select(f => texts["audit.told", texts[$"audit.fact.{f.Key}"].Value, string.Join("; ", f.Select(v => Value(v.Fact, v.Value)))].Value);
        return string.Join(" · ", said);
    }

    public string Fault(AuditFault fault) => texts[$"audit.fault.{fault.Kind}", figures.Count(fault.Line), figures.Count(fault.Noted)];

    private string Value(AuditFact fact, string value) => value switch
    {
        _ when everything.Contains(value) => texts["audit.all"],
        _ when yes.Contains(value) => texts["audit.yes"],
        _ when no.Contains(value) => texts["audit.no"],
        _ when Listed.TryGetValue(fact, out var list) => Enum.TryParse(list.Names, value, ignoreCase: true, out var name) ? Word(list.Words + name, value) : value,
        _ => fact switch
        {
            AuditFact.Job => Word($"job.{value}", value),
            AuditFact.Metric => Word($"lb.metric.{value}", Word($"review.metric.{value}", Word($"metric.{value}", value))),
            AuditFact.PeerGroup => phrases.PeerGroup(value),
            AuditFact.Part => Word($"review.section.{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(value)}", Word($"audit.part.{value}", value)),
            AuditFact.Language => Word($"audit.language.{value}", value),
            AuditFact.FileType => value.ToUpperInvariant(),
            AuditFact.Unit => units.OfKey(value) ?? value,
            AuditFact.UnitId or AuditFact.ConfirmsFor => int.TryParse(value, CultureInfo.InvariantCulture, out var id) ? units.Of(id, value) : value,
            AuditFact.Day or AuditFact.From or AuditFact.To => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? figures.Day(day) : value,
            AuditFact.Weight => Weight(value),
            AuditFact.Amount or AuditFact.Minutes or AuditFact.Bytes or AuditFact.Rows or AuditFact.Open or AuditFact.Least or AuditFact.Again or AuditFact.Hours
                or AuditFact.Deviations or AuditFact.Value => Number(value),
            _ => value,
        },
    };

    /// <summary>"valuable_ratio 40 % / 0.25": an indicator, its weight and the scale that it is measured on.</summary>
    private string Weight(string value) =>
        value.Split(' ') is [var metric, var percent, _, _, var scale] ? texts["audit.weight", Value(AuditFact.Metric, metric), Number(percent), Number(scale)] : value;

    private static string Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("#,0.####", CultureInfo.CurrentCulture) : value;

    private string Word(string key, string otherwise) => texts[key] is { ResourceNotFound: false } said ? said.Value : otherwise;
}
