using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>
/// Reads the figures of a review from sums and readings, never from events. They are the unit's own view of itself, whoever
/// asks: what is frozen does not depend on who pressed the button.
/// </summary>
public sealed class ReviewFiguresQuery(
    IDbContextFactory<CommandDb> databases, UnitRegistry registry, PeriodBook book, TipoffRatios ratios, GroupFigures groups, LeaderboardQuery boards, EvidenceQuery evidence, ComparableFigures comparable, LeaderboardRules rules, TimeProvider time)
{
    private readonly ReviewUnitsReader units = new(ratios, groups);
    private readonly ReviewMonthsReader months = new(ratios);
    private readonly ReviewBoardsReader ranks = new(boards);

    /// <param name="comparison">Null: with nothing.</param>
    /// <param name="targets">What earlier reviews set for the period, by metric.</param>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public async Task<ReviewFigures> ReadAsync(string unitKey, Period period, Period? comparison, IReadOnlyDictionary<string, double> targets, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = LocalTime.DayOf(now);
        var calendar = await book.CalendarAsync(cancellation);
        var tree = await registry.TreeAsync(cancellation);
        var unit = tree.Find(unitKey) ?? throw new ArgumentException($"No unit has the key '{unitKey}'.", nameof(unitKey));
        var asker = new Asker(Role.Analyst, unit.Id);
        var (days, earlier) = SoFar(period, comparison, today);
        await using var db = await databases.CreateDbContextAsync(cancellation);

        var own = await SpanFigures.ReadAsync(db, tree, ratios, unit.Id, ReviewSpan.Of(days, calendar), cancellation);
        var (before, restatement) = await BeforeAsync(db, tree, unit.Id, own.Span, earlier is null ? null : ReviewSpan.Of(earlier, calendar), cancellation);
        var pages = await CountedPages.ReadAsync(db, tree, unit.Id, days.From, days.To, cancellation);
        var (below, funnel) = UnitFunnel.Place(await units.ReadAsync(tree, unit.Id, days, pages, cancellation), rules.FewestCases);
        var (course, phi) = await months.ReadAsync(db, tree, unit.Id, ReviewMonthsReader.Months(calendar, days), days, today, cancellation);
        var lines = ReviewTotals.Of(own, before, restatement, phi, await AllTargetsAsync(db, unit.Id, period, own, targets, cancellation));
        int[] parts = [.. below.Where(u => !u.IsOwn).Select(u => tree.Find(u.Key)!.Id)];
        return new ReviewFigures(ReviewFigures.CurrentLayout, unitKey, tree.NameOf(unit.Id, days.To), own.Span, before?.Span, ReviewSpan.Of(Next(calendar, period), calendar), now)
        {
            Totals = lines,
            Residents = own.Residents,
            Tipoffs = own.Tipoffs,
            Course = course,
            Categories = [.. (await ratios.ByAsync(TipoffDimension.Category, unit.Id, days.From, days.To, cancellation)).Select(c => new ReviewCategory(Enum.Parse<TipoffCategory>(c.Key), c.Ratio))],
            Outcomes = await ReviewTipoffsReader.OutcomesAsync(db, tree, unit.Id, days.From, days.To, cancellation),
            Units = below,
            Funnel = funnel,
            Boards = await ranks.ReadAsync(asker, tree, unit.Id, days, cancellation),
            Platforms = await ReviewPlatformsReader.ReadAsync(
                db, tree, unit.Id, days, pages, await ratios.ByAsync(TipoffDimension.Platform, unit.Id, days.From, days.To, cancellation), cancellation),
            Partners = await ReviewPlatformsReader.PartnersAsync(db, tree, unit.Id, days, cancellation),
            Attention = ReviewAttentions.Of(
                tree,
                unit.Id,
                days.To,
                below,
                pages,
                await groups.WaitingAsync(new GroupSpan(RestatedTree.AsReported(tree), parts, days), cancellation),
                await ReviewTipoffsReader.OverdueAsync(db, tree, unit.Id, days.From, days.To, now, cancellation),
                own.Value(ReviewMetric.Coverage)?.Number),
            Posts = await PostsAsync(db, tree, unit.Id, days, cancellation),
            Passings = await PassingsAsync(db, tree, unit.Id, earlier?.From ?? days.From, days.To, cancellation),
            Restatement = restatement,
            Evidence = await evidence.ReadAsync(asker, unitKey, days.From, days.To, cancellation) ?? Evidence.None,
            ListeningPages = pages.LastDays.Count,
        };
    }

    /// <summary>As the unit's own figures were, or restated where others have passed into it by known shares.</summary>
    private async Task<(SpanFigures? Before, ReviewRestatement? Restatement)> BeforeAsync(
        CommandDb db, UnitTree tree, int unitId, ReviewSpan now, ReviewSpan? before, CancellationToken cancellation)
    {
        if (before is null)
            return (null, null);
        var restated = await registry.RestatedAsync(now.To, cancellation);
        var how = RestatedSpan.Judge(restated, unitId, now, before);
        return how is { IsComparable: true }
            ? (await RestatedSpan.ReadAsync(db, comparable, restated, unitId, before, cancellation), how)
            : (await SpanFigures.ReadAsync(db, tree, ratios, unitId, before, cancellation), how);
    }

    /// <summary>For which a review sets targets.</summary>
    public static Period Next(PeriodCalendar calendar, Period period) => period.Prefix is { } prefix && calendar.Series.FirstOrDefault(s => s.Prefix == prefix) is { } rule
        ? calendar.Containing(rule, period.Length, period.To.AddDays(1))
        : Period.Between(period.To.AddDays(1), period.To.AddDays(period.Days));

    /// <summary>A period that still runs is compared over as many days.</summary>
    private static (Period Days, Period? Earlier) SoFar(Period period, Period? comparison, DateOnly today)
    {
        if (period.To <= today || period.From > today)
            return (period, comparison);
        var days = period with { To = today };
        var end = comparison?.From.AddDays(days.Days - 1);
        return (days, comparison is not null && end < comparison.To ? comparison with { To = end.Value } : comparison);
    }

    /// <summary>Where no review set anything, what a commander set on the leaderboards holds, then what a document names as the aim.</summary>
    private static async Task<IReadOnlyDictionary<string, double>> AllTargetsAsync(
        CommandDb db, int unitId, Period period, SpanFigures own, IReadOnlyDictionary<string, double> targets, CancellationToken cancellation)
    {
        var all = targets.ToDictionary();
        foreach (var set in await db.Targets.AsNoTracking().Where(t => t.UnitId == unitId && t.Period == period.Key).ToListAsync(cancellation))
        {
            var (name, value) = set.Metric == LeaderboardMetric.FollowersPer1000.Name
                ? (ReviewMetric.Coverage.Name, set.Value / LeaderboardMetric.FollowersPer1000.Per)
                : (set.Metric, set.Value);
            if (ReviewMetric.Find(name) is not null)
                all.TryAdd(name, value);
        }

        if (own.Totals.DeclaredOfUnit(Metric.CoverageTarget) is { } aim)
            all.TryAdd(ReviewMetric.Coverage.Name, aim.Value / 100);

        return all;
    }

    /// <summary>The first hours of single posts, as documents tell them.</summary>
    private static async Task<IReadOnlyList<ReviewPost>> PostsAsync(CommandDb db, UnitTree tree, int unitId, Period days, CancellationToken cancellation)
    {
        short[] metrics = [Metric.PostViews.Id, Metric.PostShares.Id];
        int[] pages = [.. tree.PagesUnder(unitId, days.From, days.To).SelectMany(s => s.Pages).Distinct()];
        var (begin, end) = (LocalTime.StartOf(days.From), LocalTime.StartOf(days.To.AddDays(1)));
        var readings = await db.Readings.AsNoTracking()
            .Where(r => r.UnitId == unitId || EF.Parameter(pages).Contains(r.PageId!.Value))
            .Where(r => EF.Parameter(metrics).Contains(r.Metric) && r.At >= begin && r.At < end)
            .OrderBy(r => r.At).ToListAsync(cancellation);
        return [.. readings.Select(r => new ReviewPost(r.Document ?? "", Metric.Of(r.Metric).Name, r.At!.Value, r.Value, r.Precision))];
    }

    private static async Task<IReadOnlyList<ReviewPassing>> PassingsAsync(CommandDb db, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var successions = await db.Successions.AsNoTracking().Where(s => s.On > from && s.On <= to).ToListAsync(cancellation);
        return
        [
            .. successions.GroupBy(s => (s.FromUnitId, s.On)).OrderBy(g => g.Key.On).ThenBy(g => g.Key.FromUnitId)
                .Where(g => tree.IsUnder(g.Key.FromUnitId, unitId, g.Key.On.AddDays(-1)) || g.Any(s => tree.IsUnder(s.ToUnitId, unitId, g.Key.On)))
                .Select(g => new ReviewPassing(tree.NameOf(g.Key.FromUnitId, g.Key.On.AddDays(-1)), [.. g.Select(s => tree.NameOf(s.ToUnitId, g.Key.On))], g.Key.On, g.All(s => s.Share is not null))),
        ];
    }
}
