using Command.Boards.Shell;
using Command.Reviews;
using Command.Rollups;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Reviews;

/// <summary>Contradictions and gaps in sentences that a page and a slide can carry.</summary>
public sealed class EvidencePhrases(IStringLocalizer<Texts> texts, Figures figures, DeclaredPhrases declared)
{
    private const int MostNames = 6;

    public string Name(string metric) => texts[$"metric.{metric}"];

    /// <summary>"Công bố", "thu thập", …; where another metric is meant, its name.</summary>
    public string Who(Claim claim) => claim.OtherMetric is { } other ? $"{texts[$"evidence.claim.{claim.Kind}"].Value} ({Name(other)})" : texts[$"evidence.claim.{claim.Kind}"].Value;

    public string Value(string metric, Claim claim) => declared.Value(Metric.Find(metric)!, claim.Value, claim.Precision);

    public string Days(Claim claim) => declared.Days(claim.From, claim.To);

    /// <summary>"công bố: khoảng 30.000 (01/03/2021–31/05/2021)".</summary>
    public string Say(string metric, Claim claim) => texts["evidence.claim.days", Who(claim), Value(metric, claim), Days(claim)];

    /// <summary>"công bố khoảng 30.000, mức mỗi ngày nhân số ngày khoảng 9.200: chênh 20.800."</summary>
    public string Say(string metric, Difference difference) => Sentence(texts[
        "evidence.difference", Who(difference.Left), Value(metric, difference.Left), Who(difference.Right), Value(metric, difference.Right), figures.Count(Math.Abs(difference.Amount))]);

    public string Say(Explanation why) => why.Kind switch
    {
        ExplanationKind.OtherDays => texts["evidence.why.OtherDays", Days(why.From, why.To), Days(why.OtherFrom, why.OtherTo)],
        ExplanationKind.PartsMissing => texts["evidence.why.PartsMissing", Count(why.Count), Count(why.Of)],
        ExplanationKind.OnePartExceeds => texts["evidence.why.OnePartExceeds", why.Name!, figures.Count(why.Value!.Value)],
        ExplanationKind.OnePartNearlyAll => texts["evidence.why.OnePartNearlyAll", why.Name!, figures.Count(why.Value!.Value), figures.Share(why.Share!.Value), Count(why.Of)],
        ExplanationKind.WiderMetric => texts["evidence.why.WiderMetric", Name(why.Metric!)],
        ExplanationKind.Rate => texts["evidence.why.Rate", figures.Count(why.Value!.Value), Count(why.Count), figures.Count(why.Other!.Value)],
        ExplanationKind.CollectedLater => texts["evidence.why.CollectedLater", figures.Day(why.From!.Value)],
        ExplanationKind.OneKindBeyond => texts["evidence.why.OneKindBeyond", Count(why.Count), texts[$"evidence.kind.{why.UnitKind}"].Value],
        ExplanationKind.PagesSilent => texts["evidence.why.PagesSilent", Count(why.Count), Count(why.Of)],
        _ => texts[$"evidence.why.{why.Kind}"],
    };

    public string Say(DataGap gap) => gap.Kind switch
    {
        DataGapKind.MonthsWithoutData => texts["evidence.gap.MonthsWithoutData", Count(gap.Count), Count(gap.Of), string.Join(", ", gap.Days.Select(Months))],
        DataGapKind.DaysWithoutEvents => texts["evidence.gap.DaysWithoutEvents", Count(gap.Count), string.Join(", ", gap.Days.Select(d => Days(d.From, d.To)))],
        DataGapKind.DeclaredOnly or DataGapKind.MetricsUnknown => texts[$"evidence.gap.{gap.Kind}", string.Join(", ", gap.Metrics.Select(Name))],
        DataGapKind.ResidentsUnknown => texts["evidence.gap.ResidentsUnknown"],
        _ => texts[$"evidence.gap.{gap.Kind}", Count(gap.Count), Count(gap.Of), Names(gap.Names, gap.Count)],
    };

    /// <param name="all">How many there are; beyond those that a reader takes in they are counted.</param>
    public string Names(IEnumerable<string> names, int all)
    {
        var shown = names.Take(MostNames).ToList();
        return all > shown.Count ? texts["evidence.more", string.Join(", ", shown), Count(all - shown.Count)] : string.Join(", ", shown);
    }

    private string Months(GapDays days) => (days.From.Year, days.From.Month) == (days.To.Year, days.To.Month) ? figures.Month(days.From) : $"{figures.Month(days.From)}–{figures.Month(days.To)}";

    private string Days(DateOnly? from, DateOnly? to) => to is { } last ? declared.Days(from, last) : Figures.Unknown;

    private string Count(int? count) => figures.Count(count ?? 0);

    private static string Sentence(string said) => said.Length > 0 ? char.ToUpper(said[0], System.Globalization.CultureInfo.CurrentCulture) + said[1..] : said;
}
