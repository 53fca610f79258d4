namespace Command.Units;

/// <summary>How much of a unit's figures of some days counts for another unit's subtree in the order of a later day.</summary>
/// <param name="Share">0 … 1: what counts and may be compared.</param>
/// <param name="IsRestated">A succession lies between, and the figures counted for another unit or for only a part of this one.</param>
/// <param name="Beside">The rest: with which predecessor it stays, not comparable, although some of it may belong here.</param>
public sealed record Placement(double Share, bool IsRestated, IReadOnlyList<(int UnitId, double Share)> Beside)
{
    public static readonly Placement Nowhere = new(0, false, []);

    public static readonly Placement Whole = new(1, false, []);

    /// <summary>A succession lies between, whether or not its shares are known.</summary>
    public bool IsTouched => IsRestated || Beside.Count > 0;

    public bool Equals(Placement? other) =>
        other is not null && (Share, IsRestated) == (other.Share, other.IsRestated) && Beside.SequenceEqual(other.Beside);

    public override int GetHashCode() => HashCode.Combine(Share, IsRestated, Beside.Count);
}
