using System.Globalization;
using Command.Boards.Compare;
using Command.Comparable;
using Command.Data;
using Command.Live;
using Command.People;
using Command.Periods;
using Command.Tipoffs;
using Command.Units;

namespace Command.Boards.OneUnit;

/// <summary>Reads the page of one unit, cut by <see cref="Sight"/>: from counted days, never from tip-offs.</summary>
public sealed class UnitFiguresQuery(UnitRegistry units, TipoffRatios ratios, TipoffListQuery list, TipoffRecordQuery records, CompareQuery comparisons, BoardQuery boards, DeclaredQuery declared, LiveBoard live, TimeProvider time)
{
    private static readonly StringComparer vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None);

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
        // Units of a past period that have ended since stand in it none the less.
        var last = period.To < today ? period.To : today;
        var children = await CompareAsync(tree.ChildrenOn(unit.Id, last), unit.Id, sight, tree, period, cancellation);
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
                await CompareAsync(Peers(tree, unit.Id, sight, today), unit.Id, sight, tree, period, cancellation),
                await HealthAsync(asker, unit, tree, today, cancellation),
                sight.SeesRecords(unit.Id))
            {
                Declared = await declared.ReadAsync(tree, unit.Id, period.From, period.To, cancellation),
                Published = await declared.DaysAsync(unit.Id, cancellation) is { } days ? new UnitPeriod(days.From, days.To) : null,
                Restated = await RestatedAsync(asker, unit, period.Trend, today, cancellation),
            },
            false);
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

    private static List<(string, string)> Path(UnitTree tree, int unitId, Sight sight, DateOnly today)
    {
        var path = new List<(string, string)>();
        for (var id = tree.ParentOn(unitId, today); id is { } at && sight.SeesCounts(at); id = tree.ParentOn(at, today))
            path.Insert(0, (tree.Units[at].Key, tree.NameOf(at, today)));
        return path;
    }

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

    /// <summary>A group of one has nobody to be compared with.</summary>
    private static List<int> Peers(UnitTree tree, int unitId, Sight sight, DateOnly today)
    {
        if (tree.VersionOn(unitId, today)?.PeerGroup is not { } group)
            return [];
        var peers = tree.Units.Keys.Where(id => tree.VersionOn(id, today)?.PeerGroup == group && sight.Compares(id)).ToList();
        return peers.Count > 1 ? peers : [];
    }

    private async Task<IReadOnlyList<UnitComparison>> CompareAsync(
        IReadOnlyList<int> ids, int own, Sight sight, UnitTree tree, UnitPeriod period, CancellationToken cancellation)
    {
        var each = await ratios.OfEachAsync(ids, period.From, period.To, cancellation);
        return
        [
            .. ids.Select(id => new UnitComparison(tree.Units[id].Key, tree.NameOf(id, sight.Day), each[id], id == own, sight.SeesCounts(id)))
                .OrderBy(c => c.Name, vietnamese),
        ];
    }
}
