using Command.Rollups;

namespace Command.Reviews;

/// <summary>What was found of a range, from which gaps are told.</summary>
/// <param name="Listening">Zalo and Facebook pages of the range: name, and whether an event came.</param>
/// <param name="Following">Pages of the last day that can be followed: name, and whether anyone knows their followers.</param>
/// <param name="EventDays">Local days with an event, ascending.</param>
/// <param name="OtherMonths">First days of months in which a record or a reading lies.</param>
/// <param name="ResidentsBelow">Places below: name, and whether their residents are entered.</param>
/// <param name="Declared">Metrics that a document gives.</param>
/// <param name="Collected">Metrics that something was collected of.</param>
public sealed record GapFindings(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<(string Name, bool IsKnown)> Listening,
    IReadOnlyList<(string Name, bool IsKnown)> Following,
    bool ResidentsKnown,
    IReadOnlyList<(string Name, bool IsKnown)> ResidentsBelow,
    IReadOnlyList<DateOnly> EventDays,
    IReadOnlySet<DateOnly> OtherMonths,
    IReadOnlyCollection<Metric> Declared,
    IReadOnlyCollection<Metric> Collected);

/// <summary>Says what is missing in a range. Pure.</summary>
public static class DataGaps
{
    /// <summary>As many names as a reader takes in.</summary>
    private const int MostNames = 12;

    /// <summary>A day without an event is ordinary for a ward; several in a row are not.</summary>
    private const int FewestDays = 3;

    /// <summary>What a review speaks of: where nobody knows it, the review says so.</summary>
    private static readonly Metric[] expected =
    [
        Metric.Messages, Metric.ProcedureQuestions, Metric.TipoffsReceived, Metric.TipoffsValuable, Metric.FirstReply, Metric.Followers,
        Metric.Posts, Metric.Videos, Metric.Images, Metric.Views, Metric.Interactions,
    ];

    public static IReadOnlyList<DataGap> Of(GapFindings found)
    {
        List<DataGap?> gaps =
        [
            Missing(DataGapKind.PagesWithoutEvents, found.Listening),
            Missing(DataGapKind.FollowersUnknown, found.Following),
            found.ResidentsKnown ? null : new DataGap(DataGapKind.ResidentsUnknown),
            Missing(DataGapKind.ResidentsBelowUnknown, found.ResidentsBelow),
            Months(found),
            Days(found.EventDays),
            Metrics(DataGapKind.DeclaredOnly, found.Declared.Where(m => !m.IsQuoted && !found.Collected.Contains(m))),
            Metrics(DataGapKind.MetricsUnknown, expected.Where(m => !found.Declared.Contains(m) && !found.Collected.Contains(m))),
        ];
        return [.. gaps.OfType<DataGap>()];
    }

    private static DataGap? Missing(DataGapKind kind, IReadOnlyList<(string Name, bool IsKnown)> all)
    {
        var missing = all.Where(a => !a.IsKnown).Select(a => a.Name).ToList();
        return missing.Count == 0 ? null : new DataGap(kind) { Count = missing.Count, Of = all.Count, Names = [.. missing.Take(MostNames)] };
    }

    private static DataGap? Metrics(DataGapKind kind, IEnumerable<Metric> metrics) =>
        metrics.Select(m => m.Name).ToList() is { Count: > 0 } names ? new DataGap(kind) { Count = names.Count, Metrics = names } : null;

    private static DataGap? Months(GapFindings found)
    {
        var known = found.EventDays.Select(FirstOfMonth).Concat(found.OtherMonths).ToHashSet();
        var months = new List<DateOnly>();
        for (var month = FirstOfMonth(found.From); month <= found.To; month = month.AddMonths(1))
            months.Add(month);
        var empty = months.Where(m => !known.Contains(m)).ToList();
        if (empty.Count == 0)
            return null;
        var joined = new List<GapDays>();
        foreach (var month in empty)
        {
            var last = month.AddMonths(1).AddDays(-1);
            if (joined is [.., var before] && before.To.AddDays(1) == month)
                joined[^1] = before with { To = last };
            else
                joined.Add(new GapDays(month, last));
        }

        return new DataGap(DataGapKind.MonthsWithoutData) { Count = empty.Count, Of = months.Count, Days = joined };
    }

    private static DataGap? Days(IReadOnlyList<DateOnly> days)
    {
        var silent = days.Zip(days.Skip(1))
            .Where(pair => pair.Second.DayNumber - pair.First.DayNumber > FewestDays)
            .Select(pair => new GapDays(pair.First.AddDays(1), pair.Second.AddDays(-1)))
            .ToList();
        return silent.Count == 0 ? null : new DataGap(DataGapKind.DaysWithoutEvents) { Count = silent.Sum(s => s.To.DayNumber - s.From.DayNumber + 1), Days = silent };
    }

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
