using Command.Data;

namespace Command.Rollups;

/// <summary>Which of several kinds a conversation is shown as: a missed report costs most.</summary>
public static class Pressing
{
    private static readonly MessageKind[] order =
    [
        MessageKind.Unclassified, MessageKind.Other, MessageKind.Praise, MessageKind.Feedback, MessageKind.Criticism, MessageKind.Procedure, MessageKind.TipOff,
    ];

    public static MessageKind Of(MessageKind a, MessageKind b) => Array.IndexOf(order, a) >= Array.IndexOf(order, b) ? a : b;

    /// <summary>Unclassified when there are none.</summary>
    public static MessageKind Most(IEnumerable<MessageKind> kinds) => order[kinds.Max(kind => (int?)Array.IndexOf(order, kind)) ?? 0];
}
