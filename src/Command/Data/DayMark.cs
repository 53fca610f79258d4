namespace Command.Data;

/// <summary>How far something has got that goes on day by day; a mark only moves forward.</summary>
public sealed class DayMark
{
    /// <summary>The last local day that is contained in the month sums.</summary>
    public const string SummedThrough = "summed-through";

    /// <summary>The first local day whose events are all kept.</summary>
    public const string EventsFrom = "events-from";

    public required string Name { get; set; }

    public DateOnly Day { get; set; }
}
