using System.Globalization;
using Command.Periods;

namespace Command.Ranking.Leaderboards;

/// <summary>One indicator of the composite score.</summary>
/// <param name="Value">Share of the whole, 0 to 1.</param>
/// <param name="Scale">What counts as one step, in the metric's own unit.</param>
public sealed record IndicatorWeight(LeaderboardMetric Metric, double Value, double Scale);

/// <summary>The weights of a composite score: as published, or tried out in an address.</summary>
/// <param name="Version">The published version; what is tried out keeps its scales.</param>
/// <param name="IsTried">Differs from what was published.</param>
public sealed record WeightSet(int Version, IReadOnlyList<IndicatorWeight> Items, bool IsTried = false)
{
    private const double DaysOfYear = 365.25;

    /// <summary>As an address carries them, in percent: "40-30-15-15".</summary>
    public string Key => string.Join('-', Items.Select(i => Math.Round(100 * i.Value).ToString(CultureInfo.InvariantCulture)));

    /// <summary>Tells two sets apart, however little they differ.</summary>
    internal string Exactly => string.Join('-', Items.Select(i => i.Value.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>With the scales that hold for a period: they are published for a year, and what grows with days spreads less over fewer of them.</summary>
    public WeightSet Over(Period period) =>
        this with { Items = [.. Items.Select(i => i.Metric.GrowsWithDays ? i with { Scale = i.Scale * period.Days / DaysOfYear } : i)] };

    /// <summary>What an address tries out: whole numbers, one for each indicator in order; anything else leaves the published weights.</summary>
    public WeightSet Try(string? text)
    {
        var parts = text?.Split('-') ?? [];
        if (parts.Length != Items.Count)
            return this;
        var numbers = parts.Select(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n <= 100 ? n : -1).ToList();
        var sum = numbers.Sum();
        if (numbers.Contains(-1) || sum == 0)
            return this;
        var tried = this with { Items = [.. Items.Zip(numbers, (item, n) => item with { Value = (double)n / sum })], IsTried = true };
        return tried.Key == Key ? this : tried;
    }
}
