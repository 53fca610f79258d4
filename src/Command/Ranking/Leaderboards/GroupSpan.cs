using Command.Periods;
using Command.Units;

namespace Command.Ranking.Leaderboards;

/// <summary>A peer group over days: its members, and which pages and units count for whom. It is made once for all that is read of it.</summary>
/// <param name="tree">In the order of the last day.</param>
/// <param name="members">Ids of the group's units, as its last day has them.</param>
public sealed class GroupSpan(RestatedTree tree, IReadOnlyList<int> members, Period days)
{
    public RestatedTree Tree => tree;

    public IReadOnlyList<int> Members => members;

    public Period Days => days;

    public GroupCredit Credit { get; } = GroupCredit.Of(tree, members.ToHashSet(), days.From, days.To);

    /// <param name="tree">In the order of the last day.</param>
    public static GroupSpan Of(RestatedTree tree, string group, Period days) => new(tree, tree.Tree.MembersOn(group, days.To), days);
}
