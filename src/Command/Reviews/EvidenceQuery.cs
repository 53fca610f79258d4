using Command.Data;
using Command.People;
using Command.Periods;
using Command.Rollups;
using Command.Tipoffs;
using Command.Units;
using Microsoft.EntityFrameworkCore;

namespace Command.Reviews;

/// <summary>
/// Reads where sources of a unit's figures disagree and what is missing, from daily sums and readings. The units directly
/// below are read all at once, and only where a document speaks of the unit or of one of them.
/// </summary>
public sealed class EvidenceQuery(IDbContextFactory<CommandDb> databases, UnitRegistry registry, TipoffRatios ratios)
{
    private static readonly UnitKind[] places = [UnitKind.City, UnitKind.Province, UnitKind.District, UnitKind.Ward, UnitKind.Commune];

    /// <param name="from">First local day.</param>
    /// <param name="to">Last local day, inclusive.</param>
    /// <returns>Null when no unit has this key, or when it is out of the asker's sight on a day on which it stands.</returns>
    public async Task<Evidence?> ReadAsync(Asker asker, string unitKey, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var tree = await registry.TreeAsync(cancellation);
        if (tree.Find(unitKey) is not { } unit || !ReviewQuery.Sees(asker, tree, unit.Id, Period.Between(from, to)))
            return null;
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var whole = await SubtreeTotals.ReadAsync(db, tree, unit.Id, from, to, cancellation);
        var events = await EventsAsync(db, tree, unit.Id, from, to, cancellation);
        var below = Below(tree, unit.Id, to);
        var tipoffs = await ratios.OfEachAsync([unit.Id, .. below], from, to, cancellation);
        var parts = await PartsAsync(db, tree, unit.Id, below, from, to, cancellation);
        var sides = Metric.All.Where(Contradictions.Compares).Select(metric => new MetricSources(
            metric,
            whole.DeclaredOf(metric),
            [.. whole.DeclaredByUnit[metric.Id]],
            Known(metric, whole, tipoffs[unit.Id], Pages(tree, unit.Id, to)) is { } value ? new CollectedFigure(value, from, to, events.Days.Cast<DateOnly?>().FirstOrDefault(), events.Silent.Count, events.Pages.Length) { PagesByKind = metric == Metric.Pages ? PagesByKind(tree, unit.Id, to) : new Dictionary<UnitKind, int>() } : null,
            [.. parts.Select(part => Part(metric, tree.NameOf(part.Key, to), part.Value, tipoffs[part.Key])).OfType<PartFigure>()],
            below.Count,
            metric == Metric.Messages ? whole.DeclaredOf(Metric.MessagesADay) : null)).ToList();
        return new Evidence(
            [.. sides.Select(Contradictions.Of).OfType<Contradiction>()],
            DataGaps.Of(await FindingsAsync(db, tree, unit.Id, below, from, to, whole, sides, events, cancellation)));
    }

    /// <summary>As the tree stands on the last day; partners outside the police are no part of a unit.</summary>
    private static List<int> Below(UnitTree tree, int unitId, DateOnly day) =>
        [.. tree.ChildrenOn(unitId, day).Where(id => tree.VersionOn(id, day)?.Kind != UnitKind.Partner)];

    private static int Pages(UnitTree tree, int unitId, DateOnly day) => tree.PagesUnder(unitId, day).Count(id => tree.Pages[id].Platform != Platform.ZaloGroups);

    private static Dictionary<UnitKind, int> PagesByKind(UnitTree tree, int unitId, DateOnly day) => tree.PagesUnder(unitId, day)
        .Where(id => tree.Pages[id].Platform != Platform.ZaloGroups)
        .Select(id => tree.VersionOn(tree.OwnerOn(id, day)!.Value, day)?.Kind).OfType<UnitKind>()
        .GroupBy(kind => kind).ToDictionary(g => g.Key, g => g.Count());

    private static async Task<Dictionary<int, SubtreeTotals>> PartsAsync(
        CommandDb db, UnitTree tree, int unitId, List<int> below, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        int[] units = [unitId, .. below];
        int[] pages = [.. tree.PagesUnder(unitId, from, to).SelectMany(span => span.Pages).Distinct()];
        var (begin, end) = (LocalTime.StartOf(from), LocalTime.StartOf(to.AddDays(1)));
        var told = db.Readings.Where(r => r.Source == ReadingSource.Declared && ((r.At >= begin && r.At < end) || (r.FromDay >= from && r.ToDay <= to)));
        if (!await told.AnyAsync(r => EF.Parameter(units).Contains(r.UnitId!.Value), cancellation) && !await told.AnyAsync(r => EF.Parameter(pages).Contains(r.PageId!.Value), cancellation))
            return [];
        return await PartTotals.ReadAsync(db, tree, unitId, below, from, to, cancellation);
    }

    private static PartFigure? Part(Metric metric, string name, SubtreeTotals part, TipoffRatio tipoffs)
    {
        if (part.DeclaredOf(metric) is { } declared)
            return new PartFigure(name, metric, declared.Value, declared);
        if (Known(metric, part, tipoffs, null) is { } collected)
            return new PartFigure(name, metric, collected, null);
        return Contradictions.Wider(metric) is { } wider && part.DeclaredOf(wider) is { } more ? new PartFigure(name, wider, more.Value, more) : null;
    }

