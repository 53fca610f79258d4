namespace Command.Units;

/// <summary>The dated tree, immutable and pure.</summary>
public sealed class UnitTree
{
}
