using Command.Data;

namespace Command.Rollups;

/// <summary>A message of a resident, a reply by a person, or a person's decision that none is needed, in one conversation.</summary>
public readonly record struct Turn(DateTimeOffset At, bool IsReply, bool IsClosing = false)
{
    public bool EndsWait => IsReply || IsClosing;

    /// <summary>Of a message: what the rules proposed.</summary>
    public MessageKind Proposed { get; init; }

    /// <summary>Of a message: what a person decided, if one did.</summary>
    public MessageKind? Decided { get; init; }

    /// <summary>Null for an event that is no turn.</summary>
    public static Turn? Of(EventKind kind, DateTimeOffset at, MessageKind proposed, MessageKind? decided = null) => kind switch
    {
        EventKind.Message => new Turn(at, IsReply: false) { Proposed = proposed, Decided = decided },
        EventKind.Reply => new Turn(at, IsReply: true),
        EventKind.ClosedWithoutReply => new Turn(at, IsReply: false, IsClosing: true),
        _ => null,
    };
}

/// <summary>From the first message that nobody had answered to the reply that answered it, or to its closing without one.</summary>
/// <param name="Kind">What it is about: as a person decided last, else the most pressing that the rules proposed. Its target hangs on it.</param>
public readonly record struct Wait(DateTimeOffset Since, DateTimeOffset? RepliedAt, DateTimeOffset? ClosedAt = null, MessageKind Kind = MessageKind.Unclassified)
{
    /// <summary>Null: still waiting.</summary>
    public DateTimeOffset? EndedAt => RepliedAt ?? ClosedAt;
}

/// <summary>
/// The reply clock. Each reply or closing ends the wait that began with the earliest message since the one before it. So
/// the waits are a function of the set of turns: the order in which the turns became known does not matter.
/// </summary>
public static class ReplyClock
{
    /// <summary>The waits of these turns, oldest first; a message and a reply of the same instant: the reply answers.</summary>
    public static IReadOnlyList<Wait> Waits(IEnumerable<Turn> turns)
    {
        var waits = new List<Wait>();
        DateTimeOffset? since = null;
        var proposed = MessageKind.Unclassified;
        MessageKind? decided = null;
        foreach (var turn in turns.OrderBy(t => t.At).ThenBy(t => t.EndsWait).ThenBy(t => t.IsClosing))
        {
            if (!turn.EndsWait)
            {
                since ??= turn.At;
                (proposed, decided) = (Pressing.Of(proposed, turn.Proposed), turn.Decided ?? decided);
            }
            else if (since is { } began)
            {
                waits.Add(turn.IsReply ? new Wait(began, turn.At, null, decided ?? proposed) : new Wait(began, null, turn.At, decided ?? proposed));
                (since, proposed, decided) = (null, MessageKind.Unclassified, null);
            }
        }

        if (since is { } open)
            waits.Add(new Wait(open, null, null, decided ?? proposed));
        return waits;
    }
}
