namespace Command.Data;

/// <summary>What a unit is. A police unit is not an administrative unit: departments and teams have pages too.</summary>
public enum UnitKind : byte
{
    City = 1,
    Province = 2,
    Department = 3,
    District = 4,
    Ward = 5,
    Commune = 6,
    Team = 7,

    /// <summary>Outside the police; never ranked.</summary>
    Partner = 8,
}

/// <summary>One unit for ever. Everything that can change about it is dated in <see cref="UnitVersion"/>.</summary>
public sealed class Unit
{
    public int Id { get; set; }

    /// <summary>The identity that worlds, links and scripts use. An official code is not one: codes are reused.</summary>
    public required string Key { get; set; }
}

/// <summary>What holds of a unit from a local day on, until its next version or its last day.</summary>
public sealed class UnitVersion
{
    public int Id { get; set; }

    public int UnitId { get; set; }

    /// <summary>First local day; <see cref="DateOnly.MinValue"/> when nobody knows a beginning.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last local day, inclusive; null while it goes on.</summary>
    public DateOnly? To { get; set; }

    public required string Code { get; set; }

    public required string Name { get; set; }

    public UnitKind Kind { get; set; }

    public int? ParentId { get; set; }

    /// <summary>Units with the same peer group are compared with each other.</summary>
    public string? PeerGroup { get; set; }
}

/// <summary>Residents of a unit from a local day on.</summary>
public sealed class UnitResidents
{
    public int UnitId { get; set; }

    public DateOnly From { get; set; }

    public long Count { get; set; }
}

/// <summary>A unit that passed, wholly or in part, into another on a day. Mergers are many to many.</summary>
public sealed class Succession
{
    public int FromUnitId { get; set; }

    public int ToUnitId { get; set; }

    /// <summary>First local day of the new order.</summary>
    public DateOnly On { get; set; }

    /// <summary>Part of the predecessor that went to this successor, 0 … 1; null when nobody knows.</summary>
    public double? Share { get; set; }
}
