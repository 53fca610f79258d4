using System.Collections.Concurrent;
using Command.Live;
using Command.People;
using Command.Units;

namespace Command.Boards;

/// <summary>What a board asks: the view of a scope, drawn once per snapshot however many screens show it.</summary>
public sealed class BoardQuery(LiveBoard live, UnitRegistry units, IConfiguration configuration)
{
    private readonly TimeSpan silentAfter = Silence.From(configuration).Otherwise;
    private readonly Lock gate = new();
    private volatile Drawn drawn = new(null, null, []);

    /// <summary>Since when the store could not be read; null while it can.</summary>
    public DateTimeOffset? StaleSince => live.StaleSince;

    /// <summary>When the store was last known to hold nothing newer than what is shown.</summary>
    public DateTimeOffset? CheckedAt => live.CheckedAt;

    /// <summary>Calls back from a thread of the pool when something may have changed.</summary>
    public IDisposable Subscribe(Func<Task> changed) => live.Subscribe(changed);

    /// <returns>Null when nothing was read yet, or the scope names what is not there or not in the asker's sight.</returns>
    public async Task<BoardView?> ViewAsync(Asker asker, Scope scope, CancellationToken cancellation)
    {
        if (await live.CurrentAsync(cancellation) is not { } snapshot)
            return null;
        var tree = await units.TreeAsync(cancellation);
        return ViewsOf(snapshot, tree).View(asker, scope, s => BoardDrawing.Draw(snapshot, tree, s, silentAfter));
    }

    /// <summary>The scope is there, but not for this asker: for the sentence that a page says.</summary>
    public bool IsOutOfSight(Asker asker, Scope scope) => drawn is { Tree: { } tree, Snapshot: { } snapshot } && ScopeSight.IsOutOfSight(Sight.Of(asker, tree, snapshot.Today), tree, scope, snapshot.Today);

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
    public BoardView? Last(Asker asker, Scope scope) => drawn.View(asker, scope, null);

    /// <summary>The units that the asker can choose as scope, in the order of the tree; the same list until the tree changes.</summary>
    public IReadOnlyList<(string Key, string Name, int Depth)> UnitsOf(Asker asker) => drawn.UnitsOf(asker);

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

    /// <summary>The views of one snapshot, each drawn once; what an asker may not see of one is left out of his copy.</summary>
    private sealed class Drawn(BoardSnapshot? snapshot, UnitTree? tree, IReadOnlyList<(string Key, string Name, int Depth)> units)
    {
        private readonly ConcurrentDictionary<Scope, Lazy<BoardView?>> whole = new();
        private readonly ConcurrentDictionary<(Scope Scope, int? Root, bool Records), Lazy<BoardView?>> cut = new();
        private readonly ConcurrentDictionary<int, IReadOnlyList<(string, string, int)>> unitsByRoot = new();

        public BoardSnapshot? Snapshot { get; } = snapshot;

        public UnitTree? Tree { get; } = tree;

        public IReadOnlyList<(string Key, string Name, int Depth)> Units { get; } = units;

        /// <param name="draw">Null: only what was drawn already.</param>
        public BoardView? View(Asker asker, Scope asked, Func<Scope, BoardView?>? draw)
        {
            if (Tree is null || Snapshot is null)
                return null;
            var sight = Sight.Of(asker, Tree, Snapshot.Today);
            if (ScopeSight.Resolve(sight, Tree, asked, Snapshot.Today) is not { } scope)
                return null;
            var key = (scope, sight.RootUnitId, sight.SeesSingles);
            if (draw is null)
                return cut.TryGetValue(key, out var view) ? view.Value : null;
            return cut.GetOrAdd(key, k => new(() => whole.GetOrAdd(k.Scope, s => new(() => draw(s))).Value is { } view ? ScopeSight.Cut(sight, Tree, view) : null)).Value;
        }

        public IReadOnlyList<(string Key, string Name, int Depth)> UnitsOf(Asker asker) =>
            Tree is null || Snapshot is null || asker.UnitId is not { } root ? Units : unitsByRoot.GetOrAdd(root, _ => ScopeSight.Under(Tree, root, Units));
    }
}
