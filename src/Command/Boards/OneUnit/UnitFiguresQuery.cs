using System.Globalization;
using Command.Boards.Compare;
using Command.Comparable;
using Command.Data;
using Command.Live;
using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Tipoffs;
using Command.Units;

namespace Command.Boards.OneUnit;

/// <summary>Reads the page of one unit, cut by <see cref="Sight"/>: from counted days, never from tip-offs.</summary>
public sealed class UnitFiguresQuery(UnitRegistry units, TipoffRatios ratios, TipoffListQuery list, TipoffRecordQuery records, CompareQuery comparisons, LeaderboardQuery leaderboards, BoardQuery boards, DeclaredQuery declared, LiveBoard live, TimeProvider time)
{
    /// <summary>More rows than anybody reads beside his own.</summary>
    private const int MostPeers = 200;

    private static readonly StringComparer vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None);

    private static readonly IReadOnlyList<Measure> courses =
        [Measure.Messages, Measure.AnsweredInTime, Measure.FirstReply, Measure.TipoffsReceived, Measure.ValuableRatio, Measure.Followers];

    public DateOnly Today => LocalTime.DayOf(time.GetUtcNow());

    /// <summary>Another one than before: what was read before may be old.</summary>
    public object? Mark => live.Current?.Tipoffs;

    public async Task<UnitAnswer> ReadAsync(Asker asker, string key, UnitPeriod period, CancellationToken cancellation)
    {
        var today = Today;
        var tree = await units.TreeAsync(cancellation);
        if (tree.Find(key) is not { } unit)
            return UnitAnswer.Unknown;
        var sight = Sight.Of(asker, tree, today);
        if (!sight.SeesCounts(unit.Id))
            return UnitAnswer.OutOfSight;
        Task<IReadOnlyList<TipoffBreakdown>> By(TipoffDimension dimension) => ratios.ByAsync(dimension, unit.Id, period.From, period.To, cancellation);
        var last = period.To < today ? period.To : today;
        var children = await CompareAsync(Below(tree, unit.Id, period with { To = last < period.From ? period.To : last }), unit.Id, sight, tree, period, cancellation);
        return new UnitAnswer(
            new UnitFigures(
                key,
                tree.NameOf(unit.Id, today),
                Path(tree, unit.Id, sight, today),
                period,
                today,
                await list.OpenAsync(unit.Id, cancellation),
                await ratios.ReadAsync(unit.Id, period.From, period.To, cancellation),
                await records.AgreementAsync(unit.Id, period.From, period.To, cancellation),
                await MonthsAsync(unit.Id, period.Trend, cancellation),
                await By(TipoffDimension.Category),
                await By(TipoffDimension.Platform),
                await By(TipoffDimension.Page),
                children,
                await CompareAsync(Peers(tree, unit.Id, sight, period, last), unit.Id, sight, tree, period, cancellation),
                await HealthAsync(asker, unit, tree, today, cancellation),
                sight.SeesRecords(unit.Id))
            {
                Places = await PlacesAsync(asker, tree, unit.Id, last, cancellation),
                Courses = await CoursesAsync(asker, unit, period.Trend, cancellation),
                Declared = await declared.ReadAsync(tree, unit.Id, period.From, period.To, cancellation),
                Published = await declared.DaysAsync(unit.Id, cancellation) is { } days ? new UnitPeriod(days.From, days.To) : null,
                Restated = await RestatedAsync(asker, unit, period.Trend, today, cancellation),
            },
            false);
    }

    private async Task<IReadOnlyList<LeaderboardView>> PlacesAsync(Asker asker, UnitTree tree, int unitId, DateOnly last, CancellationToken cancellation)
    {
        if (tree.PeerGroupOn(unitId, last) is not { } group)
            return [];
        var places = new List<LeaderboardView>();
        foreach (var metric in LeaderboardMetric.All)
        {
            if ((await leaderboards.ReadAsync(asker, group, last.ToString("yyyy-MM", CultureInfo.InvariantCulture), metric.Name, null, cancellation)).View is { } view)
                places.Add(view);
        }

        return places;
    }

    private async Task<IReadOnlyList<Compare.Comparison>> CoursesAsync(Asker asker, Unit unit, UnitPeriod trend, CancellationToken cancellation)
    {
        var period = Period.Between(trend.From, trend.To).Key;
        // Each on a thread of its own: the embedded database reads on its caller's.
        var read = await Task.WhenAll(courses.Select(measure => Task.Run(() => comparisons.ReadAloneAsync(asker, new CompareRequest([unit.Key], [period], measure, Comparable.Step.Month), cancellation), cancellation)));
        return [.. read.Where(course => course.Lines.Count == 1)];
    }

    private async Task<Compare.Comparison?> RestatedAsync(Asker asker, Unit unit, UnitPeriod trend, DateOnly today, CancellationToken cancellation)
    {
        var last = trend.To < today ? trend.To : today;
        var restated = await units.RestatedAsync(last, cancellation);
        var isTouched = restated.Successors(unit.Id, trend.From).Count > 0
            || restated.Sources(new HashSet<int> { unit.Id }, trend.From, last).SelectMany(s => s.Units.Values).Any(p => p.IsTouched);
        if (!isTouched)
            return null;
        var request = new CompareRequest([unit.Key], [Period.Between(trend.From, last).Key], Measure.ValuableRatio, Comparable.Step.Month);
        return await comparisons.ReadAsync(asker, request, cancellation) is { Lines.Count: 1 } comparison ? comparison : null;
    }

    private async Task<IReadOnlyList<RegisteredPage>> HealthAsync(Asker asker, Unit unit, UnitTree tree, DateOnly today, CancellationToken cancellation)
    {
        var silent = (await boards.ViewAsync(asker, new Scope(unit.Key, null), cancellation))?.Silent.Select(p => p.PageKey).ToHashSet() ?? [];
        return
        [
            .. tree.PagesUnder(unit.Id, today).Select(id => tree.Pages[id]).Where(p => p.Key is not null)
                .Select(p => new RegisteredPage(
                    p.Key!,
                    p.Name ?? p.Key!,
                    p.Platform,
                    tree.OwnerOn(p.Id, today) is { } owner && owner != unit.Id ? tree.NameOf(owner, today) : null,
                    live.Current?.Pages.GetValueOrDefault(p.Id)?.LastEventAt,
                    silent.Contains(p.Key!)))
                .OrderByDescending(p => p.IsSilent).ThenBy(p => p.Name, vietnamese),
        ];
    }

    private static IReadOnlyList<(string, string)> Path(UnitTree tree, int unitId, Sight sight, DateOnly today) =>
        [.. tree.LineOf(unitId, today).Skip(1).TakeWhile(id => sight.SeesCounts(id)).Select(id => (tree.Units[id].Key, tree.NameOf(id, today))).Reverse()];

    private async Task<IReadOnlyList<TipoffBreakdown>> MonthsAsync(int unitId, UnitPeriod trend, CancellationToken cancellation)
    {
        var known = (await ratios.ByAsync(TipoffDimension.Month, unitId, trend.From, trend.To, cancellation)).ToDictionary(m => m.Key);
        var months = new List<TipoffBreakdown>();
        for (var first = trend.From; first <= trend.To; first = first.AddMonths(1))
        {
            var key = first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            months.Add(known.GetValueOrDefault(key) ?? new TipoffBreakdown(key, TipoffRatio.None));
        }

        return months;
    }

    /// <summary>Of the last day. A group of one has nobody to be compared with; one of thousands is read on its leaderboard, page by page.</summary>
    private static List<(int, UnitPeriod)> Peers(UnitTree tree, int unitId, Sight sight, UnitPeriod period, DateOnly last)
    {
        var peers = tree.PeerGroupOn(unitId, last) is { } group ? tree.MembersOn(group, last).Where(sight.Compares).ToList() : [];
        return peers.Count is > 1 and <= MostPeers ? [.. peers.Select(id => (id, period))] : [];
    }

    /// <summary>Units directly below on any day, each from when it stood here until it ended or went elsewhere: their sums are parts of the unit's.</summary>
    private static List<(int, UnitPeriod)> Below(UnitTree tree, int unitId, UnitPeriod period)
    {
        DateOnly[] cuts = [period.From, .. tree.ChangesIn(period.From, period.To)];
        var stays = new Dictionary<int, UnitPeriod>();
        for (var i = 0; i < cuts.Length; i++)
        {
            var end = i + 1 < cuts.Length ? cuts[i + 1].AddDays(-1) : period.To;
            foreach (var id in tree.ChildrenOn(unitId, cuts[i]))
                stays[id] = new UnitPeriod(stays.TryGetValue(id, out var known) ? known.From : cuts[i], end);
        }

        return [.. stays.Select(s => (s.Key, s.Value))];
    }

    private async Task<IReadOnlyList<UnitComparison>> CompareAsync(
        IReadOnlyList<(int Id, UnitPeriod Days)> compared, int own, Sight sight, UnitTree tree, UnitPeriod period, CancellationToken cancellation)
    {
        var each = new Dictionary<int, TipoffRatio>();
        foreach (var alike in compared.GroupBy(c => c.Days, c => c.Id))
        {
            foreach (var (id, ratio) in await ratios.OfEachAsync([.. alike], alike.Key.From, alike.Key.To, cancellation))
                each[id] = ratio;
        }

        return
        [
            .. compared.Select(c => new UnitComparison(tree.Units[c.Id].Key, tree.NameOf(c.Id, sight.Day), each[c.Id], c.Id == own, sight.SeesCounts(c.Id)) { Days = c.Days == period ? null : c.Days })
                .OrderBy(c => c.Name, vietnamese),
        ];
    }
}
