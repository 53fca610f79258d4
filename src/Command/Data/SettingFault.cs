namespace Command.Data;

/// <summary>Why a dated setting was not changed; a page phrases it in the reader's language.</summary>
public enum SettingFault
{
    None,
    OutOfSight,
    DayMissing,

    /// <summary>It must begin tomorrow or later.</summary>
    DayNotAhead,

    /// <summary>It must begin today or later.</summary>
    DayPast,
    DayTooFar,
    DaysReversed,
    AmountAbsurd,
    KindUnknown,

    /// <summary>Another row begins on that day, or within the days.</summary>
    Overlap,

    /// <summary>What has begun is not removed.</summary>
    Begun,

    /// <summary>There is none, or no more.</summary>
    Gone,
    PersonUnknown,
    NameMissing,
    TooManyDays,

    /// <summary>Only a Saturday or Sunday is worked in exchange.</summary>
    NoRestDay,
}
