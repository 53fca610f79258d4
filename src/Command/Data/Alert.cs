namespace Command.Data;

/// <summary>What an alert warns of. The numbers are stored: never reuse one.</summary>
public enum AlertKind : byte
{
    UrgentTipoff = 1,

    /// <summary>Messages beyond their target, tip-offs beyond their limit.</summary>
    Overdue = 2,

    /// <summary>A page that used to be heard of.</summary>
    SilentPage = 3,

    /// <summary>More messages than chance explains.</summary>
    Spike = 4,

    /// <summary>Sums that do not say what their records say.</summary>
    Drift = 5,

    /// <summary>A job that fails, or has not succeeded in its time.</summary>
    Job = 6,
}

/// <summary>
/// A warning that stays on every entitled screen until somebody acknowledges it by name. It says what is the matter by
/// a text's key and figures, and holds no resident's words, names or ids.
/// </summary>
public sealed class Alert
{
    public const int NumberLetters = 30;

    /// <summary>Between the names of jobs in <see cref="Number"/>.</summary>
    public const char NameSeparator = ' ';

    public long Id { get; set; }

    public AlertKind Kind { get; set; }

    /// <summary>Null: it belongs to no unit, such as a page that nobody registered.</summary>
    public int? UnitId { get; set; }

    public int? PageId { get; set; }

    /// <summary>What is said: one of <c>AlertText</c>; the words stand in the texts of the screens.</summary>
    public required string Text { get; set; }

    /// <summary>What makes the alert itself: of one cause at most one is open.</summary>
    public required string Cause { get; set; }

    /// <summary>Path of the page that shows what it is about.</summary>
    public required string Link { get; set; }

    /// <summary>Number of the tip-off, as people name it; of jobs, the names of some.</summary>
    public string? Number { get; set; }

    /// <summary>Cases; of one that was acknowledged, as many as there were then.</summary>
    public long Count { get; set; }

    /// <summary>What would be usual in place of <see cref="Count"/>.</summary>
    public long? Usual { get; set; }

    /// <summary>The hours that <see cref="Count"/> is of.</summary>
    public int? Hours { get; set; }

    /// <summary>Since when a page is silent.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>The local day whose sums drifted.</summary>
    public DateOnly? Day { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    /// <summary>Calls for the tone, where a reader has asked for one.</summary>
    public bool Sounds { get; set; }

    /// <summary>Stays on the screens though its cause has ended.</summary>
    public bool MustAcknowledge { get; set; }

    /// <summary>Null: open, that is the cause stands, or has ended and the alert must still be acknowledged.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>When the cause had ended by itself.</summary>
    public DateTimeOffset? ResolvedAt { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public int? AcknowledgedById { get; set; }

    public string? AcknowledgedBy { get; set; }

    public string? Note { get; set; }

    /// <summary>The fewest cases since it was acknowledged: growth counts from there.</summary>
    public long? FewestSince { get; set; }
}
