namespace Command.People;

/// <summary>What a line of the log may tell besides names and numbers. The names are stored: never give one another meaning.</summary>
public enum AuditFact
{
    // To what it was done.
    Conversation,
    Alert,
    Version,
    Review,
    Part,
    Job,
    Appeal,
    Period,
    PeerGroup,
    Metric,

    /// <summary>By its key; <see cref="AuditFacts.All"/>: every unit.</summary>
    Unit,

    /// <summary>By its id; <see cref="AuditFacts.All"/>: every unit.</summary>
    UnitId,

    // What holds.
    State,
    Verdict,
    MessageKind,
    CloseReason,
    Agreed,
    DisplayName,
    Role,
    MayConfirm,
    ConfirmsFor,
    Officer,
    Vacant,
    Deadline,
    Amount,
    Measure,
    Minutes,
    TargetMeasure,
    Day,
    IsWorked,
    StartDay,
    MonthBefore,
    AlertKind,
    IsEnabled,
    Sounds,
    MustAcknowledge,
    Least,
    Again,
    Hours,
    Deviations,
    Annotation,
    Weight,
    Value,
    Open,
    Digest,
    File,
    FileType,
    Language,
    Bytes,
    Rows,

    /// <summary>First and last day for which it holds.</summary>
    From,
    To,

    /// <summary>What a person wrote.</summary>
    Note,
    For,
    Why,
}
