using Command.Data;

namespace Command.Messages;

/// <summary>A line of a conversation. Words are inert; null when there are none, or they expired.</summary>
/// <param name="Files">What came beside the words; the names are a stranger's.</param>
/// <param name="Proposal">What the rules in force say of it; null for what no resident wrote.</param>
/// <param name="Kind">What counts: a person's decision, else what was proposed when it came.</param>
public sealed record ConversationTurn(EventKind Event, string Name, DateTimeOffset At, string? Words, IReadOnlyList<SentFile> Files, MessageKind Kind, Proposal? Proposal);

/// <summary>A conversation with its words, as it was looked at.</summary>
public sealed record ConversationWords(IReadOnlyList<ConversationTurn> Turns, bool HasMore);

/// <summary>What a tip-off is made of.</summary>
/// <param name="Place">Where the resident said that he is, when he sent it.</param>
/// <param name="Once">The same matter gives the same: a second click makes no second tip-off.</param>
public sealed record TipoffSeed(string Once, long ConversationId, int PageId, int UnitId, DateTimeOffset ReceivedAt, string? Words, string? Place, IReadOnlyList<SentFile> Files);
