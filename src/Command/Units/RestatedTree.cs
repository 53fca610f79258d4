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

    /// <summary>The day whose order holds.</summary>
    public DateOnly Order => order;

    /// <summary>Whose figures of a range, both days inclusive, count for these subtrees, cut where it changes.</summary>
    public IReadOnlyList<PlacementSpan> Sources(IReadOnlySet<int> targets, DateOnly from, DateOnly to)
    {
        var spans = new List<PlacementSpan>();
        DateOnly[] cuts = [.. tree.ChangesIn(from, to).Concat(restatement.Days.Where(d => d > from && d <= to)).Append(from).Distinct().Order()];
        for (var i = 0; i < cuts.Length; i++)
        {
            var day = cuts[i];
            var units = tree.Units.Keys.Select(id => (Id: id, Placement: Place(id, day, targets))).Where(p => p.Placement != Placement.Nowhere)
                .ToDictionary(p => p.Id, p => p.Placement);
            var end = i + 1 < cuts.Length ? cuts[i + 1].AddDays(-1) : to;
            if (spans is [.., var last] && last.Units.Count == units.Count && units.All(u => last.Units.GetValueOrDefault(u.Key) == u.Value))
                spans[^1] = last with { To = end };
            else
                spans.Add(new PlacementSpan(day, end, units));
        }

        return spans;
    }

    /// <summary>Into what a unit has passed by the day whose order holds; empty while it is itself.</summary>
    public IReadOnlySet<int> Successors(int unitId, DateOnly day) =>
        restatement.Ends(unitId, day, order).Select(end => end.UnitId).Where(id => id != unitId).ToHashSet();

    /// <summary>What the unit's figures of that day count for these subtrees.</summary>
    public Placement Place(int unitId, DateOnly day, IReadOnlySet<int> targets)
    {
        var portions = restatement.Portions(unitId, day, order);
        if (portions is [{ Kind: PortionKind.Own }])
            return IsIn(unitId, day, targets) ? Placement.Whole : Placement.Nowhere;
        var share = 0.0;
        var beside = new List<(int, double)>();
        foreach (var portion in portions)
        {
            if (portion.Kind == PortionKind.Restated)
            {
                share += IsIn(portion.UnitId, portion.Since, targets) ? portion.Share : 0;
                continue;
            }

            // Whatever the unknown shares are: where the predecessor stood within and all successors do, nothing left.
            var ends = restatement.Ends(portion.UnitId, portion.Since, order);
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

    private bool IsIn(int unitId, DateOnly day, IReadOnlySet<int> targets) => targets.Any(target => tree.IsUnder(unitId, target, day));
}
