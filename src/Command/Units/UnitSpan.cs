namespace Command.Units;

/// <summary>Local days, both inclusive, over which the same units stood below one.</summary>
public sealed record UnitSpan(DateOnly From, DateOnly To, IReadOnlySet<int> Units);
