using Command.Data;
using Command.Units;

namespace Command.People;

/// <summary>
/// What an asker may see on a local day: the one place that cuts scope. Pages, endpoints and live updates ask it; none
/// of them knows a role. A unit that has ended stays in sight of those under whom it stood last.
/// </summary>
public sealed class Sight
{
    private readonly UnitTree tree;
    private readonly Lazy<IReadOnlySet<int>?> units;

    private Sight(Asker asker, UnitTree tree, DateOnly day)
    {
        Asker = asker;
        this.tree = tree;
        Day = day;
        units = new(() => RootUnitId is { } root ? tree.Units.Keys.Where(id => tree.IsUnder(id, root, Day)).ToHashSet() : null);
    }

    public Asker Asker { get; }

    /// <summary>The local day that the tree is judged on.</summary>
    public DateOnly Day { get; }

    /// <summary>The unit whose subtree is in sight; null: the whole tree.</summary>
    public int? RootUnitId => Asker.UnitId;

    /// <summary>Ids of the subtree; null: all.</summary>
    public IReadOnlySet<int>? Units => units.Value;

    public static Sight Of(Asker asker, UnitTree tree, DateOnly day) => new(asker, tree, day);

    /// <summary>Sums of the unit: the own subtree, whoever asks.</summary>
    public bool SeesCounts(int unitId) => tree.Units.ContainsKey(unitId) && (RootUnitId is not { } root || tree.IsUnder(unitId, root, Day));

    /// <summary>No unit stands beside the own subtree: then also what belongs to no unit is in sight.</summary>
    public bool SeesEverything => Units is not { } own || own.Count == tree.Units.Count;

    /// <summary>Sets what holds for every unit.</summary>
    public bool SetsForAll => Asker.Role == Role.Administrator && SeesEverything;

    /// <summary>An administrator hands out, and a commander pairs, no wider scope than his own. Null: the whole tree.</summary>
    public bool Covers(int? unitId) => unitId is { } id ? SeesCounts(id) : RootUnitId is null;

    /// <summary>Single records, without words.</summary>
    public bool SeesRecords(int unitId) => SeesSingles && SeesCounts(unitId);

    /// <summary>
    /// Single records that the unit received on a local day: also whoever the unit stood under on that day, since they
    /// count in his figures of it.
    /// </summary>
    public bool SeesRecords(int unitId, DateOnly received) =>
        SeesRecords(unitId) || (SeesSingles && RootUnitId is { } root && tree.Units.ContainsKey(unitId) && tree.IsUnder(unitId, root, received));

    /// <summary>Aggregates are not all he sees.</summary>
    public bool SeesSingles => Asker.Role is Role.Administrator or Role.Commander or Role.Chief or Role.Staff;

    /// <summary>What residents wrote.</summary>
    public bool SeesWords(int unitId) => MayWork(unitId);

    /// <summary>Take, classify, assess.</summary>
    public bool MayWork(int unitId) => Asker.Role is Role.Commander or Role.Chief or Role.Staff && SeesCounts(unitId);

    /// <summary>Makes, edits and freezes reviews of the unit; whoever sees its sums reads them.</summary>
    public bool MakesReviews(int unitId) => MayWork(unitId);

    /// <summary>Aggregates for comparing: a chief's also of the units of his own peer group.</summary>
    public bool Compares(int unitId) => SeesCounts(unitId) || (Asker.Role == Role.Chief && IsPeer(unitId));

    /// <summary>
    /// What this unit assessed, once it was put up for confirming: the right, and a place above the unit or a unit that
    /// an administrator named. Whoever sits in the unit itself does not confirm it.
    /// </summary>
    public bool MayConfirm(int assessingUnitId) =>
        Asker is { MayConfirm: true, Role: Role.Commander or Role.Chief or Role.Staff }
        && assessingUnitId != RootUnitId
        && (SeesCounts(assessingUnitId) || Asker.ConfirmsFor.Contains(assessingUnitId));

    private bool IsPeer(int unitId) =>
        RootUnitId is { } own
        && tree.VersionOn(own, Day)?.PeerGroup is { } group
        && tree.VersionOn(unitId, Day)?.PeerGroup == group;
}
