using Command.Comparable;
using Command.Data;
using Command.People;
using Command.Periods;
using Command.Ranking.Leaderboards;
using Command.Rollups;
using Command.Units;

namespace Command.Boards.Compare;

/// <summary>Draws up a comparison for who asks: cuts what he may not compare, restates old units, sets each unit against its group.</summary>
public sealed class CompareQuery(UnitRegistry registry, PeriodBook periods, ComparableFigures figures, DeclaredQuery declared, Annotations annotations, TimeProvider time)
{
    private const int MonthsOffered = 13;
    private const int OthersOffered = 5;

    public Task<Comparison> ReadAsync(Asker asker, CompareRequest request, CancellationToken cancellation) => ReadAsync(asker, request, true, cancellation);

    /// <summary>Without groups, which cost more the larger they are.</summary>
    public Task<Comparison> ReadAloneAsync(Asker asker, CompareRequest request, CancellationToken cancellation) => ReadAsync(asker, request, false, cancellation);

    /// <summary>Units that the asker may set side by side today, in the order of the tree.</summary>
    public async Task<IReadOnlyList<(string Key, string Name)>> ChoiceAsync(Asker asker, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, today);
        return [.. InOrder(tree, null, today).Where(sight.Compares).Select(id => (tree.Units[id].Key, tree.NameOf(id, today)))];
    }

    /// <summary>The last periods of each series and length, and those that have a name.</summary>
    public async Task<IReadOnlyList<Period>> PeriodChoiceAsync(CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var calendar = await periods.CalendarAsync(cancellation);
        return
        [
            .. calendar.Series.SelectMany(rule => PeriodCalendar.Lengths(rule)
                .SelectMany(length => calendar.Last(calendar.Containing(rule, length, today), length == PeriodLength.Month ? MonthsOffered : OthersOffered).Reverse())),
            .. calendar.Named.Select(p => new Period(p.Key, p.From, p.To)),
        ];
    }

    private async Task<Comparison> ReadAsync(Asker asker, CompareRequest request, bool withGroups, CancellationToken cancellation)
    {
        var today = LocalTime.DayOf(time.GetUtcNow());
        var tree = await registry.TreeAsync(cancellation);
        var sight = Sight.Of(asker, tree, today);
        var calendar = await periods.CalendarAsync(cancellation);
        var chosen = PeriodsOf(calendar, request, today);
        var (first, last) = (chosen.Min(p => p.From), chosen.Max(p => p.To));
        var order = last < today ? last : today;
        var restated = await registry.RestatedAsync(order, cancellation);
        var units = request.Units.Count > 0 ? [.. request.Units.Select(tree.Find).OfType<Unit>().Select(u => u.Id)] : Proposed(sight, tree, today);
        var seen = units.Where(id => chosen.All(p => MayCompare(sight, tree, id, p, today))).ToList();
        var step = Bucket.StepFor(chosen, request.By);

        var pairs = seen.SelectMany(unit => chosen.Select(period => (unit, period))).ToList();
        var groups = new Dictionary<(string, string), GroupLine?>();
        var lines = new List<ComparedLine>();
        foreach (var (unit, period) in pairs.Take(CompareRequest.MostLines))
            lines.Add(await LineAsync(new Reading(request.Measure, restated, sight, today, step, withGroups), unit, period, groups, cancellation));
        lines = [.. lines.Select(line => line with { AgainstPeriods = AgainstPeriods(request.Measure, lines, line) })];
        var shown = request with { Units = [.. seen.Select(id => tree.Units[id].Key)], Periods = [.. chosen.Select(p => p.Key)] };
        return new Comparison(
            shown,
            step,
            order,
            lines,
            await annotations.ReadAsync(sight, tree, seen, first, last, today, cancellation),
            [.. request.Units.Except(shown.Units)],
            pairs.Count > CompareRequest.MostLines,
            Annotations.MakesAny(sight),
            (calendar.Previous(chosen[0]), chosen[0].LastYear));
    }

    private static IEnumerable<int> InOrder(UnitTree tree, int? parent, DateOnly day) =>
        tree.ChildrenOn(parent, day).SelectMany(id => InOrder(tree, id, day).Prepend(id));

    private static List<Period> PeriodsOf(PeriodCalendar calendar, CompareRequest request, DateOnly today)
    {
        var found = request.Periods.Select(calendar.Find).OfType<Period>().DistinctBy(p => p.Key).ToList();
        return found.Count > 0 ? found : [Period.Between(today.AddDays(-29), today)];
    }

    /// <summary>What stands directly below the asker; a ward, which has nothing below, beside its group's average.</summary>
    private static IReadOnlyList<int> Proposed(Sight sight, UnitTree tree, DateOnly today)
    {
        var root = sight.RootUnitId;
        while (tree.ChildrenOn(root, today) is [var only])
            root = only;
        var children = tree.ChildrenOn(root, today);
        return children.Count > 0 ? [.. children.Take(CompareRequest.MostLines)] : root is { } own ? [own] : [];
    }

    /// <summary>A peer of today may be compared; a unit of the own subtree on the days on which it stood there.</summary>
    internal static bool MayCompare(Sight sight, UnitTree tree, int unit, Period period, DateOnly today) =>
        sight.Compares(unit)
        && (!sight.SeesCounts(unit) || tree.ChangesIn(period.From, period.To).Prepend(period.From)
            .Where(day => tree.VersionOn(unit, day) is not null)
            .All(day => Sight.Of(sight.Asker, tree, day).SeesCounts(unit)));

    private async Task<ComparedLine> LineAsync(
        Reading reading, int unit, Period period, Dictionary<(string, string), GroupLine?> groups, CancellationToken cancellation)
    {
        var (tree, order) = (reading.Tree.Tree, reading.Tree.Order);
        var buckets = Bucket.Of(period, reading.Step);
        var sources = reading.Tree.Sources(new HashSet<int> { unit }, period.From, period.To);
        var whole = new Bucket(period.From, period.To);
        var (today, step) = (reading.Today, reading.Step);
        var days = await figures.ReadAsync(reading.Measure, tree, sources, cancellation, Ends(buckets, today), step);
        var (said, saidOf) = await DeclaredAsync(reading.Measure, tree, unit, period, cancellation);
        var line = new ComparedLine(
            tree.Units[unit].Key,
            tree.NameOf(unit, order),
            period,
            [.. buckets.Select(b => new ComparedPoint(b, days.In(b, today, step), days.IsPart(b, today, step)))],
            days.In(whole, today),
            reading.WithGroups ? await GroupAsync(reading, unit, period, buckets, groups, cancellation) : null,
            [.. days.Beside.Keys.Where(p => days.Of(p, whole) is not null)
                .Select(p => new BesideLine(tree.NameOf(p, period.From), [.. buckets.Select(b => days.Of(p, b, step))], days.Of(p, whole)!.Value, days.IsLevel ? days.Beside[p].Days.Keys.Max() : null))],
            [.. LineRemarks.Of(reading.Tree, unit, period, sources, days), .. LineRemarks.OfRanges(days, buckets, step)],
            reading.Sight.SeesRecords(unit),
            reading.Sight.SeesCounts(unit))
        {
            Days = days.KnownDays(whole, today) is > 0 and var known ? known : null,
            Declared = said,
            DeclaredOf = saidOf,
        };
        return line with { AgainstGroup = Contrast.WithGroup(reading.Measure, line) };
    }

    private async Task<(DeclaredTotal? Declared, DeclaredTotal? Of)> DeclaredAsync(Measure measure, UnitTree tree, int unit, Period period, CancellationToken cancellation)
    {
        if (measure.Of is not null)
            return (null, null);
        var said = await declared.TotalsAsync(tree, unit, period.From, period.To, cancellation);
        if (measure == Measure.ValuableRatio)
            return said(Metric.TipoffsValuable) is { } n && said(Metric.TipoffsReceived) is { Value: > 0 } of && n.Days.SequenceEqual(of.Days) ? (n, of) : (null, null);
        return (said(Metric.Find(measure.Name)!), null);
    }

    /// <summary>The period that was chosen first is what one asks about; the others stand beside it.</summary>
    private static IReadOnlyList<(Period, Contrast)> AgainstPeriods(Measure measure, List<ComparedLine> lines, ComparedLine line) =>
        lines.First(l => l.UnitKey == line.UnitKey) != line ? []
        : [.. lines.Where(l => l.UnitKey == line.UnitKey && l != line).Select(l => (l.Period, Contrast: Contrast.WithPeriod(measure, line, l))).Where(a => a.Contrast is not null).Select(a => (a.Period, a.Contrast!))];

    /// <summary>Null: the unit has no group, stands alone in it, or the asker may not compare all of it.</summary>
    private async Task<GroupLine?> GroupAsync(
        Reading reading, int unit, Period period, IReadOnlyList<Bucket> buckets, Dictionary<(string, string), GroupLine?> groups, CancellationToken cancellation)
    {
        var (tree, order) = (reading.Tree.Tree, reading.Tree.Order);
        if (tree.PeerGroupOn(unit, order) is not { } name)
            return null;
        if (groups.TryGetValue((name, period.Key), out var known))
            return known;
        var members = tree.MembersOn(name, order).ToHashSet();
        if (members.Count < 2 || !members.All(reading.Sight.Compares))
            return groups[(name, period.Key)] = null;
        var days = await figures.ReadGroupAsync(reading.Measure, reading.Tree, members, period.From, period.To, cancellation, Ends(buckets, reading.Today), reading.Step);
        var whole = new Bucket(period.From, period.To);
        return groups[(name, period.Key)] = new GroupLine(
            name,
            members.Count,
            [.. buckets.Select(b => days.In(b, reading.Today, reading.Step))],
            days.In(whole, reading.Today),
            days.Known(whole, reading.Today),
            members.All(reading.Sight.SeesCounts))
        {
            Days = days.UnitDays(whole, reading.Today),
            KnownAt = [.. buckets.Select(b => days.Known(b, reading.Today, reading.Step))],
        };
    }

    /// <summary>The last days of points and period, as far as they have come.</summary>
    private static HashSet<DateOnly> Ends(IReadOnlyList<Bucket> buckets, DateOnly today) =>
        [.. buckets.Where(b => b.From <= today).Select(b => b.To < today ? b.To : today)];

    private sealed record Reading(Measure Measure, RestatedTree Tree, Sight Sight, DateOnly Today, Step Step, bool WithGroups);
}
