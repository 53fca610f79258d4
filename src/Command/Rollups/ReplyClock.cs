namespace Command.Rollups;

/// <summary>A message of a resident or a reply by a person, in one conversation.</summary>
public readonly record struct Turn(DateTimeOffset At, bool IsReply);

/// <summary>From the first message that nobody had answered to the reply that answered it; null: still waiting.</summary>
public readonly record struct Wait(DateTimeOffset Since, DateTimeOffset? RepliedAt);

/// <summary>
/// The reply clock. Each reply ends the wait that began with the earliest message since the reply before it. So the
/// waits are a function of the set of turns: the order in which the turns became known does not matter.
/// </summary>
public static class ReplyClock
{
    /// <summary>The waits of these turns, oldest first; a message and a reply of the same instant: the reply answers.</summary>
    public static IReadOnlyList<Wait> Waits(IEnumerable<Turn> turns)
    {
        var waits = new List<Wait>();
        DateTimeOffset? since = null;
        foreach (var turn in turns.OrderBy(t => t.At).ThenBy(t => t.IsReply))
        {
            if (!turn.IsReply)
            {
                since ??= turn.At;
            }
            else if (since is { } began)
            {
                waits.Add(new Wait(began, turn.At));
                since = null;
            }
        }

        if (since is { } open)
            waits.Add(new Wait(open, null));
        return waits;
    }
}
