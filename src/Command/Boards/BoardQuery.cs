using Command.Live;

namespace Command.Boards;

/// <summary>What screens ask: the view of a scope, and to be told when it may have changed.</summary>
public sealed class BoardQuery(LiveBoard live)
{
    /// <summary>Since when the store could not be read; null while it can.</summary>
    public DateTimeOffset? StaleSince => live.StaleSince;

    /// <summary>The units that can be chosen as scope, in the order of the tree.</summary>
    public IReadOnlyList<(string Key, string Name, int Depth)> Units => [];

    /// <summary>Null until the first snapshot was read, and for a scope that is not there.</summary>
    public Task<BoardView?> ViewAsync(Scope scope, CancellationToken cancellation) => Task.FromResult<BoardView?>(null);

    public IDisposable Subscribe(Func<Task> changed) => live.Subscribe(changed);
}
