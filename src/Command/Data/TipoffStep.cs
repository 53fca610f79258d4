namespace Command.Data;

/// <summary>What somebody did with a tip-off. The numbers are stored: never reuse one.</summary>
public enum StepKind : byte
{
    Enter = 1,
    Take = 2,
    Forward = 3,
    Extend = 4,
    Assess = 5,
    Confirm = 6,
    Return = 7,
    Agree = 8,
    Disagree = 9,
    AddOutcome = 10,
    Close = 11,
}

/// <summary>One step of the trail: who, when, what, why. Rows are only ever added.</summary>
public sealed class TipoffStep
{
    public long TipoffId { get; set; }

    /// <summary>1, 2, 3, … within the tip-off.</summary>
    public int Number { get; set; }

    public StepKind Kind { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>0: nobody, a world file.</summary>
    public int PersonId { get; set; }

    /// <summary>The person's name at the time.</summary>
    public required string Actor { get; set; }

    public int? UnitId { get; set; }

    public TipoffState From { get; set; }

    public TipoffState To { get; set; }

    public Verdict? Verdict { get; set; }

    public string? Why { get; set; }

    /// <summary>What the step names: the number of the original, the key of a unit, outcomes.</summary>
    public string? Detail { get; set; }
}
