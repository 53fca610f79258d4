using System.Text.Json;
using Command.Data;

namespace Command.Rollups;

/// <summary>
/// Folds readings over ranges of days, which may overlap: a total is never counted twice and never split, so of two
/// that overlap the wider holds. Pure.
/// </summary>
public static class Declared
{
    /// <summary>Widest first; of equally wide ones the one entered first.</summary>
    public static IReadOnlyList<Reading> WithoutOverlap(IEnumerable<Reading> readings)
    {
        var inOrder = readings.OrderBy(r => r.FromDay).ToList();
        if (inOrder.Zip(inOrder.Skip(1)).All(pair => pair.First.ToDay < pair.Second.FromDay))
            return inOrder;

        var chosen = new List<Reading>();
        foreach (var reading in inOrder.OrderByDescending(r => r.ToDay!.Value.DayNumber - r.FromDay!.Value.DayNumber).ThenBy(r => r.Id))
        {
            if (chosen.TrueForAll(c => c.ToDay < reading.FromDay || reading.ToDay < c.FromDay))
                chosen.Add(reading);
        }

        return [.. chosen.OrderBy(r => r.FromDay)];
    }

    /// <summary>Of one metric and one unit; null without a reading.</summary>
    public static DeclaredTotal? OfUnit(Metric metric, IReadOnlyCollection<Reading> readings)
    {
        if (metric.IsLast)
            return readings.OrderBy(Instant).ThenByDescending(r => r.Id).LastOrDefault() is { } last ? Sum([last], "unit") : null;
        return Sum(WithoutOverlap(readings.Where(r => r.FromDay is not null)), "unit");
    }

    /// <summary>Of one metric, over the pages of a subtree; null without a reading.</summary>
    public static DeclaredTotal? OfPages(Metric metric, IEnumerable<Reading> readings) => metric.Form is MetricForm.Rate or MetricForm.Percent ? null
        : Sum([.. readings.GroupBy(r => r.PageId).SelectMany(page => Chosen(metric, page))], "pages");

    /// <summary>The last instant that a reading speaks of.</summary>
    public static DateTimeOffset Instant(Reading reading) =>
        reading.At ?? LocalTime.StartOf(reading.ToDay!.Value.AddDays(1)).AddMilliseconds(-1);

    private static IEnumerable<Reading> Chosen(Metric metric, IEnumerable<Reading> page) => metric.IsLast
        ? [page.OrderBy(Instant).ThenByDescending(r => r.Id).Last()]
        : WithoutOverlap(page.Where(r => r.FromDay is not null));

    private static DeclaredTotal? Sum(IReadOnlyList<Reading> readings, string of) => readings.Count == 0 ? null : new DeclaredTotal(
        readings.Sum(r => r.Value),
        JsonNamingPolicy.CamelCase.ConvertName(Together(readings.Select(r => r.Precision)).ToString()),
        [.. readings.Where(r => r.Document is not null).Select(r => r.Document!).Distinct()],
        readings.Min(r => r.FromDay),
        readings.Max(r => LocalTime.DayOf(Instant(r))),
        of)
    {
        Exactness = Together(readings.Select(r => r.Precision)),
        Days = [.. readings.Select(r => (r.FromDay, r.ToDay))],
    };

    /// <summary>"More than" and "nearly" added together say no more than "about".</summary>
    public static Precision Together(IEnumerable<Precision> parts) =>
        parts.Where(p => p != Precision.Exact).Distinct().ToList() is var said && said.Count > 1 ? Precision.About : said.FirstOrDefault();
}
