using System.Collections.Concurrent;
using System.Globalization;
using Command.Data;

namespace Command.Units;

/// <summary>The tree over days on which nothing changes. Subtrees' pages are slices of one walk from the roots.</summary>
internal sealed class UnitTreeStretch
{
    /// <summary>Stands for "above the roots"; ids of units begin at 1.</summary>
    private const int Top = 0;

    private static readonly StringComparer vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.None);

    private readonly UnitTree tree;
    private readonly DateOnly day;
    private readonly Dictionary<int, UnitVersion> living = [];
    private readonly Dictionary<int, int> parents = [];
    private readonly Dictionary<int, int[]> children;
    private readonly Dictionary<int, int> ownerOfPage = [];
    private readonly ILookup<int, int> pagesOf;
    private readonly Dictionary<int, Range> slices = [];
    private readonly List<int> pagesInOrder = [];
    private readonly ConcurrentDictionary<int, IReadOnlySet<int>> pagesUnder = new();
    private readonly List<DataFault> faults = [];

    public UnitTreeStretch(UnitTree tree, DateOnly day)
    {
        this.tree = tree;
        this.day = day;
        foreach (var unitId in tree.Units.Keys)
        {
            if (tree.VersionOn(unitId, day) is { } version)
                living.Add(unitId, version);
        }

        HangUnits();
        CutCycles();
        children = parents.GroupBy(p => p.Value, p => p.Key).ToDictionary(g => g.Key, InOrder);
        HangPages();
        pagesOf = ownerOfPage.ToLookup(o => o.Value, o => o.Key);
        Walk();
    }

    public IReadOnlyList<DataFault> Faults => faults;

    public int? ParentOf(int unitId) =>
        parents.TryGetValue(unitId, out var parent)
            ? parent == Top ? null : parent
            : NearestLiving(tree.KnownOn(unitId, day)?.ParentId);

    public IReadOnlyList<int> ChildrenOf(int? unitId) => children.GetValueOrDefault(unitId ?? Top) ?? [];

    public int? OwnerOf(int pageId) => ownerOfPage.TryGetValue(pageId, out var owner) ? owner : null;

    public IEnumerable<int> PagesOf(int unitId) => pagesOf[unitId];

    public IReadOnlySet<int> PagesUnder(int? unitId) => slices.TryGetValue(unitId ?? Top, out var slice)
        ? pagesUnder.GetOrAdd(unitId ?? Top, _ => pagesInOrder.GetRange(slice.Start.Value, slice.End.Value - slice.Start.Value).ToHashSet())
        : new HashSet<int>();

    private void HangUnits()
    {
        foreach (var (unitId, version) in living)
        {
            var parent = NearestLiving(version.ParentId);
            if (parent == unitId || (parent is null && EndsInCycle(version.ParentId)))
            {
                parent = null;
                Report(DataFault.ParentCycle, unitId, []);
            }
            else if (version.ParentId is { } named && named != parent && tree.Units.ContainsKey(named))
            {
                var code = tree.HasBegun(named, day) ? DataFault.ParentEnded : DataFault.ParentNotBegun;
                Report(code, unitId, [("parent", named), ("hangsOn", parent)]);
            }

            parents.Add(unitId, parent ?? Top);
        }
    }

    private int? NearestLiving(int? unitId)
    {
        // As many steps as there are units, then it must be a cycle.
        for (var steps = 0; unitId is { } id && steps <= tree.Units.Count; steps++)
        {
            if (living.ContainsKey(id))
                return id;
            unitId = tree.KnownOn(id, day)?.ParentId;
        }

        return null;
    }

    private bool EndsInCycle(int? unitId)
    {
        var seen = new HashSet<int>();
        while (unitId is { } id && !living.ContainsKey(id))
        {
            if (!seen.Add(id))
                return true;
            unitId = tree.KnownOn(id, day)?.ParentId;
        }

        return false;
    }

    /// <summary>The lowest id of a cycle becomes a root, so that its pages are counted somewhere, and only once.</summary>
    private void CutCycles()
    {
        var settled = new HashSet<int> { Top };
        foreach (var start in living.Keys)
        {
            var path = new List<int>();
            var current = start;
            while (settled.Add(current))
            {
                path.Add(current);
                current = parents[current];
            }

            var entry = path.IndexOf(current);
            if (entry < 0)
                continue;
            var root = path.Skip(entry).Min();
            parents[root] = Top;
            Report(DataFault.ParentCycle, root, []);
        }
    }

    private int[] InOrder(IEnumerable<int> unitIds) =>
    [
        .. unitIds.OrderBy(id => living[id].Kind)
            .ThenBy(id => living[id].Code, StringComparer.Ordinal)
            .ThenBy(id => living[id].Name, vietnamese)
            .ThenBy(id => id),
    ];

    private void HangPages()
    {
        foreach (var ownership in tree.OwnershipsOn(day))
        {
            var owner = NearestLiving(ownership.UnitId);
            if (owner != ownership.UnitId && tree.Units.ContainsKey(ownership.UnitId))
            {
                var code = tree.HasBegun(ownership.UnitId, day) ? DataFault.OwnerEnded : DataFault.OwnerNotBegun;
                faults.Add(new DataFault(code, null, PageName(ownership.PageId), Keys([("owner", ownership.UnitId), ("hangsOn", owner)])));
            }

            if (owner is { } unitId)
                ownerOfPage.Add(ownership.PageId, unitId);
        }
    }

    private void Walk()
    {
        var begun = new Dictionary<int, int>();
        var open = new Stack<int>([Top]);
        while (open.TryPeek(out var unitId))
        {
            if (begun.TryAdd(unitId, pagesInOrder.Count))
            {
                pagesInOrder.AddRange(pagesOf[unitId]);
                foreach (var child in ChildrenOf(unitId))
                    open.Push(child);
            }
            else
            {
                slices[unitId] = begun[unitId]..pagesInOrder.Count;
                open.Pop();
            }
        }
    }

    private void Report(string code, int unitId, IEnumerable<(string Name, int? UnitId)> values) =>
        faults.Add(new DataFault(code, tree.Units[unitId].Key, null, Keys(values)));

    private Dictionary<string, string> Keys(IEnumerable<(string Name, int? UnitId)> values) =>
        values.Where(v => v.UnitId is not null).ToDictionary(v => v.Name, v => tree.Units[v.UnitId!.Value].Key);

    private string PageName(int pageId) => tree.Pages[pageId].Key ?? tree.Pages[pageId].ExternalId;
}
