using Command.Data;

namespace Command.Boards.Queue;

/// <summary>The address of the queue with what is asked of it.</summary>
public static class QueueAddress
{
    /// <param name="unit">Key of a unit, with all under it; null: all in sight.</param>
    /// <param name="page">Key of one page.</param>
    public static string Of(string? unit = null, string? page = null, MessageKind? kind = null, bool isOverdue = false)
    {
        (string Name, string? Value)[] parts = [("unit", unit), ("page", page), ("kind", kind?.ToString()), ("overdue", isOverdue ? "1" : null)];
        var query = string.Join('&', parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
        return query.Length == 0 ? "/messages" : $"/messages?{query}";
    }
}
