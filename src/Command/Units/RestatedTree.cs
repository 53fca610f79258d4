namespace Command.Units;

/// <summary>
/// The dated tree as the order of one day sees it, pure: a unit's subtree is judged on each day as ever, but what old
/// units did counts for those who succeeded them.
/// </summary>
public sealed class RestatedTree(UnitTree tree, Restatement restatement, DateOnly order)
{
    /// <summary>A sum of shares that is one but for rounding.</summary>
    private const double AllButNothing = 1 - 1e-9;

    public UnitTree Tree => tree;

    /// <summary>The tree as each day reported itself: nothing passes on.</summary>
    public static RestatedTree AsReported(UnitTree tree) => new(tree, Restatement.Of([]), DateOnly.MaxValue);

    /// <summary>The day whose order holds.</summary>
    public DateOnly Order => order;

    /// <summary>A range, both days inclusive, cut where the tree changes and where something passes on.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> Parts(DateOnly from, DateOnly to)
    {
        DateOnly[] cuts = [.. tree.ChangesIn(from, to).Concat(restatement.Days.Where(d => d > from && d <= to)).Append(from).Distinct().Order()];
        for (var i = 0; i < cuts.Length; i++)
            yield return (cuts[i], i + 1 < cuts.Length ? cuts[i + 1].AddDays(-1) : to);
    }

    /// <summary>Whose figures of a range, both days inclusive, count for these subtrees together, cut where it changes.</summary>
    public IReadOnlyList<PlacementSpan> Sources(IReadOnlySet<int> targets, DateOnly from, DateOnly to)
    {
        var spans = new List<PlacementSpan>();
        foreach (var (day, end) in Parts(from, to))
            Add(spans, day, end, tree.Units.Keys.Select(id => (Id: id, Placement: Place(id, day, targets))).Where(p => p.Placement != Placement.Nowhere).ToDictionary(p => p.Id, p => p.Placement));
        return spans;
    }

    /// <summary>The same for each of these subtrees by itself, in one walk over all units.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<PlacementSpan>> SourcesOfEach(IReadOnlySet<int> targets, DateOnly from, DateOnly to)
    {
        var each = targets.ToDictionary(id => id, _ => new List<PlacementSpan>());
        foreach (var (day, end) in Parts(from, to))
        {
            var placed = targets.ToDictionary(id => id, _ => new Dictionary<int, Placement>());
            foreach (var unit in tree.Units.Keys)
            {
                foreach (var (target, placement) in PlacesOf(unit, day, targets))
                    placed[target].Add(unit, placement);
            }

            foreach (var (target, units) in placed)
                Add(each[target], day, end, units);
        }

        return each.ToDictionary(e => e.Key, e => (IReadOnlyList<PlacementSpan>)e.Value);
    }

    /// <summary>Into what a unit has passed by the day whose order holds; empty while it is itself.</summary>
    public IReadOnlySet<int> Successors(int unitId, DateOnly day) =>
        Ends(unitId, day).Select(end => end.UnitId).Where(id => id != unitId).ToHashSet();

    /// <summary>What the unit's figures of that day count for these subtrees.</summary>
    public Placement Place(int unitId, DateOnly day, IReadOnlySet<int> targets)
    {
        if (IsItself(unitId, day))
            return IsIn(unitId, day, targets) ? Placement.Whole : Placement.Nowhere;
        var share = 0.0;
        var beside = new List<(int, double)>();
        foreach (var portion in restatement.Portions(unitId, day, order))
        {
            if (portion.Kind == PortionKind.Restated)
            {
                share += IsIn(portion.UnitId, portion.Since, targets) ? portion.Share : 0;
                continue;
            }

            // Whatever the unknown shares are: where the predecessor stood within and all successors do, nothing left.
            var ends = Ends(portion.UnitId, portion.Since);
            var within = ends.Count(end => IsIn(end.UnitId, end.Since, targets));
            var isFromWithin = IsIn(portion.UnitId, portion.Since, targets);
            if (isFromWithin && within == ends.Count)
                share += portion.Share;
            else if (isFromWithin || within > 0)
                beside.Add((portion.UnitId, portion.Share));
        }

        // Where all of it was and stays in the subtree, nothing is said of a succession inside.
        return share == 0 && beside.Count == 0 ? Placement.Nowhere
            : share > AllButNothing && beside.Count == 0 && IsIn(unitId, day, targets) ? Placement.Whole
            : new Placement(share, share > 0, beside);
    }

    /// <summary>What the unit's figures of that day count for each of these subtrees; where they count nothing, it is absent.</summary>
    public IEnumerable<(int Target, Placement Placement)> PlacesOf(int unitId, DateOnly day, IReadOnlySet<int> targets)
    {
        if (IsItself(unitId, day))
            return tree.LineOf(unitId, day).Where(targets.Contains).Select(target => (target, Placement.Whole));
        var holders = restatement.Portions(unitId, day, order).Select(p => (p.UnitId, p.Since)).Union(Ends(unitId, day)).Append((UnitId: unitId, Since: day));
        return holders.SelectMany(holder => tree.LineOf(holder.UnitId, holder.Since)).Where(targets.Contains).Distinct()
            .Select(target => (Target: target, Placement: Place(unitId, day, new HashSet<int> { target }))).Where(p => p.Placement != Placement.Nowhere);
    }

    /// <summary>Days on which all counts as on those before them are one span with them.</summary>
    private static void Add(List<PlacementSpan> spans, DateOnly from, DateOnly to, Dictionary<int, Placement> units)
    {
        if (spans is [.., var last] && last.Units.Count == units.Count && units.All(u => last.Units.GetValueOrDefault(u.Key) == u.Value))
            spans[^1] = last with { To = to };
        else
            spans.Add(new PlacementSpan(from, to, units));
    }

    /// <summary>Nothing of the unit's figures of that day has passed on: what everyone but a predecessor is.</summary>
    private bool IsItself(int unitId, DateOnly day) => !restatement.PassesOn(unitId, day, order);

    /// <summary>Whoever may hold some of what the unit did that day, each with the day it came there.</summary>
    private IReadOnlySet<(int UnitId, DateOnly Since)> Ends(int unitId, DateOnly day) => restatement.Ends(unitId, day, order);

    private bool IsIn(int unitId, DateOnly day, IReadOnlySet<int> targets) => tree.LineOf(unitId, day).Any(targets.Contains);
}
