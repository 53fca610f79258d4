namespace Command.Data;

/// <summary>
/// When a kind of alert is raised for a unit and all under it, from a local day until the next rule of the same unit.
/// Parameters that the kind does not know are null.
/// </summary>
public sealed class AlertRule
{
    public int Id { get; set; }

    public AlertKind Kind { get; set; }

    /// <summary>Null: every unit.</summary>
    public int? UnitId { get; set; }

    public DateOnly From { get; set; }

    public bool IsEnabled { get; set; }

    public bool Sounds { get; set; }

    /// <summary>Stays on the screens until somebody acknowledges it, though its cause has ended.</summary>
    public bool MustAcknowledge { get; set; }

    /// <summary>Fewer cases raise nothing: overdue, spike.</summary>
    public int? Least { get; set; }

    /// <summary>So many more since it was acknowledged raise it again: overdue.</summary>
    public int? Again { get; set; }

    /// <summary>Hours that are compared, the current one included: spike.</summary>
    public int? Hours { get; set; }

    /// <summary>Standard deviations beyond the usual: spike.</summary>
    public double? Deviations { get; set; }
}
