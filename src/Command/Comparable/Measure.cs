using Command.Data;
using Command.Rollups;

namespace Command.Comparable;

/// <summary>What a comparison can be about. This is the one list: adding a measure is one line here and its words.</summary>
/// <param name="Name">As addresses and files write it.</param>
/// <param name="Counted">Of pages: the counter; null: tip-offs.</param>
/// <param name="Of">Of a share of pages: what the counter is a part of.</param>
public sealed record Measure(string Name, Metric? Counted = null, Metric? Of = null)
{
    public static readonly Measure Messages = new("messages", Metric.Messages);
    public static readonly Measure TipoffsReceived = new("tipoffs_received");
    public static readonly Measure TipoffsValuable = new("tipoffs_valuable");
    public static readonly Measure ValuableRatio = new("valuable_ratio");
    public static readonly Measure AnsweredInTime = new("answered_in_time", Metric.AnsweredInTime, Metric.FellDue);

    public static readonly IReadOnlyList<Measure> All =
    [
        Messages, new("procedure_questions", Metric.ProcedureQuestions), new("replies", Metric.Replies), AnsweredInTime,
        TipoffsReceived, TipoffsValuable, ValuableRatio,
        new("follows", Metric.Follows), new("unfollows", Metric.Unfollows),
        new("interactions", Metric.Interactions), new("comments", Metric.Comments), new("reactions", Metric.Reactions), new("shares", Metric.Shares),
        new("posts", Metric.Posts), new("images", Metric.Images), new("videos", Metric.Videos),
        new("automatic_replies", Metric.AutomaticReplies), new("closed_without_reply", Metric.ClosedWithoutReply),
    ];

    public bool IsOfTipoffs => Counted is null;

    /// <summary>A part of a whole, shown with both; else a count.</summary>
    public bool IsRatio => Of is not null || this == ValuableRatio;

    public static Measure? Find(string? name) => All.FirstOrDefault(m => m.Name == name);

    /// <summary>Of a count of pages' events.</summary>
    public Figure Take(short metric, long count) =>
        metric == Counted?.Id ? new Figure(count, 0, 0, false) : metric == Of?.Id ? new Figure(0, count, 0, false) : Figure.Nothing;

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
