namespace Command.Data;

/// <summary>What has a limit. The numbers are stored: never reuse one.</summary>
public enum DeadlineKind : byte
{
    /// <summary>Taken or passed on.</summary>
    PassOn = 1,

    /// <summary>Assessed.</summary>
    Decide = 2,

    /// <summary>Assessed, when the matter is complex; counts from the receipt as well.</summary>
    FirstExtension = 3,

    /// <summary>Added to the limit before, once.</summary>
    SecondExtension = 4,
}

public enum DeadlineMeasure : byte
{
    ClockHours = 1,
    WorkingHours = 2,

    /// <summary>To the end of the last day; one that is no working day gives way to the next that is.</summary>
    Days = 3,
    WorkingDays = 4,

    /// <summary>As days.</summary>
    Months = 5,
}

/// <summary>A limit of time for what was received from one local day to another.</summary>
public sealed class DeadlineRule
{
    public int Id { get; set; }

    public DeadlineKind Kind { get; set; }

    public DateOnly From { get; set; }

    /// <summary>Last local day, inclusive; null while it goes on.</summary>
    public DateOnly? To { get; set; }

    public int Amount { get; set; }

    public DeadlineMeasure Measure { get; set; }
}
