using System.Collections.Concurrent;
using Command.Live;
using Command.Units;

namespace Command.Boards;

/// <summary>What a board asks: the view of a scope, drawn once per snapshot however many screens show it.</summary>
public sealed class BoardQuery(LiveBoard live, UnitRegistry units, IConfiguration configuration)
{
    private readonly TimeSpan silentAfter = TimeSpan.FromHours(configuration.GetValue("Board:SilentAfterHours", 6.0));
    private readonly Lock gate = new();
    private volatile Drawn drawn = new(null, null, []);

    /// <summary>Since when the store could not be read; null while it can.</summary>
    public DateTimeOffset? StaleSince => live.StaleSince;

    /// <summary>When the store was last known to hold nothing newer than what is shown.</summary>
    public DateTimeOffset? CheckedAt => live.CheckedAt;

    /// <summary>Calls back from a thread of the pool when something may have changed.</summary>
    public IDisposable Subscribe(Func<Task> changed) => live.Subscribe(changed);

    /// <returns>Null when nothing was read yet, or the scope names a unit or a page that is not there.</returns>
    public async Task<BoardView?> ViewAsync(Scope scope, CancellationToken cancellation)
    {
        if (await live.CurrentAsync(cancellation) is not { } snapshot)
            return null;
        var tree = await units.TreeAsync(cancellation);
        return ViewsOf(snapshot, tree).ByScope.GetOrAdd(scope, s => new Lazy<BoardView?>(() => BoardDrawing.Draw(snapshot, tree, s, silentAfter))).Value;
    }

    /// <summary>All screens are told of a change at the same moment: one of them makes room for its views.</summary>
    private Drawn ViewsOf(BoardSnapshot snapshot, UnitTree tree)
    {
        lock (gate)
        {
            var views = drawn;
            if (!ReferenceEquals(views.Snapshot, snapshot) || !ReferenceEquals(views.Tree, tree))
                drawn = views = new Drawn(snapshot, tree, ReferenceEquals(views.Tree, tree) && views.Snapshot?.Today == snapshot.Today ? views.Units : List(tree, snapshot.Today));
            return views;
        }
    }

    /// <summary>The view of the scope as it was drawn last; a page begins with it rather than with nothing.</summary>
    public BoardView? Last(Scope scope) => drawn.ByScope.TryGetValue(scope, out var view) ? view.Value : null;

    /// <summary>The units that can be chosen as scope, in the order of the tree; the same list until the tree changes.</summary>
    public IReadOnlyList<(string Key, string Name, int Depth)> Units => drawn.Units;

    private static List<(string, string, int)> List(UnitTree tree, DateOnly day)
    {
        var listed = new List<(string, string, int)>();
        Under(null, 0);
        return listed;

        void Under(int? parent, int depth)
        {
            foreach (var id in tree.ChildrenOn(parent, day))
            {
                listed.Add((tree.Units[id].Key, tree.NameOf(id, day), depth));
                Under(id, depth + 1);
            }
        }
    }

    /// <summary>The views of one snapshot.</summary>
    private sealed class Drawn(BoardSnapshot? snapshot, UnitTree? tree, IReadOnlyList<(string Key, string Name, int Depth)> units)
    {
        public BoardSnapshot? Snapshot { get; } = snapshot;

        public UnitTree? Tree { get; } = tree;

        public IReadOnlyList<(string Key, string Name, int Depth)> Units { get; } = units;

        public ConcurrentDictionary<Scope, Lazy<BoardView?>> ByScope { get; } = new();
    }
}
