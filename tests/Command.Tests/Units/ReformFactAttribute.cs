namespace Command.Tests.Units;

/// <summary>Runs where <c>COMMAND_UNITS_DATA</c> names a folder with the official units and successions; shown as skipped, with the reason, where not.</summary>
public sealed class ReformFactAttribute : FactAttribute
{
    public static readonly string? Folder = Environment.GetEnvironmentVariable("COMMAND_UNITS_DATA");

    public ReformFactAttribute()
    {
        if (string.IsNullOrEmpty(Folder))
            Skip = "COMMAND_UNITS_DATA names no folder with successions-2025.csv.";
        else if (!File.Exists(Path.Combine(Folder, "successions-2025.csv")))
            Skip = $"There is no successions-2025.csv in {Folder}.";
    }
}
