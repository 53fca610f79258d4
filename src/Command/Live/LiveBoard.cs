namespace Command.Live;

/// <summary>
/// The third hop of a number: "something changed for these pages", at most every 100 ms. Screens subscribe and draw
/// from <see cref="Current"/>, one shared snapshot that is read once per change however many screens look at it.
/// </summary>
public sealed class LiveBoard
{
    /// <summary>The last snapshot; null until the first one was read.</summary>
    public BoardSnapshot? Current { get; private set; }

    /// <summary>Since when the store could not be read; null while it can.</summary>
    public DateTimeOffset? StaleSince { get; private set; }

    /// <summary>
    /// Calls back after each new snapshot and when <see cref="StaleSince"/> changes, from a thread of the pool.
    /// Dispose to stop. A callback that throws is its own screen's concern: the others are still called.
    /// </summary>
    public IDisposable Subscribe(Func<Task> changed) => throw new NotSupportedException();
}
