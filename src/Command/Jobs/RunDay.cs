namespace Command.Jobs;

/// <summary>How the runs of one local day ended; what was stopped counts in neither, and each try of a failed run counts.</summary>
public sealed record RunDay(DateOnly Day, int Succeeded, int Failed);
