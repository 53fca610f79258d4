namespace Command.Units;

/// <summary>Local days, both inclusive, over which a subtree owned the same pages.</summary>
public sealed record PageSpan(DateOnly From, DateOnly To, IReadOnlySet<int> Pages);
