namespace Command.Data;

/// <summary>
/// One line of the audit log. Lines are numbered without gaps and each carries the digest of the one before, so a line
/// that is changed, removed or put in breaks the chain; see <c>People/AuditLog</c>.
/// </summary>
public sealed class AuditRecord
{
    /// <summary>1, 2, 3, …</summary>
    public long Number { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The person's user name, or <c>system</c>.</summary>
    public required string Actor { get; set; }

    /// <summary>What was done: a word of ours such as <c>world.loaded</c>.</summary>
    public required string Action { get; set; }

    /// <summary>To what: a key, a number.</summary>
    public string? Subject { get; set; }

    /// <summary>The address it was done from.</summary>
    public string? Origin { get; set; }

    /// <summary>What held before; never a resident's words.</summary>
    public string? Before { get; set; }

    public string? After { get; set; }

    /// <summary>32 bytes, keyed.</summary>
    public required byte[] Digest { get; set; }
}
