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

    public ScopeSum(IReadOnlyList<PageNow> pages, DateOnly today)
    {
        this.pages = pages;
        this.today = today;
        FirstDay = pages.Min(p => p.FirstDay);
        Today = Sum(p => p.Today);
        AtCut = Sum(p => p.TodayAtCut);
        Yesterday = IsKnown(1) ? Sum(p => p.History.Yesterday) : null;
        LastWeek = IsKnown(7) ? Sum(p => p.History.LastWeek) : null;
    }

    /// <summary>The first local day of which anything is known.</summary>
    public DateOnly? FirstDay { get; }

    public DayCounts Today { get; }

    public DayCounts AtCut { get; }

    /// <summary>Null: nothing is known of that day.</summary>
    public DayCounts? Yesterday { get; }

    public DayCounts? LastWeek { get; }

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
        return (Of(Yesterday), Of(LastWeek));

        Comparison Of(DayCounts? before) => before is null
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(count(before), Change.OfCounts(count(AtCut), count(before), phi), Change.Percent(count(AtCut), count(before)));
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

        Comparison Of(DayCounts? before) => before is null || before.FellDue == 0
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(
                (double)before.AnsweredInTime / before.FellDue,
                Change.OfShares(AtCut.AnsweredInTime, AtCut.FellDue, before.AnsweredInTime, before.FellDue),
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
        long messages = 0, tipoffs = 0, follows = 0, interactions = 0, waiting = 0, overdue = 0, inTime = 0, fellDue = 0;
        var firstReply = new Histogram();
        foreach (var page in pages)
        {
            var p = part(page);
            messages += p.Messages;
            tipoffs += p.TipoffCandidates;
            follows += p.Follows;
            interactions += p.Interactions;
            waiting += p.Waiting;
            overdue += p.Overdue;
            inTime += p.AnsweredInTime;
            fellDue += p.FellDue;
            firstReply.Add(p.FirstReply);
        }

        return new DayCounts(messages, tipoffs, follows, interactions, waiting, overdue, inTime, fellDue, firstReply, Add(p => part(p).MessagesByHour, 24));
    }
}
