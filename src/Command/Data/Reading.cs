namespace Command.Data;

/// <summary>Who says so.</summary>
public enum ReadingSource : byte
{
    Webhook = 1,
    Api = 2,

    /// <summary>Entered by a person or taken from a document; never added to collected figures.</summary>
    Declared = 3,
}

/// <summary>How exact a value is: printed as "khoảng", "hơn", "gần".</summary>
public enum Precision : byte
{
    Exact = 0,
    About = 1,
    AtLeast = 2,
    AtMost = 3,
}

/// <summary>
/// A value of a page or of a unit, at an instant (<see cref="At"/>) or over a range of local days
/// (<see cref="FromDay"/> … <see cref="ToDay"/>, inclusive). Unknown is absent, never zero.
/// </summary>
public sealed class Reading
{
    public long Id { get; set; }

    public int? PageId { get; set; }

    public int? UnitId { get; set; }

    /// <summary><c>Metric.Id</c>.</summary>
    public short Metric { get; set; }

    public DateTimeOffset? At { get; set; }

    public DateOnly? FromDay { get; set; }

    public DateOnly? ToDay { get; set; }

    public double Value { get; set; }

    public ReadingSource Source { get; set; }

    public Precision Precision { get; set; }

    /// <summary>Version of the platform's definition of the metric, when it has one.</summary>
    public short DefinitionVersion { get; set; }

    /// <summary>The document that a declared value was taken from.</summary>
    public string? Document { get; set; }
}
