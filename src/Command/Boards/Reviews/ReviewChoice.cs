using Command.Data;
using Command.People;
using Command.Periods;
using Command.Reviews;
using Command.Units;

namespace Command.Boards.Reviews;

public enum ReviewComparison
{
    Previous,
    LastYear,
    None,
}

/// <summary>What a new review may be about.</summary>
public sealed record ReviewOffer(IReadOnlyList<(string Key, string Name)> Units, IReadOnlyList<ReviewSpan> Periods);

/// <summary>Units that the asker makes reviews of, and the periods that have begun.</summary>
public sealed class ReviewChoice(UnitRegistry registry, PeriodBook book, TimeProvider time)
{
    private static readonly PeriodLength[] lengths = [PeriodLength.HalfYear, PeriodLength.Quarter, PeriodLength.Month, PeriodLength.Year];

    public async Task<ReviewOffer> ReadAsync(Asker asker, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await registry.TreeAsync(cancellation);
        var calendar = await book.CalendarAsync(cancellation);
        var units = InOrder(tree, null, today).Where(id => ReviewQuery.MayMake(asker, tree, id, today)).Select(id => (tree.Units[id].Key, tree.NameOf(id, today))).ToList();
        var periods = calendar.Named.Where(n => n.From <= today).Select(n => new Period(n.Key, n.From, n.To))
            .Concat(lengths.SelectMany(length => calendar.Series.SelectMany(series => calendar.Last(calendar.Containing(series, length, today), length == PeriodLength.Month ? 6 : 3).Reverse())));
        return new ReviewOffer(units, [.. periods.Select(p => ReviewSpan.Of(p, calendar))]);
    }

    /// <summary>Key of the period that one is compared with; null: none.</summary>
    public async Task<string?> ComparisonAsync(string period, ReviewComparison kind, CancellationToken cancellation)
    {
        var calendar = await book.CalendarAsync(cancellation);
        if (kind == ReviewComparison.None || calendar.Find(period) is not { } days)
            return null;
        return kind == ReviewComparison.Previous ? calendar.Previous(days).Key
            : days.Prefix is { } prefix && calendar.Series.FirstOrDefault(s => s.Prefix == prefix) is { } series && days.Length != PeriodLength.Week ? calendar.Containing(series, days.Length, days.From.AddYears(-1)).Key
            : days.LastYear.Key;
    }

    private static IEnumerable<int> InOrder(UnitTree tree, int? parent, DateOnly day) => tree.ChildrenOn(parent, day).SelectMany(id => InOrder(tree, id, day).Prepend(id));
}
