namespace Command.Rollups;

/// <summary>How a range of local days is summed: whole months from their sums, what is left over day by day. Pure.</summary>
/// <param name="FirstMonth">First day of the first month whose sum counts; null: none does.</param>
/// <param name="Days">Both ends inclusive.</param>
public sealed record SumSpans(DateOnly? FirstMonth, DateOnly? LastMonth, IReadOnlyList<(DateOnly From, DateOnly To)> Days)
{
    /// <param name="summedThrough">The last day in the month sums; null: none is. The month it lies in is summed up to it.</param>
    public static SumSpans Of(DateOnly from, DateOnly to, DateOnly? summedThrough)
    {
        if (summedThrough is not { } through || through < from)
            return new SumSpans(null, null, [(from, to)]);
        var first = from.Day == 1 ? from : Fold.MonthOf(from).AddMonths(1);
        var last = Fold.MonthOf(through < to ? through : to);
        if (EndOf(last, through) > to)
            last = last.AddMonths(-1);
        if (last < first)
            return new SumSpans(null, null, [(from, to)]);
        var days = new List<(DateOnly, DateOnly)>();
        if (from < first)
            days.Add((from, first.AddDays(-1)));
        if (EndOf(last, through) < to)
            days.Add((EndOf(last, through).AddDays(1), to));
        return new SumSpans(first, last, days);
    }

    /// <summary>First days of the months whose sums count.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = FirstMonth; month is { } day && day <= LastMonth; month = day.AddMonths(1))
                yield return day;
        }
    }

    private static DateOnly EndOf(DateOnly month, DateOnly through) => month.AddMonths(1).AddDays(-1) is var end && end < through ? end : through;
}
