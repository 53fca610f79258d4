using System.Runtime.InteropServices;
using Command.Data;

namespace Command.Rollups;

/// <summary>How fine a rollup is.</summary>
public enum Grain
{
    FiveMinutes,
    Hour,

    /// <summary>A local day.</summary>
    Day,

    /// <summary>The closed days of a calendar month.</summary>
    Month,
}

/// <summary>One row of a rollup.</summary>
/// <param name="Slot">Start of the slot in UTC milliseconds since 1970; for days and months <see cref="DateOnly.DayNumber"/> of the (first) day.</param>
public readonly record struct RollupKey(Grain Grain, int PageId, long Slot, short Metric, short Bucket);

/// <summary>What a row gains, or loses.</summary>
public readonly record struct Gain(long Count, long Sum);

/// <summary>
/// Pure: turns events and waits into what rollups gain by them. Gains add up in any order, so a batch, a late event, a
/// correction and a rebuild all speak this one language.
/// </summary>
/// <param name="targets">They say whether a first reply was in time.</param>
public sealed class Fold(ReplyTargets targets)
{
    private static readonly TimeSpan fiveMinutes = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan hour = TimeSpan.FromHours(1);
    private readonly Dictionary<RollupKey, Gain> gains = [];

    /// <summary>Everything gained so far; rows that gained nothing in the end are left out.</summary>
    public IEnumerable<KeyValuePair<RollupKey, Gain>> Gains => gains.Where(g => g.Value != default);

    public static long SlotOf(Grain grain, DateTimeOffset at) => grain switch
    {
        Grain.FiveMinutes => LocalTime.Slot(at, fiveMinutes).ToUnixTimeMilliseconds(),
        Grain.Hour => LocalTime.Slot(at, hour).ToUnixTimeMilliseconds(),
        Grain.Month => MonthOf(LocalTime.DayOf(at)).DayNumber,
        _ => LocalTime.DayOf(at).DayNumber,
    };

    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>What the month sums gain by gains of days that are closed.</summary>
    /// <param name="summedThrough">The last closed day; null: none is.</param>
    public static IEnumerable<KeyValuePair<RollupKey, Gain>> OfMonths(IEnumerable<KeyValuePair<RollupKey, Gain>> gains, DateOnly? summedThrough) =>
        summedThrough is not { } through ? [] : gains
            .Where(g => g.Key.Grain == Grain.Day && g.Key.Slot <= through.DayNumber)
            .GroupBy(g => g.Key with { Grain = Grain.Month, Slot = MonthOf(DateOnly.FromDayNumber((int)g.Key.Slot)).DayNumber })
            .Select(g => KeyValuePair.Create(g.Key, new Gain(g.Sum(x => x.Value.Count), g.Sum(x => x.Value.Sum))));

    /// <param name="messageKind">What counts: a person's decision, else what the rules proposed.</param>
    /// <param name="sign">+1 for an event that is, −1 for one that was withdrawn.</param>
    public void Add(int pageId, EventKind kind, MessageKind messageKind, DateTimeOffset at, int sign = 1)
    {
        switch (kind)
        {
            case EventKind.Message:
                Count(pageId, Metric.Messages, at, sign);
                AddKind(pageId, messageKind, at, sign);
                break;
            case EventKind.Comment:
                Count(pageId, Metric.Comments, at, sign);
                Count(pageId, Metric.Interactions, at, sign);
                break;
            case EventKind.Reaction:
                Count(pageId, Metric.Reactions, at, sign);
                Count(pageId, Metric.Interactions, at, sign);
                break;
            case EventKind.Share:
                Count(pageId, Metric.Shares, at, sign);
                Count(pageId, Metric.Interactions, at, sign);
                break;
            default:
                Count(pageId, Plain(kind), at, sign);
                break;
        }
    }

    /// <summary>A message that counted as one kind counts as another.</summary>
    public void Reclassify(int pageId, MessageKind from, MessageKind to, DateTimeOffset at)
    {
        AddKind(pageId, from, at, -1);
        AddKind(pageId, to, at, 1);
    }

    /// <param name="sign">+1 for a wait that is, −1 for one that is no more.</param>
    public void Add(int pageId, Wait wait, int sign = 1)
    {
        Count(pageId, Metric.WaitsBegun, wait.Since, sign);
        if (wait.EndedAt is not { } endedAt)
            return;
        var took = endedAt - wait.Since;
        Count(pageId, Metric.WaitsEnded, endedAt, sign);
        if (wait.RepliedAt is not null)
            Gain(pageId, Metric.FirstReply, wait.Since, Histogram.BucketOf(took), new Gain(sign, sign * (long)took.TotalSeconds));

        var dueAt = targets.DueAt(pageId, wait.Kind, wait.Since);
        if (endedAt > dueAt)
        {
            Count(pageId, Metric.FellDue, dueAt, sign);
            Count(pageId, Metric.OverdueBegun, dueAt, sign);
            Count(pageId, Metric.OverdueEnded, endedAt, sign);
        }
        else if (wait.RepliedAt is not null)
        {
            Count(pageId, Metric.FellDue, dueAt, sign);
            Count(pageId, Metric.AnsweredInTime, dueAt, sign);
        }
    }

    private void AddKind(int pageId, MessageKind kind, DateTimeOffset at, int sign)
    {
        if (kind == MessageKind.Procedure)
            Count(pageId, Metric.ProcedureQuestions, at, sign);
        if (kind == MessageKind.TipOff)
            Count(pageId, Metric.TipoffCandidates, at, sign);
    }

    private static Metric Plain(EventKind kind) => kind switch
    {
        EventKind.Reply => Metric.Replies,
        EventKind.AutomaticReply => Metric.AutomaticReplies,
        EventKind.Follow => Metric.Follows,
        EventKind.Unfollow => Metric.Unfollows,
        EventKind.Post => Metric.Posts,
        EventKind.Image => Metric.Images,
        EventKind.Video => Metric.Videos,
        EventKind.Receipt => Metric.Receipts,
        EventKind.GroupMessage => Metric.GroupMessages,
        EventKind.ClosedWithoutReply => Metric.ClosedWithoutReply,
        _ => Metric.OtherEvents,
    };

    private void Count(int pageId, Metric metric, DateTimeOffset at, int sign = 1) => Gain(pageId, metric, at, 0, new Gain(sign, sign));

    private void Gain(int pageId, Metric metric, DateTimeOffset at, short bucket, Gain gain)
    {
        Gain(new RollupKey(Grain.FiveMinutes, pageId, SlotOf(Grain.FiveMinutes, at), metric.Id, bucket), gain);
        Gain(new RollupKey(Grain.Hour, pageId, SlotOf(Grain.Hour, at), metric.Id, bucket), gain);
        Gain(new RollupKey(Grain.Day, pageId, SlotOf(Grain.Day, at), metric.Id, bucket), gain);
    }

    private void Gain(RollupKey key, Gain gain)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(gains, key, out _);
        sum = new Gain(sum.Count + gain.Count, sum.Sum + gain.Sum);
    }
}
