using Command.Comparable;
using Command.Data;
using Command.Periods;
using Command.Rollups;

namespace Command.Boards.Compare;

/// <summary>One point of a line.</summary>
/// <param name="Figure">Null: unknown, which is not zero.</param>
/// <param name="IsPart">Some of its days are unknown or still to come.</param>
public sealed record ComparedPoint(Bucket Days, Figure? Figure, bool IsPart);

/// <summary>What stays with a predecessor, in the same buckets; compared with nothing.</summary>
/// <param name="Until">Of a level: the last day on which it stood there.</param>
public sealed record BesideLine(string Name, IReadOnlyList<Figure?> Figures, Figure Total, DateOnly? Until = null);

/// <summary>The peer group of a unit: of counts and levels the average over its units that are known, of ratios and medians all of it together.</summary>
/// <param name="Known">Of how many of its units anything is known in the period.</param>
/// <param name="IsOwn">All its units stand below the asker's, so that it may be taken apart.</param>
public sealed record GroupLine(string Name, int Units, IReadOnlyList<Figure?> Figures, Figure? Total, int Known, bool IsOwn)
{
    /// <summary>The same for each point.</summary>
    public IReadOnlyList<int> KnownAt { get; init; } = [];

    /// <summary>Known days of all its units together; null: some of it is told of whole ranges only.</summary>
    public double? Days { get; init; }
}

/// <summary>What a reader must know of a line, in kinds that a page phrases.</summary>
public enum RemarkKind
{
    /// <summary>Names: predecessors whose figures were restated into this one.</summary>
    RestatedFrom,

    /// <summary>Names: those into which this unit has passed.</summary>
    PassedInto,

    /// <summary>Names: as it was called at the beginning.</summary>
    WasCalled,

    /// <summary>Names: the parent that has ended, and whom the unit stands under since.</summary>
    ParentEnded,

    /// <summary>The days begin before the record.</summary>
    BeginsLater,

    /// <summary>Days: ranges that a platform tells, across the edge of the period or a day of reform, and that are not summed.</summary>
    NotSummed,

    /// <summary>A platform's own ranges are laid otherwise than the steps: each stands where it ends.</summary>
    OwnRanges,

    /// <summary>Names: how many pages had no reading of a level yet, of how many; until that day it is unknown.</summary>
    PagesUnread,

    /// <summary>Days: ranges longer than a step, which count in the whole period only.</summary>
    LongRanges,
}

/// <param name="Day">From this day on; null where it does not matter.</param>
public sealed record Remark(RemarkKind Kind, IReadOnlyList<string> Names, DateOnly? Day = null)
{
    public IReadOnlyList<Bucket> Days { get; init; } = [];
}

/// <summary>One unit in one period.</summary>
/// <param name="MayOpen">The asker sees its single records.</param>
/// <param name="IsOwn">It stands below the asker's unit, so that its board opens.</param>
public sealed record ComparedLine(
    string UnitKey,
    string UnitName,
    Period Period,
    IReadOnlyList<ComparedPoint> Points,
    Figure? Total,
    GroupLine? Group,
    IReadOnlyList<BesideLine> Beside,
    IReadOnlyList<Remark> Remarks,
    bool MayOpen,
    bool IsOwn)
{
    /// <summary>Of how many days counts are known; null: of none, or only of whole ranges.</summary>
    public double? Days { get; init; }

    /// <summary>Null: nothing to set it against.</summary>
    public Contrast? AgainstGroup { get; init; }

    /// <summary>Of a unit's first period: against each other one.</summary>
    public IReadOnlyList<(Period Period, Contrast Contrast)> AgainstPeriods { get; init; } = [];

    /// <summary>What documents say of it in the period: of a ratio its n; null: nothing. Never part of a point or of the total.</summary>
    public DeclaredTotal? Declared { get; init; }

    /// <summary>Of a ratio its N over the same days.</summary>
    public DeclaredTotal? DeclaredOf { get; init; }
}

/// <summary>Two to eight units or periods side by side.</summary>
/// <param name="Order">The day whose units hold: old ones are restated into them.</param>
/// <param name="Refused">Keys of units that are not there or not in the asker's sight on all of these days.</param>
/// <param name="IsCut">There would have been more lines than can be told apart.</param>
/// <param name="MayAnnotate">The asker makes notes on days.</param>
/// <param name="Earlier">What the first period may be set beside: the one before it, and the same weekdays of last year.</param>
public sealed record Comparison(
    CompareRequest Request,
    Step Step,
    DateOnly Order,
    IReadOnlyList<ComparedLine> Lines,
    IReadOnlyList<Annotation> Annotations,
    IReadOnlyList<string> Refused,
    bool IsCut,
    bool MayAnnotate,
    (Period Previous, Period LastYear) Earlier)
{
    public Measure Measure => Request.Measure;

    /// <summary>All lines stand over the same days; else they are laid over one another from the first day of each.</summary>
    public bool IsOneCalendar => Lines.Select(l => l.Period.Key).Distinct().Count() <= 1;

    public int Length => Lines.Count == 0 ? 0 : Lines.Max(l => l.Points.Count);
}
