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
    private readonly Lazy<IReadOnlyList<DayCounts>> sameWeekdays;

    /// <remarks>A nation has ten thousand pages: what nobody asks for is not summed, and durations and hours by themselves.</remarks>
    public ScopeSum(IReadOnlyList<PageNow> pages, DateOnly today)
    {
        this.pages = pages;
        this.today = today;
        FirstDay = pages.Min(p => p.FirstDay);
        Today = Counts(p => p.Today) with { FirstReply = Replies(p => p.Today) };
        atCut = new(() => Counts(p => p.TodayAtCut));
        yesterday = new(() => IsKnown(1) ? Counts(p => p.History.Yesterday) : null);
        lastWeek = new(() => IsKnown(7) ? Counts(p => p.History.LastWeek) : null);
        sameWeekdays = new(SumSameWeekdays);
    }

    /// <summary>The first local day of which anything is known.</summary>
    public DateOnly? FirstDay { get; }

    /// <summary>Without its hours.</summary>
    public DayCounts Today { get; }

    public bool KnowsYesterday => IsKnown(1);

    public bool KnowsLastWeek => IsKnown(7);

    public IReadOnlyList<long> Add(Func<PageNow, IReadOnlyList<long>> cells, int length)
    {
        var sum = new long[length];
        foreach (var page in pages)
        {
            // Nearly always an array: a nation's board adds millions of cells.
            var add = cells(page) as long[] ?? [.. cells(page)];
            for (var i = 0; i < length; i++)
                sum[i] += add[i];
        }

        return sum;
    }

    /// <summary>Compares a count up to the cut; the dispersion is that of the same weekdays before.</summary>
    public (Comparison Yesterday, Comparison LastWeek) Compare(Func<DayCounts, long> count)
    {
        var phi = Dispersion(count);
        return (Of(yesterday.Value), Of(lastWeek.Value));

        Comparison Of(DayCounts? before) => before is null
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(count(before), Change.OfCounts(count(atCut.Value), count(before), phi), Change.Percent(count(atCut.Value), count(before)));
    }

    /// <summary>Compares what stands now with what stood then; its noise is unknown, so φ = 1.</summary>
    public (Comparison Yesterday, Comparison LastWeek) CompareLevels(Func<DayCounts, long> level)
    {
        return (Of(yesterday.Value), Of(lastWeek.Value));

        Comparison Of(DayCounts? before) => before is null
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(level(before), Change.OfCounts(level(Today), level(before)), Change.Percent(level(Today), level(before)));
    }

    public (Comparison Yesterday, Comparison LastWeek) CompareMedians()
    {
        var now = Replies(p => p.TodayAtCut);
        return (Of(KnowsYesterday, p => p.History.Yesterday), Of(KnowsLastWeek, p => p.History.LastWeek));

        Comparison Of(bool isKnown, Func<PageNow, DayCounts> part)
        {
            var before = isKnown ? Replies(part) : null;
            return new Comparison(before?.MedianSeconds(), before is null ? ChangeMark.Unknown : Change.OfMedians(now, before), null);
        }
    }

    public (Comparison Yesterday, Comparison LastWeek) CompareShares()
    {
        return (Of(yesterday.Value), Of(lastWeek.Value));

        Comparison Of(DayCounts? before) => before is null || before.FellDue == 0
            ? new Comparison(null, ChangeMark.Unknown, null)
            : new Comparison(
                (double)before.AnsweredInTime / before.FellDue,
                Change.OfShares(atCut.Value.AnsweredInTime, atCut.Value.FellDue, before.AnsweredInTime, before.FellDue),
                null,
                before.FellDue);
    }

    /// <summary>Something is known of the day so many days ago; before the first event zero would be a lie.</summary>
    private bool IsKnown(int daysAgo) => FirstDay <= today.AddDays(-daysAgo);

    private double Dispersion(Func<DayCounts, long> count)
    {
        var weeks = 0;
        while (weeks < sameWeekdays.Value.Count && IsKnown(7 * (weeks + 1)))
            weeks++;
        return weeks < FewestWeekdays ? 1 : Change.Dispersion([.. sameWeekdays.Value.Take(weeks).Select(count)]);
    }

    private IReadOnlyList<DayCounts> SumSameWeekdays() =>
        [.. Enumerable.Range(0, pages.Count == 0 ? 0 : pages.Max(p => p.History.SameWeekdays.Count))
            .Select(week => Counts(p => week < p.History.SameWeekdays.Count ? p.History.SameWeekdays[week] : DayCounts.Nothing))];

    private DayCounts Counts(Func<PageNow, DayCounts> part)
    {
        long messages = 0, tipoffs = 0, follows = 0, interactions = 0, waiting = 0, overdue = 0, inTime = 0, fellDue = 0;
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
        }

        return DayCounts.Nothing with
        {
            Messages = messages,
            TipoffCandidates = tipoffs,
            Follows = follows,
            Interactions = interactions,
            Waiting = waiting,
            Overdue = overdue,
            AnsweredInTime = inTime,
            FellDue = fellDue,
        };
    }

    private Histogram Replies(Func<PageNow, DayCounts> part)
    {
        var replies = new Histogram();
        foreach (var page in pages)
            replies.Add(part(page).FirstReply);
        return replies;
    }
}
