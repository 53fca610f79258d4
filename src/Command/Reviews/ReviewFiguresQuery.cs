using Command.Api;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>
/// Reads the figures of a review from sums and readings, never from events. They are the unit's own view of itself, whoever
/// asks: what is frozen does not depend on who pressed the button.
/// </summary>
public sealed class ReviewFiguresQuery(
    IDbContextFactory<CommandDb> databases, UnitRegistry registry, PeriodBook book, TotalsQuery totals, TipoffRatios ratios, GroupFigures groups, LeaderboardQuery boards, EvidenceQuery evidence, TimeProvider time)
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

        var own = await SpanAsync(db, asker, tree, unit, days, calendar, cancellation);
        var before = earlier is null ? null : await SpanAsync(db, asker, tree, unit, earlier, calendar, cancellation);
        var pages = await CountedPages.ReadAsync(db, tree, unit.Id, days.From, days.To, cancellation);
        var (below, funnel) = ReviewUnitsReader.InFunnel(await units.ReadAsync(tree, unit.Id, days, pages, cancellation));
        var (course, phi) = await months.ReadAsync(db, tree, unit.Id, ReviewMonthsReader.Months(calendar, days), days, today, cancellation);
        var lines = ReviewTotals.Of(own, before, phi, await WithLeaderboardTargetsAsync(db, unit.Id, period, targets, cancellation));
        int[] parts = [.. below.Where(u => !u.IsOwn).Select(u => tree.Find(u.Key)!.Id)];
        return new ReviewFigures(ReviewFigures.CurrentLayout, unitKey, tree.NameOf(unit.Id, days.To), own.Span, before?.Span, ReviewSpan.Of(Next(calendar, period), calendar), now)
        {
            Totals = lines,
            Residents = own.Residents,
            Tipoffs = await ratios.ReadAsync(unit.Id, days.From, days.To, cancellation),
            Course = course,
            Categories = [.. (await ratios.ByAsync(TipoffDimension.Category, unit.Id, days.From, days.To, cancellation)).Select(c => new ReviewCategory(Enum.Parse<TipoffCategory>(c.Key), c.Ratio))],
            Outcomes = await ReviewTipoffsReader.OutcomesAsync(db, tree, unit.Id, days.From, days.To, cancellation),
            Units = below,
            Funnel = funnel,
            Boards = await ranks.ReadAsync(asker, tree, unit.Id, days, cancellation),
            Platforms = await ReviewPlatformsReader.ReadAsync(
                db, tree, unit.Id, days.To, pages, await ratios.ByAsync(TipoffDimension.Platform, unit.Id, days.From, days.To, cancellation), cancellation),
            Attention = ReviewAttentions.Of(
                tree,
                unit.Id,
                days.To,
                below,
                pages,
                await groups.WaitingAsync(tree, parts, days, cancellation),
                await ReviewTipoffsReader.OverdueAsync(db, tree, unit.Id, days.From, days.To, now, cancellation),
                own.Value(ReviewMetric.Coverage)?.Number),
            Passings = await PassingsAsync(db, tree, unit.Id, earlier?.From ?? days.From, days.To, cancellation),
            Evidence = await evidence.ReadAsync(asker, unitKey, days.From, days.To, cancellation) ?? Evidence.None,
            ListeningPages = pages.LastDays.Count,
        };
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

    private async Task<SpanFigures> SpanAsync(CommandDb db, Asker asker, UnitTree tree, Unit unit, Period period, PeriodCalendar calendar, CancellationToken cancellation)
    {
        var (found, _) = await totals.ReadAsync(asker, unit.Key, period.From, period.To, cancellation);
        var residents = await db.UnitResidents.AsNoTracking().Where(r => r.UnitId == unit.Id && r.From <= period.To).OrderByDescending(r => r.From).Select(r => (long?)r.Count).FirstOrDefaultAsync(cancellation);
        return new SpanFigures(ReviewSpan.Of(period, calendar), found!, await CountedSums.ReadAsync(db, tree, unit.Id, period.From, period.To, cancellation), residents);
    }

    /// <summary>What a commander set on the leaderboards holds where no review set anything.</summary>
    private static async Task<IReadOnlyDictionary<string, double>> WithLeaderboardTargetsAsync(CommandDb db, int unitId, Period period, IReadOnlyDictionary<string, double> targets, CancellationToken cancellation)
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

        return all;
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
