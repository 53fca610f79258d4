namespace Command.Data;

/// <summary>Who gets a unit's overdue messages, from a local day until the next one is named.</summary>
public sealed class OfficerInCharge
{
    public int UnitId { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Null: nobody from that day on.</summary>
    public int? PersonId { get; set; }

    public string? Name { get; set; }
}
