namespace Command.Data;

/// <summary>A key for scripts, made on a page: read-only, one scope.</summary>
public sealed class ApiKey
{
    public int Id { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the key; the key itself was shown once.</summary>
    public required byte[] KeyHash { get; set; }

    /// <summary>Null: the whole tree.</summary>
    public int? UnitId { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public int MadeById { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
