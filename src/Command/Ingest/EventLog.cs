namespace Command.Ingest;

/// <summary>The store cannot take an event now: the door answers 503 and the platform sends again.</summary>
public sealed class StoreBusyException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Durable, once, counted: the second hop of a number.</summary>
public sealed class EventLog
{
    /// <summary>Completes when every element is committed; an element that stands already is passed over.</summary>
    /// <exception cref="StoreBusyException">Nothing of this request is promised.</exception>
    public Task Append(IReadOnlyList<SealedEvent> events, IReadOnlyList<SealedUnusable> unusable, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
