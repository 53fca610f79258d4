namespace Command.Data;

/// <summary>How a tip-off reached the unit. The numbers of all lists here are stored: never reuse one.</summary>
public enum TipoffSource : byte
{
    Page = 1,
    Phone = 2,
    InPerson = 3,
    Other = 4,
}

public enum TipoffCategory : byte
{
    Theft = 1,
    Robbery = 2,
    Fraud = 3,
    Drugs = 4,
    Gambling = 5,
    Violence = 6,
    PublicDisorder = 7,
    Traffic = 8,
    FireSafety = 9,
    Residence = 10,
    OnlineCrime = 11,
    MissingPerson = 12,
    WantedPerson = 13,
    LostProperty = 14,
    Other = 100,
}

public enum Urgency : byte
{
    Normal = 1,
    Urgent = 2,
}

/// <summary>Where a tip-off stands in its workflow; see <c>Tipoffs/StepRules</c> for what leads where.</summary>
public enum TipoffState : byte
{
    Received = 1,
    Verifying = 2,

    /// <summary>Sent back by the second person: to be verified and assessed again.</summary>
    Returned = 3,
    Assessed = 4,

    /// <summary>A second person agreed.</summary>
    Confirmed = 5,
    Closed = 6,
}

/// <summary>What the unit found a tip-off to be.</summary>
public enum Verdict : byte
{
    Valuable = 1,
    NotValuable = 2,
    False = 3,
    Duplicate = 4,
    Spam = 5,
}

/// <summary>Whether chance has chosen an assessment that needs no confirmation for a second look, and what that found.</summary>
public enum Recheck : byte
{
    None = 0,
    Due = 1,
    Agreed = 2,
}

/// <summary>
/// A report on security and order. It is credited to exactly one unit for ever. Holds no resident's words: those stand
/// in <see cref="TipoffWords"/> and expire alone.
/// </summary>
public sealed class Tipoff
{
    public long Id { get; set; }

    /// <summary>TB-2026-000123: as people and links name it.</summary>
    public required string Number { get; set; }

    /// <summary>What it was entered as: the same entry sent twice stands once.</summary>
    public required string OnceKey { get; set; }

    public TipoffSource Source { get; set; }

    public int? PageId { get; set; }

    /// <summary>The one unit that it counts for.</summary>
    public int CreditedUnitId { get; set; }

    public long? ConversationId { get; set; }

    public TipoffCategory Category { get; set; }

    public Urgency Urgency { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>The local day of <see cref="ReceivedAt"/>: the one that it counts in.</summary>
    public DateOnly Day { get; set; }

    /// <summary>0: nobody, a world file.</summary>
    public int EnteredBy { get; set; }

    /// <summary>To be taken or passed on until then.</summary>
    public DateTimeOffset PassOnDue { get; set; }

    /// <summary>To be assessed until then; moved by extensions, and by the time that a confirmation took.</summary>
    public DateTimeOffset DecideDue { get; set; }

    /// <summary>The next limit for the unit; null while its clock stands: it has assessed.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public byte Extensions { get; set; }

    public TipoffState State { get; set; }

    public Verdict? Verdict { get; set; }

    public long? DuplicateOfId { get; set; }

    public DateTimeOffset? AssessedAt { get; set; }

    public int? AssessedBy { get; set; }

    /// <summary>The unit of whoever assessed; null also for a person of the whole tree.</summary>
    public int? AssessedUnitId { get; set; }

    /// <summary>Put up to a second person since; null when nothing waits for one.</summary>
    public DateTimeOffset? AwaitingSince { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    public int? ConfirmedBy { get; set; }

    /// <summary>Confirmed by another person of the assessing unit itself, since no other unit exists.</summary>
    public bool ConfirmedInternally { get; set; }

    public Recheck Recheck { get; set; }

    /// <summary>1, 2, 3, …: the number of the last step. Whoever acts names the one that he saw.</summary>
    public int Version { get; set; }

    public Tipoff Copy() => (Tipoff)MemberwiseClone();
}
