using System.Collections.Concurrent;
using Command.Data;

namespace Command.Units;

/// <summary>
/// The dated tree, immutable and pure. What holds on a day is the version (or ownership) with the latest beginning on
/// or before it, unless that one has ended: so where two overlap the later beginning holds, and an earlier one does
/// not come back. <c>To</c> is the last local day, inclusive.
/// </summary>
public sealed class UnitTree
{
    /// <summary>
    /// Stretches kept in memory. One costs about a megabyte for a nation; boards look at the present and a few days
    /// before it, a long range walks over its changes once.
    /// </summary>
    private const int StretchesKept = 64;

    private readonly Dictionary<string, Unit> unitsByKey;
    private readonly Dictionary<string, Page> pagesByKey;
    private readonly Dictionary<int, UnitVersion[]> versions;
    private readonly Dictionary<int, PageOwner[]> owners;

    /// <summary>Days on which something changes, ascending: between two of them the tree stands still.</summary>
    private readonly DateOnly[] changes;

    private readonly ConcurrentDictionary<int, UnitTreeStretch> stretches = new();

    private UnitTree(IEnumerable<Unit> units, IEnumerable<UnitVersion> versions, IEnumerable<Page> pages, IEnumerable<PageOwner> owners)
    {
        var unitsById = units.ToDictionary(u => u.Id);
        var pagesById = pages.ToDictionary(p => p.Id);
        Units = unitsById;
        Pages = pagesById;
        unitsByKey = unitsById.Values.ToDictionary(u => u.Key, StringComparer.Ordinal);
        pagesByKey = pagesById.Values.Where(p => p.Key is not null).ToDictionary(p => p.Key!, StringComparer.Ordinal);
        this.versions = versions.Where(v => unitsById.ContainsKey(v.UnitId)).GroupBy(v => v.UnitId)
            .ToDictionary(g => g.Key, g => g.OrderBy(v => v.From).ToArray());
        this.owners = owners.Where(o => pagesById.ContainsKey(o.PageId)).GroupBy(o => o.PageId)
            .ToDictionary(g => g.Key, g => g.OrderBy(o => o.From).ToArray());
        changes = [.. this.versions.Values.SelectMany(vs => vs).SelectMany(v => Edges(v.From, v.To))
            .Concat(this.owners.Values.SelectMany(os => os).SelectMany(o => Edges(o.From, o.To)))
            .Distinct().Order()];
    }

    public IReadOnlyDictionary<int, Unit> Units { get; }

    /// <summary>All pages, also those that nobody registered: they have no key and no owner.</summary>
    public IReadOnlyDictionary<int, Page> Pages { get; }

    public static UnitTree Of(IEnumerable<Unit> units, IEnumerable<UnitVersion> versions, IEnumerable<Page> pages, IEnumerable<PageOwner> owners) =>
        new(units, versions, pages, owners);

    public Unit? Find(string key) => unitsByKey.GetValueOrDefault(key);

    public Page? FindPage(string key) => pagesByKey.GetValueOrDefault(key);

    /// <summary>What holds of the unit that day; null when it is not living then.</summary>
    public UnitVersion? VersionOn(int unitId, DateOnly day) =>
        LatestOn(unitId, day) is { } version && (version.To is null || version.To >= day) ? version : null;

    /// <summary>It lives that day or has lived before.</summary>
    public bool IsFounded(int unitId, DateOnly day) => LatestOn(unitId, day) is not null;

    /// <summary>The name that day; the last known one of a unit that has ended, the first one of a unit to come.</summary>
    public string NameOf(int unitId, DateOnly day) =>
        KnownOn(unitId, day)?.Name ?? Units.GetValueOrDefault(unitId)?.Key ?? "";

    /// <summary>The nearest ancestor living that day; null for a root.</summary>
    public int? ParentOn(int unitId, DateOnly day) => On(day).ParentOf(unitId);

    /// <summary>Units directly under this one (null: the roots) by kind, code, name.</summary>
    public IReadOnlyList<int> ChildrenOn(int? unitId, DateOnly day) => On(day).ChildrenOf(unitId);

    /// <summary>Whether the unit is that ancestor or stands anywhere below it.</summary>
    public bool IsUnder(int unitId, int ancestorId, DateOnly day) => LineOf(unitId, day).Contains(ancestorId);

    /// <summary>The unit itself and what stands above it that day, upwards; of none (null) nothing.</summary>
    public IEnumerable<int> LineOf(int? unitId, DateOnly day)
    {
        var stretch = On(day);
        for (var current = unitId; current is { } id; current = stretch.ParentOf(id))
            yield return id;
    }

