namespace Command.Data;

/// <summary>A platform's key or our own, protected by the key ring, which is kept outside the database.</summary>
public sealed class Secret
{
    public required string Name { get; set; }

    public required byte[] Protected { get; set; }
}

/// <summary>A world that was loaded; its relative times count from here, however often it is loaded again.</summary>
public sealed class WorldLoad
{
    public required string Name { get; set; }

    public DateTimeOffset FirstLoadedAt { get; set; }
}
