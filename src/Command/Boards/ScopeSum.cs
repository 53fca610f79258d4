using Command.Live;
using Command.Ranking;
using Command.Rollups;

namespace Command.Boards;

/// <summary>The numbers of several pages added up, and compared with earlier ones.</summary>
internal sealed class ScopeSum
{
    private const int FewestWeekdays = 3;
    private readonly IReadOnlyList<PageNow> pages;
    private readonly DateOnly today;
    private readonly Lazy<DayCounts> atCut;
    private readonly Lazy<DayCounts?> yesterday;
    private readonly Lazy<DayCounts?> lastWeek;

    /// <remarks>A nation has ten thousand pages: what nobody asks for is not summed.</remarks>
    public ScopeSum(IReadOnlyList<PageNow> pages, DateOnly today)
    {
        this.pages = pages;
        this.today = today;
        FirstDay = pages.Min(p => p.FirstDay);
        Today = Sum(p => p.Today);
        atCut = new(() => Sum(p => p.TodayAtCut));
        yesterday = new(() => IsKnown(1) ? Sum(p => p.History.Yesterday) : null);
        lastWeek = new(() => IsKnown(7) ? Sum(p => p.History.LastWeek) : null);
    }

    /// <summary>The first local day of which anything is known.</summary>
    public DateOnly? FirstDay { get; }

    public DayCounts Today { get; }

    public DayCounts AtCut => atCut.Value;

    /// <summary>Null: nothing is known of that day.</summary>
    public DayCounts? Yesterday => yesterday.Value;

    public DayCounts? LastWeek => lastWeek.Value;

    public IReadOnlyList<long> Add(Func<PageNow, IReadOnlyList<long>> cells, int length)
    {
        var sum = new long[length];
        foreach (var page in pages)
        {
            var add = cells(page);
            for (var i = 0; i < length; i++)
                sum[i] += add[i];
        }

        return sum;
    }

    /// <summary>Compares a count up to the cut; the dispersion is that of the same weekdays before.</summary>
    public (Comparison Yesterday, Comparison LastWeek) Compare(Func<DayCounts, long> count)
    {
        var phi = Dispersion(count);
        var now = pages.Sum(p => count(p.TodayAtCut));
        return (Of(IsKnown(1), p => p.History.Yesterday), Of(IsKnown(7), p => p.History.LastWeek));

        Comparison Of(bool isKnown, Func<PageNow, DayCounts> part)
        {
            if (!isKnown)
                return new Comparison(null, ChangeMark.Unknown, null);
            var before = pages.Sum(p => count(part(p)));
            return new Comparison(before, Change.OfCounts(now, before, phi), Change.Percent(now, before));
        }
    }

    /// <summary>Compares what stands now with what stood then; its noise is unknown, so φ = 1.</summary>
    public (Comparison Yesterday, Comparison LastWeek) CompareLevels(Func<DayCounts, long> level)
    {
        return (Of(Yesterday), Of(LastWeek));

        Comparison Of(DayCounts? before) => before is null
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(level(before), Change.OfCounts(level(Today), level(before)), Change.Percent(level(Today), level(before)));
    }

    public (Comparison Yesterday, Comparison LastWeek) CompareMedians()
    {
        return (Of(Yesterday), Of(LastWeek));

        Comparison Of(DayCounts? before) => new(
            before?.FirstReply.MedianSeconds(),
            before is null ? ChangeMark.Unknown : Change.OfMedians(AtCut.FirstReply, before.FirstReply),
            null);
    }

    public (Comparison Yesterday, Comparison LastWeek) CompareShares()
    {
        return (Of(Yesterday), Of(LastWeek));

        Comparison Of(DayCounts? before) => before is null || before.FirstReply.Count == 0
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(
                (double)before.AnsweredInTime / before.FirstReply.Count,
                Change.OfShares(AtCut.AnsweredInTime, AtCut.FirstReply.Count, before.AnsweredInTime, before.FirstReply.Count),
                null);
    }

    /// <summary>Something is known of the day so many days ago; before the first event zero would be a lie.</summary>
    private bool IsKnown(int daysAgo) => FirstDay <= today.AddDays(-daysAgo);

    private double Dispersion(Func<DayCounts, long> count)
    {
        var weeks = 0;
        while (weeks < (pages.Count == 0 ? 0 : pages.Max(p => p.History.SameWeekdays.Count)) && IsKnown(7 * (weeks + 1)))
            weeks++;
        if (weeks < FewestWeekdays)
            return 1;
        return Change.Dispersion([.. Enumerable.Range(0, weeks).Select(week => pages
            .Where(p => p.History.SameWeekdays.Count > week)
            .Sum(p => count(p.History.SameWeekdays[week])))]);
    }

    private DayCounts Sum(Func<PageNow, DayCounts> part)
    {
        long messages = 0, tipoffs = 0, follows = 0, interactions = 0, waiting = 0, overdue = 0, inTime = 0;
        var firstReply = new Histogram();
        foreach (var page in pages)
        {
            var p = part(page);
            if (ReferenceEquals(p, DayCounts.Nothing))
                continue;
            messages += p.Messages;
            tipoffs += p.TipoffCandidates;
            follows += p.Follows;
            interactions += p.Interactions;
            waiting += p.Waiting;
            overdue += p.Overdue;
            inTime += p.AnsweredInTime;
            if (p.FirstReply.Buckets.Count > 0)
                firstReply.Add(p.FirstReply);
        }

        return new DayCounts(messages, tipoffs, follows, interactions, waiting, overdue, inTime, firstReply, Add(p => part(p).MessagesByHour, 24));
    }
}
