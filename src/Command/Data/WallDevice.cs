namespace Command.Data;

/// <summary>A screen in a room: first a code that waits to be confirmed, then a device with one scope until it is revoked.</summary>
public sealed class WallDevice
{
    public int Id { get; set; }

    /// <summary>SHA-256 of the secret that the device keeps; the secret itself is nowhere else.</summary>
    public required byte[] SecretHash { get; set; }

    /// <summary>Shown on the screen; null once confirmed.</summary>
    public string? Code { get; set; }

    /// <summary>The code is worthless from then on.</summary>
    public DateTimeOffset CodeExpiresAt { get; set; }

    public string? Name { get; set; }

    /// <summary>Null: the whole tree.</summary>
    public int? UnitId { get; set; }

    public DateTimeOffset? PairedAt { get; set; }

    public int? PairedById { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }
}
