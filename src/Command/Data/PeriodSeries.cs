namespace Command.Data;

/// <summary>
/// A way to cut the year: months that begin on a day of their own, and quarters, half-years and years made of them. The
/// calendar's own has no prefix; the police month runs from the 15th of the month before.
/// </summary>
public sealed class PeriodSeries
{
    public int Id { get; set; }

    /// <summary>What the keys of its periods begin with: "police" for police-2026-03; empty for the calendar's own.</summary>
    public required string Prefix { get; set; }

    public required string Name { get; set; }

    public required string EnglishName { get; set; }

    /// <summary>1 to 28: the day on which its months begin.</summary>
    public int StartDay { get; set; }

    /// <summary>Its March begins in February.</summary>
    public bool StartsMonthBefore { get; set; }
}

/// <summary>A span of days that has a name: a campaign, a conference's own period.</summary>
public sealed class NamedPeriod
{
    public required string Key { get; set; }

    public required string Name { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Its last day.</summary>
    public DateOnly To { get; set; }
}