    /// <summary>The unit that the page counts for that day: its owner, or the owner's nearest living ancestor.</summary>
    public int? OwnerOn(int pageId, DateOnly day) => On(day).OwnerOf(pageId);

    /// <summary>Pages that count for the unit itself that day.</summary>
    public IEnumerable<int> PagesOf(int unitId, DateOnly day) => On(day).PagesOf(unitId);

    /// <summary>Pages that the unit's subtree owns that day; null: every owned page.</summary>
    public IReadOnlySet<int> PagesUnder(int? unitId, DateOnly day) => On(day).PagesUnder(unitId);

    /// <summary>The same over a range, both days inclusive, cut where the subtree's pages change.</summary>
    public IReadOnlyList<PageSpan> PagesUnder(int? unitId, DateOnly from, DateOnly to)
    {
        var spans = new List<PageSpan>();
        foreach (var (begin, end) in Parts(from, to))
        {
            var pages = On(begin).PagesUnder(unitId);
            if (spans is [.., var last] && last.Pages.SetEquals(pages))
                spans[^1] = last with { To = end };
            else
                spans.Add(new PageSpan(begin, end, pages));
        }

        return spans;
    }

    /// <summary>
    /// Units that are this one or stood below it (null: all), over a range, both days inclusive, cut where they change.
    /// A unit that has ended stays below whom it stood under last.
    /// </summary>
    public IReadOnlyList<UnitSpan> UnitsUnder(int? unitId, DateOnly from, DateOnly to)
    {
        var spans = new List<UnitSpan>();
        foreach (var (begin, end) in Parts(from, to))
        {
            var units = Units.Keys.Where(id => unitId is not { } root || IsUnder(id, root, end)).ToHashSet();
            if (spans is [.., var last] && last.Units.SetEquals(units))
                spans[^1] = last with { To = end };
            else
                spans.Add(new UnitSpan(begin, end, units));
        }

        return spans;
    }

    /// <summary>The range, both days inclusive, cut where anything in the tree changes.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> Parts(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to;)
        {
            var index = StretchOf(day);
            var end = index < changes.Length && changes[index] <= to ? changes[index].AddDays(-1) : to;
            yield return (day, end);
            if (end == DateOnly.MaxValue)
                break;
            day = end.AddDays(1);
        }
    }

    /// <summary>Days of a range after its first on which something is no longer as on the day before, ascending.</summary>
    public IEnumerable<DateOnly> ChangesIn(DateOnly from, DateOnly to)
    {
        for (var i = StretchOf(from); i < changes.Length && changes[i] <= to; i++)
            yield return changes[i];
    }

    /// <summary>What people should mend, judged on that day.</summary>
    public IReadOnlyList<DataFault> FaultsOn(DateOnly day) => On(day).Faults;

    /// <summary>Ownership that holds that day, whether or not the owner is living.</summary>
    internal IEnumerable<PageOwner> OwnershipsOn(DateOnly day)
    {
        foreach (var dated in owners.Values)
        {
            if (Array.FindLast(dated, o => o.From <= day) is { } owner && (owner.To is null || owner.To >= day))
                yield return owner;
        }
    }

    /// <summary>The version that holds that day, else the last one before it, else the first to come.</summary>
    internal UnitVersion? KnownOn(int unitId, DateOnly day) =>
        LatestOn(unitId, day) ?? (versions.TryGetValue(unitId, out var dated) ? dated[0] : null);

    /// <summary>Whether the unit has begun on or before that day; it may have ended since.</summary>
    internal bool HasBegun(int unitId, DateOnly day) => LatestOn(unitId, day) is not null;

    private UnitVersion? LatestOn(int unitId, DateOnly day) =>
        versions.TryGetValue(unitId, out var dated) ? Array.FindLast(dated, v => v.From <= day) : null;

    private UnitTreeStretch On(DateOnly day) => Stretch(StretchOf(day));

    /// <summary>Number of changes on or before the day: stretch n begins with change n − 1.</summary>
    private int StretchOf(DateOnly day)
    {
        var index = Array.BinarySearch(changes, day);
        return index >= 0 ? index + 1 : ~index;
    }

    private UnitTreeStretch Stretch(int index)
    {
        if (stretches.TryGetValue(index, out var known))
            return known;
        if (stretches.Count >= StretchesKept)
            stretches.Clear();
        return stretches.GetOrAdd(index, i => new UnitTreeStretch(this, i == 0 ? DateOnly.MinValue : changes[i - 1]));
    }

    private static IEnumerable<DateOnly> Edges(DateOnly from, DateOnly? to) =>
        to is { } last && last < DateOnly.MaxValue ? [from, last.AddDays(1)] : [from];
}
