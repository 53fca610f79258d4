namespace Command.Data;

/// <summary>A local day that is not what its weekday says: off, or worked in exchange for another.</summary>
public sealed class Holiday
{
    public DateOnly Day { get; set; }

    public bool IsWorked { get; set; }

    public required string Name { get; set; }
}
