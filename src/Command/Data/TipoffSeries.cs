namespace Command.Data;

/// <summary>The last number given in a series, such as TB-2026.</summary>
public sealed class TipoffSeries
{
    public required string Series { get; set; }

    public int Last { get; set; }
}
