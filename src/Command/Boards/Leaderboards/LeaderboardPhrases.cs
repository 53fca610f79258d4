using System.Globalization;
using Command.Boards.Shell;
using Command.Ranking;
using Command.Ranking.Leaderboards;
using Microsoft.Extensions.Localization;

namespace Command.Boards.Leaderboards;

/// <summary>Leaderboards in the reader's language: figures, and the one sentence that says why.</summary>
public sealed class LeaderboardPhrases(IStringLocalizer<Texts> texts, Figures figures, LeaderboardRules rules)
{
    public string Name(LeaderboardMetric metric) => texts[$"lb.metric.{metric.Name}"];

    /// <summary>29,03 % of a share; 12,5 of a rate; +0,42 of a composite score.</summary>
    public string Value(LeaderboardMetric metric, double value) => metric.Form switch
    {
        LeaderboardForm.Share => texts["figure.percent", Number(100 * value, "0.00")],
        LeaderboardForm.Rate => Number(value, "#,0.00"),
        _ => Number(value, "+0.00;−0.00;0.00"),
    };

    public string Between(LeaderboardMetric metric, Interval interval) => metric.Form == LeaderboardForm.Share
        ? texts["figure.percent", $"{Number(100 * interval.Low, "0.00")}–{Number(100 * interval.High, "0.00")}"]
        : $"{Number(interval.Low, "#,0.00")}–{Number(interval.High, "#,0.00")}";

    /// <summary>9/31, or 1.240 per so many residents.</summary>
    public string Basis(LeaderboardMetric metric, double count, double? of) => metric.Form switch
    {
        LeaderboardForm.Composite => $"{figures.Count(count)}/{figures.Count(LeaderboardMetric.Indicators.Count)}",
        _ => $"{figures.Count(count)}/{(of is { } all ? figures.Count(all * metric.Per) : Figures.Unknown)}",
    };

    public string Rank(double median) => Number(median, "#,0.#");

    /// <summary>1–3, or 7 where nothing else is possible.</summary>
    public string Range(Place place) => place.Low == place.High ? Rank(place.Low) : texts["lb.range", Rank(place.Low), Rank(place.High)];

    public string Why(LeaderboardRow row, Leaderboard board, WeightSet weights)
    {
        var metric = board.Metric;
        if (metric.Form == LeaderboardForm.Composite)
            return texts["lb.why.composite", string.Join("; ", weights.Items.Where(w => w.Value > 0).Zip(row.Steps.Where((_, i) => weights.Items[i].Value > 0), Step))];
        if (board.Prior is not { } prior || row.Of is not { } of || row.Value is not { } value)
            return "";
        var (mean, score) = (Value(metric, prior.Mean), Value(metric, row.Score));
        var why = metric.Form == LeaderboardForm.Share
            ? texts["lb.why.share", figures.Count(row.Count), figures.Count(of), Value(metric, value), mean, figures.Count(prior.Weight), score]
            : texts["lb.why.rate", figures.Count(row.Count), figures.Count(of * metric.Per), Value(metric, value), mean, figures.Share(prior.Pull(of)), score];
        return prior.SealedPeriod is { } from ? $"{why.Value} {texts["lb.why.borrowed", from].Value}" : why;
    }

    public string Why(NotRanked unit, LeaderboardMetric metric)
    {
        var why = texts[$"lb.apart.{unit.Reason}", unit.Reason == NotRankedReason.WeightsUnknown ? figures.Share(unit.KnownWeight ?? 0) : rules.FewestUnits, rules.FewestGroupCases];
        return unit.Bounds is { } bounds ? $"{why.Value}; {texts["lb.apart.bounds", Value(metric, bounds.Low), Value(metric, bounds.High)].Value}" : why;
    }

    public string Zone(FunnelZone zone) => texts[$"lb.zone.{zone}"];

    /// <summary>What counts as one step of an indicator: 10 điểm phần trăm, 5 trên 10.000 dân.</summary>
    public string Scale(IndicatorWeight weight) => Value(weight.Metric, weight.Scale);

    private string Step(IndicatorWeight weight, double? step) => step is { } steps
        ? texts["lb.why.step", Name(weight.Metric), Number(steps, "+0.0;−0.0;0.0"), figures.Share(weight.Value)]
        : texts["lb.why.unknown", Name(weight.Metric)];

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.CurrentCulture);
}
