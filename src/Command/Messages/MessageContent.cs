using Command.Data;

namespace Command.Messages;

/// <summary>What rules look at in a message.</summary>
public readonly record struct MessageContent(string? Text, Attachments Attachments = Attachments.None);
