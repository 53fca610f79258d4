namespace Command.Tests.Units;

/// <summary>Numbers that are the same for a seed on every machine.</summary>
internal sealed class Draw(uint seed)
{
    private uint state = seed * 2654435769;

    public int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return (int)(state % (uint)limit);
    }

    public double Share() => Below(1_000_000) / 1e6;
}
