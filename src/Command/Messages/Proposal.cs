using Command.Data;

namespace Command.Messages;

/// <summary>What the rules propose that a message is about, for a person to confirm, and why.</summary>
/// <param name="Position">Of the rule that decided; 0 when none did.</param>
/// <param name="Because">The phrase, button or type that decided, as the rule writes it.</param>
public readonly record struct Proposal(MessageKind Kind, int Position, string? Because)
{
    public static readonly Proposal Nothing = new(MessageKind.Unclassified, 0, null);
}
