namespace Command.Data;

/// <summary>
/// Sums of one page, metric and slot. A duration has one row per histogram bucket; every other metric uses bucket 0.
/// Averages are never stored.
/// </summary>
public abstract class Rollup
{
    public int PageId { get; set; }

    /// <summary><c>Metric.Id</c>.</summary>
    public short Metric { get; set; }

    public short Bucket { get; set; }

    public long Count { get; set; }

    /// <summary>Sum of the durations in whole seconds; for plain counters the same as <see cref="Count"/>.</summary>
    public long Sum { get; set; }
}

/// <summary>Slots of five minutes, kept 15 days.</summary>
public sealed class RollupFiveMinutes : Rollup
{
    public DateTimeOffset SlotUtc { get; set; }
}

/// <summary>Slots of one UTC hour.</summary>
public sealed class RollupHour : Rollup
{
    public DateTimeOffset SlotUtc { get; set; }
}

/// <summary>Slots of one local day (Asia/Ho_Chi_Minh).</summary>
public sealed class RollupDay : Rollup
{
    public DateOnly Day { get; set; }
}

/// <summary>
/// Local days of one calendar month up to the last closed one: so long ranges are a few rows a page. Whatever changes a
/// closed day changes these in the same transaction.
/// </summary>
public sealed class RollupMonth : Rollup
{
    /// <summary>Its first day.</summary>
    public DateOnly Month { get; set; }
}
