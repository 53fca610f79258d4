using Command.Data;

namespace Command.Messages;

/// <summary>Which conversations of the queue are asked for.</summary>
/// <param name="UnitId">The unit and all under it; null: all in sight.</param>
/// <param name="Mine">Those that the asker took, and those that came to him overdue.</param>
/// <param name="After">Continue behind this line.</param>
/// <param name="PageId">This page alone.</param>
public sealed record QueueFilter(int? UnitId = null, MessageKind? Kind = null, bool Mine = false, bool Overdue = false, QueueMark? After = null, int? PageId = null);

/// <summary>A place in the queue.</summary>
public readonly record struct QueueMark(DateTimeOffset Since, long ConversationId);

/// <summary>A conversation that waits. It holds nobody's words.</summary>
/// <param name="Kind">What a person decided, else the most pressing that the rules proposed.</param>
/// <param name="IsDecided">By a person.</param>
/// <param name="Version">To act on what was seen.</param>
/// <param name="MayWork">The asker may act on it and look at its words.</param>
public sealed record QueueLine(
    long ConversationId,
    int PageId,
    string PageName,
    Platform Platform,
    int UnitId,
    string UnitName,
    DateTimeOffset Since,
    DateTimeOffset DueAt,
    MessageKind Kind,
    bool IsDecided,
    int? HandlerId,
    string? HandlerName,
    Stage Stage,
    int? OfficerId,
    string? OfficerName,
    int Version,
    bool MayWork)
{
    public QueueMark Mark => new(Since, ConversationId);
}

/// <summary>A page of the queue, oldest first.</summary>
/// <param name="Waiting">In all that the filter's unit has, whatever their kind.</param>
public sealed record QueuePage(IReadOnlyList<QueueLine> Lines, bool HasMore, int Waiting, DateTimeOffset At)
{
    public QueueMark? Next => HasMore ? Lines[^1].Mark : null;
}
