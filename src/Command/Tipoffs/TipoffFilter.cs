using Command.Data;

namespace Command.Tipoffs;

/// <summary>Which tip-offs a list shows.</summary>
public enum TipoffShow
{
    /// <summary>The unit must act: received, verifying or returned.</summary>
    Waiting,
    Received,
    Verifying,
    Returned,

    /// <summary>Put up to a second person.</summary>
    Awaiting,

    /// <summary>Not decided: waiting or awaiting.</summary>
    Pending,
    Valuable,
    NotValuable,
    False,
    Duplicate,
    Spam,
    Closed,

    /// <summary>The N of the ratio: all but confirmed duplicates and spam.</summary>
    Counted,
    All,
}

/// <summary>What a reader asks of the list; a value of the page's address each.</summary>
public sealed record TipoffFilter
{
    public const int PageSize = 50;

    /// <summary>Stands for a key: came by phone or in person.</summary>
    public const string NoPage = "-";

    public string? UnitKey { get; init; }

    /// <summary>The one unit that is credited, without those below it.</summary>
    public string? CreditedUnitKey { get; init; }

    public TipoffShow Show { get; init; }

    public TipoffCategory? Category { get; init; }

    public Urgency? Urgency { get; init; }

    public TipoffSource? Source { get; init; }

    /// <summary>Key of the page they came by, or <see cref="NoPage"/>.</summary>
    public string? PageKey { get; init; }

    public Platform? Platform { get; init; }

    public bool IsOverdue { get; init; }

    /// <summary>First local day of the receipt.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last local day, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>1, 2, 3, …</summary>
    public int Page { get; init; } = 1;

    /// <summary>What waits is shown oldest first; what is done, newest first.</summary>
    public bool IsOldestFirst => IsOverdue || Show is TipoffShow.Waiting or TipoffShow.Received or TipoffShow.Verifying or TipoffShow.Returned or TipoffShow.Awaiting or TipoffShow.Pending;
}