    /// <summary>What was collected; null where nobody listened: unknown is not zero.</summary>
    private static double? Known(Metric metric, SubtreeTotals totals, TipoffRatio tipoffs, int? pages)
    {
        if (metric == Metric.Pages)
            return pages;
        if (metric == Metric.TipoffsReceived || metric == Metric.TipoffsValuable)
            return tipoffs.Received + tipoffs.Dropped == 0 ? null : metric == Metric.TipoffsReceived ? tipoffs.Received : tipoffs.Valuable;
        if (metric.Form is MetricForm.Counter or MetricForm.Duration && totals.Counted.Count == 0)
            return totals.Told.GetValueOrDefault(metric.Id)?.Sum;
        return totals.Collected(metric) is { } collected ? collected.Last ?? collected.Sum : null;
    }

    private static async Task<Listened> EventsAsync(CommandDb db, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        var coverage = new PageCoverage(tree.PagesUnder(unitId, from, to));
        var listening = coverage.Ever.Where(id => tree.Pages[id].Platform is Platform.Zalo or Platform.Facebook).ToArray();
        var rows = await db.RollupDays.AsNoTracking().Where(r => EF.Parameter(listening).Contains(r.PageId) && r.Day >= from && r.Day <= to && r.Count != 0)
            .Select(r => new { r.PageId, r.Day }).Distinct().ToListAsync(cancellation);
        var heard = rows.Where(r => coverage.Covers(r.PageId, r.Day)).ToList();
        return new Listened(listening, [.. listening.Except(heard.Select(h => h.PageId))], [.. heard.Select(h => h.Day).Distinct().Order()]);
    }

    private async Task<GapFindings> FindingsAsync(
        CommandDb db, UnitTree tree, int unitId, List<int> below, DateOnly from, DateOnly to, SubtreeTotals whole, List<MetricSources> sides, Listened events, CancellationToken cancellation)
    {
        var end = LocalTime.StartOf(to.AddDays(1));
        var followed = tree.PagesUnder(unitId, to).Where(id => tree.Pages[id].Platform != Platform.ZaloGroups).ToArray();
        var read = (await db.Readings.Where(r => EF.Parameter(followed).Contains(r.PageId!.Value) && r.Metric == Metric.Followers.Id && r.At < end).Select(r => r.PageId!.Value).Distinct().ToListAsync(cancellation)).ToHashSet();
        int[] inhabited = [unitId, .. below.Where(id => places.Contains(tree.VersionOn(id, to)!.Kind))];
        var counted = (await db.UnitResidents.Where(r => EF.Parameter(inhabited).Contains(r.UnitId) && r.From <= to).Select(r => r.UnitId).Distinct().ToListAsync(cancellation)).ToHashSet();
        var tipoffMonths = await ratios.ByAsync(TipoffDimension.Month, unitId, from, to, cancellation);
        string Page(int id) => tree.Pages[id].Name ?? tree.Pages[id].Key ?? "";
        return new GapFindings(
            from,
            to,
            [.. events.Pages.Select(id => (Page(id), !events.Silent.Contains(id))).OrderBy(p => p.Item1)],
            [.. followed.Select(id => (Page(id), read.Contains(id))).OrderBy(p => p.Item1)],
            counted.Contains(unitId) || tree.VersionOn(unitId, to) is { } version && !places.Contains(version.Kind),
            [.. inhabited.Skip(1).Select(id => (tree.NameOf(id, to), counted.Contains(id)))],
            events.Days,
            tipoffMonths.Select(m => DateOnly.ParseExact(m.Key + "-01", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))
                .Concat(await ReadMonthsAsync(db, whole, tree, unitId, from, to, cancellation)).ToHashSet(),
            [.. Metric.All.Where(m => whole.DeclaredOf(m) is not null)],
            [.. sides.Where(s => s.Collected is not null).Select(s => s.Metric), .. whole.Counted.ContainsKey(Metric.FirstReply.Id) ? [Metric.FirstReply] : Array.Empty<Metric>()]);
    }

    /// <summary>A declared total of several months says nothing of any one of them.</summary>
    private static async Task<IEnumerable<DateOnly>> ReadMonthsAsync(CommandDb db, SubtreeTotals whole, UnitTree tree, int unitId, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        int[] pages = [.. tree.PagesUnder(unitId, from, to).SelectMany(span => span.Pages).Distinct()];
        var (begin, end) = (LocalTime.StartOf(from), LocalTime.StartOf(to.AddDays(1)));
        var at = await db.Readings.Where(r => EF.Parameter(pages).Contains(r.PageId!.Value) && r.At >= begin && r.At < end).Select(r => r.At!.Value).ToListAsync(cancellation);
        var over = await db.Readings.Where(r => EF.Parameter(pages).Contains(r.PageId!.Value) && r.FromDay >= from && r.ToDay <= to)
            .Select(r => new { r.FromDay, r.ToDay }).ToListAsync(cancellation);
        var own = whole.DeclaredByUnit.SelectMany(r => r).ToList();
        return at.Concat(own.Where(r => r.At is not null).Select(r => r.At!.Value)).Select(LocalTime.DayOf)
            .Concat(over.Select(r => (From: r.FromDay!.Value, To: r.ToDay!.Value)).Concat(own.Where(r => r.FromDay is not null).Select(r => (From: r.FromDay!.Value, To: r.ToDay!.Value)))
                .Where(r => (r.From.Year, r.From.Month) == (r.To.Year, r.To.Month)).Select(r => r.From))
            .Select(day => new DateOnly(day.Year, day.Month, 1));
    }

    /// <param name="Pages">Zalo and Facebook pages of the range: those that send events.</param>
    /// <param name="Days">With an event, ascending.</param>
    private sealed record Listened(int[] Pages, HashSet<int> Silent, List<DateOnly> Days);
}
