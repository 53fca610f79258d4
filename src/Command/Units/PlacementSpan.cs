namespace Command.Units;

/// <summary>Local days, both inclusive, on which each unit counts for a subtree in the same way. Units that do not are absent.</summary>
public sealed record PlacementSpan(DateOnly From, DateOnly To, IReadOnlyDictionary<int, Placement> Units);
