namespace Command.Reviews;

public enum ReviewForm
{
    Count,

    /// <summary>At the end of the period.</summary>
    Level,

    /// <summary>n of N, 0 to 1.</summary>
    Share,

    /// <summary>A median, in seconds.</summary>
    Seconds,

    /// <summary>So many a day, quoted from a document.</summary>
    Rate,

    /// <summary>100 is all; may exceed it. Quoted from a document.</summary>
    Percent,
}

/// <summary>A line of the review's totals. This is the one list: adding a figure is one line here and its words.</summary>
/// <param name="Name">As the API and worlds write it; texts are found by it.</param>
/// <param name="IsZeroKnown">Every page's events tell it, so that none is a zero; of the others it is unknown.</param>
public sealed record ReviewMetric(string Name, ReviewForm Form, bool IsZeroKnown = false)
{
    public static readonly ReviewMetric Messages = new("messages", ReviewForm.Count, true);
    public static readonly ReviewMetric TipoffsReceived = new("tipoffs_received", ReviewForm.Count);
    public static readonly ReviewMetric TipoffsValuable = new("tipoffs_valuable", ReviewForm.Count);
    public static readonly ReviewMetric ValuableRatio = new("valuable_ratio", ReviewForm.Share);
    public static readonly ReviewMetric FirstReply = new("first_reply", ReviewForm.Seconds);
    public static readonly ReviewMetric AnsweredInTime = new("answered_in_time", ReviewForm.Share);
    public static readonly ReviewMetric Followers = new("followers", ReviewForm.Level);

    /// <summary>Followers of residents.</summary>
    public static readonly ReviewMetric Coverage = new("coverage", ReviewForm.Share);

    /// <summary>What the pages brought out and what came back.</summary>
    public static readonly IReadOnlyList<ReviewMetric> Content =
    [
        new("posts", ReviewForm.Count), new("videos", ReviewForm.Count), new("images", ReviewForm.Count), new("views", ReviewForm.Count),
        new("views_and_shares", ReviewForm.Count), new("shares", ReviewForm.Count), new("interactions", ReviewForm.Count), new("notifications", ReviewForm.Count),
    ];

    public static readonly IReadOnlyList<ReviewMetric> All =
    [
        Messages, new("procedure_questions", ReviewForm.Count, true), TipoffsReceived, TipoffsValuable, ValuableRatio,
        FirstReply, AnsweredInTime, Followers, Coverage, new("follows", ReviewForm.Count, true),
        .. Content,
        new("violation_lookups", ReviewForm.Count), new("id_card_lookups", ReviewForm.Count), new("public_service_visits", ReviewForm.Count),
        new("groups", ReviewForm.Level), new("group_members", ReviewForm.Level), new("pages", ReviewForm.Level), new("partner_units", ReviewForm.Level),
        new("editing_units", ReviewForm.Level), new("residents_online", ReviewForm.Level), new("persons_found", ReviewForm.Count), new("persons_surrendered", ReviewForm.Count),
        new("messages_a_day", ReviewForm.Rate), new("follower_growth", ReviewForm.Percent), new("temporary_residents", ReviewForm.Percent),
    ];

    /// <summary>What a review may set for the next period.</summary>
    public static readonly IReadOnlyList<ReviewMetric> Settable =
        [.. All.Where(m => m.Name is "messages" or "tipoffs_received" or "valuable_ratio" or "answered_in_time" or "followers" or "coverage" or "posts" or "videos")];

    public static ReviewMetric? Find(string name) => All.FirstOrDefault(m => m.Name == name);
}
