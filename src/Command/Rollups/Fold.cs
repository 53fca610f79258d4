using Command.Data;

namespace Command.Rollups;

/// <summary>How fine a rollup is.</summary>
public enum Grain
{
    FiveMinutes,
    Hour,

    /// <summary>A local day.</summary>
    Day,
}

/// <summary>One row of a rollup.</summary>
/// <param name="Slot">Start of the slot in UTC milliseconds since 1970; for days <see cref="DateOnly.DayNumber"/>.</param>
public readonly record struct RollupKey(Grain Grain, int PageId, long Slot, short Metric, short Bucket);

/// <summary>What a row gains, or loses.</summary>
public readonly record struct Gain(long Count, long Sum);

/// <summary>
/// Pure: turns events and waits into what rollups gain by them. Gains add up in any order, so a batch, a late event, a
/// correction and a rebuild all speak this one language.
/// </summary>
/// <param name="target">A first reply within it is in time.</param>
public sealed class Fold(TimeSpan target)
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
        _ => LocalTime.DayOf(at).DayNumber,
    };

    public void Add(int pageId, EventKind kind, MessageKind proposed, DateTimeOffset at)
    {
        switch (kind)
        {
            case EventKind.Message:
                Count(pageId, Metric.Messages, at);
                if (proposed == MessageKind.Procedure)
                    Count(pageId, Metric.ProcedureQuestions, at);
                if (proposed == MessageKind.TipOff)
                    Count(pageId, Metric.TipoffCandidates, at);
                break;
            case EventKind.Comment:
                Count(pageId, Metric.Comments, at);
                Count(pageId, Metric.Interactions, at);
                break;
            case EventKind.Reaction:
                Count(pageId, Metric.Reactions, at);
                Count(pageId, Metric.Interactions, at);
                break;
            case EventKind.Share:
                Count(pageId, Metric.Shares, at);
                Count(pageId, Metric.Interactions, at);
                break;
            default:
                Count(pageId, Plain(kind), at);
                break;
        }
    }

    /// <param name="sign">+1 for a wait that is, −1 for one that is no more.</param>
    public void Add(int pageId, Wait wait, int sign = 1)
    {
        Count(pageId, Metric.WaitsBegun, wait.Since, sign);
        if (wait.RepliedAt is not { } repliedAt)
            return;
        var took = repliedAt - wait.Since;
        Gain(pageId, Metric.FirstReply, wait.Since, Histogram.BucketOf(took), new Gain(sign, sign * (long)took.TotalSeconds));
        Count(pageId, Metric.WaitsEnded, repliedAt, sign);
        if (took <= target)
        {
            Count(pageId, Metric.AnsweredInTime, wait.Since, sign);
        }
        else
        {
            Count(pageId, Metric.OverdueBegun, wait.Since + target, sign);
            Count(pageId, Metric.OverdueEnded, repliedAt, sign);
        }
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
        var sum = gains.GetValueOrDefault(key);
        gains[key] = new Gain(sum.Count + gain.Count, sum.Sum + gain.Sum);
    }
}
