using Command.Data;
using Command.Units;

namespace Command.Ranking.Leaderboards;

/// <summary>Who is compared with whom on a day. Pure.</summary>
public static class PeerGroups
{
    /// <summary>Units of the group that day, the oldest first; partners are never ranked.</summary>
    public static IReadOnlyList<int> MembersOn(this UnitTree tree, string group, DateOnly day) =>
        [.. tree.Units.Keys.Where(id => tree.PeerGroupOn(id, day) == group).Order()];

    /// <summary>All groups that day, with their members.</summary>
    public static ILookup<string, int> GroupsOn(this UnitTree tree, DateOnly day) =>
        tree.Units.Keys.Where(id => tree.PeerGroupOn(id, day) is not null).Order().ToLookup(id => tree.PeerGroupOn(id, day)!, StringComparer.Ordinal);

    /// <summary>Null: nobody is its peer.</summary>
    public static string? PeerGroupOn(this UnitTree tree, int unitId, DateOnly day) =>
        tree.VersionOn(unitId, day) is { Kind: not UnitKind.Partner, PeerGroup.Length: > 0 } version ? version.PeerGroup : null;
}
