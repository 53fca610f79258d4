using Command.Data;
using Command.Rollups;

namespace Command.Messages;

/// <summary>An event of a conversation at the desk.</summary>
/// <param name="Decided">Of a message: what a person decided, if one did.</param>
public sealed record DeskTurn(Event Event, MessageKind? Decided)
{
    /// <summary>What counts.</summary>
    public MessageKind Kind => Decided ?? Event.Proposed;

    public static IReadOnlyList<Wait> Waits(IEnumerable<DeskTurn> turns) =>
        ReplyClock.Waits(turns.Select(t => Turn.Of(t.Event.Kind, t.Event.OccurredAt, t.Event.Proposed, t.Decided)!.Value));
}
