using Command.Data;
using Command.Rollups;

namespace Command.Comparable;

/// <summary>How a measure becomes one number of some days.</summary>
public enum MeasureForm
{
    /// <summary>Summed over the days.</summary>
    Count,

    /// <summary>A part of a whole, shown with both.</summary>
    Share,

    /// <summary>What stood at the end of the days.</summary>
    Level,

    /// <summary>The middle of durations, in minutes, shown with how many there were.</summary>
    Median,
}

/// <summary>What a comparison can be about. This is the one list: adding a measure is one line here and its words.</summary>
/// <param name="Name">As addresses and files write it.</param>
/// <param name="Counted">Of pages: the metric; null: tip-offs.</param>
/// <param name="Of">Of a share of pages: what the counter is a part of.</param>
public sealed record Measure(string Name, Metric? Counted = null, Metric? Of = null)
{
    public static readonly Measure Messages = new("messages", Metric.Messages);
    public static readonly Measure FirstReply = new("first_reply", Metric.FirstReply);
    public static readonly Measure TipoffsReceived = new("tipoffs_received");
    public static readonly Measure TipoffsValuable = new("tipoffs_valuable");
    public static readonly Measure ValuableRatio = new("valuable_ratio");
    public static readonly Measure AnsweredInTime = new("answered_in_time", Metric.AnsweredInTime, Metric.FellDue);
    public static readonly Measure Followers = new("followers", Metric.Followers);
    public static readonly Measure Views = new("views", Metric.Views);
    public static readonly Measure Posts = new("posts", Metric.Posts);

    public static readonly IReadOnlyList<Measure> All =
    [
        Messages, new("procedure_questions", Metric.ProcedureQuestions), new("replies", Metric.Replies), AnsweredInTime, FirstReply,
        TipoffsReceived, TipoffsValuable, ValuableRatio,
        Followers, new("follows", Metric.Follows), new("unfollows", Metric.Unfollows), new("group_members", Metric.GroupMembers),
        Views, new("interactions", Metric.Interactions), new("comments", Metric.Comments), new("reactions", Metric.Reactions), new("shares", Metric.Shares),
        Posts, new("images", Metric.Images), new("videos", Metric.Videos),
        new("automatic_replies", Metric.AutomaticReplies), new("closed_without_reply", Metric.ClosedWithoutReply),
    ];

    public bool IsOfTipoffs => Counted is null;

    public MeasureForm Form => Of is not null || this == ValuableRatio ? MeasureForm.Share : Counted?.Form switch
    {
        MetricForm.Level => MeasureForm.Level,
        MetricForm.Duration => MeasureForm.Median,
        _ => MeasureForm.Count,
    };

    /// <summary>No event counts it: only what platforms tell of whole ranges of days.</summary>
    public bool IsTold => Counted is { Form: MetricForm.Total };

    /// <summary>Groups have members, all other pages followers: what a page cannot have is no gap.</summary>
    public bool IsToldOf(Platform platform) => Form != MeasureForm.Level || (platform == Platform.ZaloGroups) == (Counted == Metric.GroupMembers);

    /// <summary>Of several units it is taken over all of them together; else it is their average.</summary>
    public bool IsTogether => Form is MeasureForm.Share or MeasureForm.Median;

    /// <summary>It comes from what residents write and units answer.</summary>
    public bool IsOfConversations =>
        Counted == Metric.Messages || Counted == Metric.ProcedureQuestions || Counted == Metric.Replies || Counted == Metric.AnsweredInTime
        || Counted == Metric.FirstReply || Counted == Metric.AutomaticReplies || Counted == Metric.ClosedWithoutReply;

    public static Measure? Find(string? name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>Of sums of pages.</summary>
    /// <param name="bucket">Of a duration.</param>
    public Figure Take(short metric, short bucket, long count) =>
        metric == Counted?.Id ? new Figure(count, 0, 0, false) { Times = Form == MeasureForm.Median ? Durations.Of(bucket, count) : null }
        : metric == Of?.Id ? new Figure(0, count, 0, false)
        : Figure.Nothing;

    /// <summary>Of tip-offs that stand so.</summary>
    public Figure Take(TipoffStanding standing, long count)
    {
        if (standing is TipoffStanding.Duplicate or TipoffStanding.Spam)
            return Figure.Nothing;
        var valuable = standing == TipoffStanding.Valuable ? count : 0;
        var pending = standing is TipoffStanding.Pending or TipoffStanding.Awaiting ? count : 0;
        return this == TipoffsReceived ? new Figure(count, 0, 0, false)
            : this == TipoffsValuable ? new Figure(valuable, 0, 0, false)
            : new Figure(valuable, count, pending, false);
    }
}
