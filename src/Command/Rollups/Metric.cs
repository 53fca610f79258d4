namespace Command.Rollups;

/// <summary>How a metric becomes a number of a period.</summary>
public enum MetricForm
{
    /// <summary>Counted from events: the sum over the slots.</summary>
    Counter,

    /// <summary>A duration, kept as histogram: median and sum over the slots.</summary>
    Duration,

    /// <summary>A level at an instant: the last value counts.</summary>
    Level,

    /// <summary>A total over a range, told by a platform or a document.</summary>
    Total,

    /// <summary>So many a day, as a document says: never summed, never counted here.</summary>
    Rate,

    /// <summary>Percent, as a document says: never summed, never counted here.</summary>
    Percent,
}

/// <summary>A named counter or reading. This file is the one list: adding a metric is one line here.</summary>
/// <param name="Id">Stored in rollups and readings: never reuse one.</param>
/// <param name="Name">As worlds, scripts and the API write it.</param>
public sealed record Metric(short Id, string Name, MetricForm Form)
{
    /// <summary>Only documents give it.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>It cannot be summed over time: the last one holds.</summary>
    public bool IsLast => Form is MetricForm.Level or MetricForm.Rate or MetricForm.Percent;

    public static readonly Metric Messages = new(1, "messages", MetricForm.Counter);
    public static readonly Metric ProcedureQuestions = new(2, "procedure_questions", MetricForm.Counter);
    public static readonly Metric TipoffCandidates = new(3, "tipoff_candidates", MetricForm.Counter);
    public static readonly Metric Replies = new(4, "replies", MetricForm.Counter);
    public static readonly Metric AutomaticReplies = new(5, "automatic_replies", MetricForm.Counter);
    public static readonly Metric Follows = new(6, "follows", MetricForm.Counter);
    public static readonly Metric Unfollows = new(7, "unfollows", MetricForm.Counter);
    public static readonly Metric Interactions = new(8, "interactions", MetricForm.Counter);
    public static readonly Metric Comments = new(9, "comments", MetricForm.Counter);
    public static readonly Metric Reactions = new(10, "reactions", MetricForm.Counter);
    public static readonly Metric Shares = new(11, "shares", MetricForm.Counter);
    public static readonly Metric Posts = new(12, "posts", MetricForm.Counter);
    public static readonly Metric Images = new(13, "images", MetricForm.Counter);
    public static readonly Metric Videos = new(14, "videos", MetricForm.Counter);
    public static readonly Metric Receipts = new(15, "receipts", MetricForm.Counter);
    public static readonly Metric GroupMessages = new(16, "group_messages", MetricForm.Counter);
    public static readonly Metric OtherEvents = new(17, "other_events", MetricForm.Counter);

    /// <summary>Waits that a person ended as needing no reply, in the slot of the decision.</summary>
    public static readonly Metric ClosedWithoutReply = new(18, "closed_without_reply", MetricForm.Counter);

    /// <summary>From the first unanswered message to a person's reply; belongs to the slot of the message.</summary>
    public static readonly Metric FirstReply = new(30, "first_reply", MetricForm.Duration);

    /// <summary>First replies within the target; in the slot of the message.</summary>
    public static readonly Metric AnsweredInTime = new(31, "answered_in_time", MetricForm.Counter);

    /// <summary>Waits that began, in the slot of the message. With <see cref="WaitsEnded"/> it tells how many waited at any past instant.</summary>
    public static readonly Metric WaitsBegun = new(32, "waits_begun", MetricForm.Counter);

    /// <summary>Waits that ended, in the slot of the reply.</summary>
    public static readonly Metric WaitsEnded = new(33, "waits_ended", MetricForm.Counter);

    /// <summary>Late answers, in the slot in which they fell due. With <see cref="OverdueEnded"/> it tells how many were overdue at any past instant.</summary>
    public static readonly Metric OverdueBegun = new(34, "overdue_begun", MetricForm.Counter);

    /// <summary>Late answers, in the slot of the reply.</summary>
    public static readonly Metric OverdueEnded = new(35, "overdue_ended", MetricForm.Counter);

    public static readonly Metric Followers = new(50, "followers", MetricForm.Level);
    public static readonly Metric Groups = new(51, "groups", MetricForm.Level);
    public static readonly Metric GroupMembers = new(52, "group_members", MetricForm.Level);

    /// <summary>Pages of a unit and all below it, as a document counts them.</summary>
    public static readonly Metric Pages = new(53, "pages", MetricForm.Level) { IsQuoted = true };

    /// <summary>Partners outside the police that take part.</summary>
    public static readonly Metric PartnerUnits = new(54, "partner_units", MetricForm.Level) { IsQuoted = true };

    /// <summary>Wards and teams that write for the pages.</summary>
    public static readonly Metric EditingUnits = new(55, "editing_units", MetricForm.Level) { IsQuoted = true };

    /// <summary>Residents who are on social media every day.</summary>
    public static readonly Metric ResidentsOnline = new(56, "residents_online", MetricForm.Level) { IsQuoted = true };

    /// <summary>Of the one post that the document names, at an instant: readings one after the other are its course.</summary>
    public static readonly Metric PostViews = new(57, "post_views", MetricForm.Level) { IsQuoted = true };

    /// <inheritdoc cref="PostViews"/>
    public static readonly Metric PostShares = new(58, "post_shares", MetricForm.Level) { IsQuoted = true };

    public static readonly Metric Views = new(70, "views", MetricForm.Total);
    public static readonly Metric ViewsAndShares = new(71, "views_and_shares", MetricForm.Total);
    public static readonly Metric Notifications = new(72, "notifications", MetricForm.Total);
    public static readonly Metric ViolationLookups = new(73, "violation_lookups", MetricForm.Total);
    public static readonly Metric IdCardLookups = new(74, "id_card_lookups", MetricForm.Total);
    public static readonly Metric PublicServiceVisits = new(75, "public_service_visits", MetricForm.Total);
    public static readonly Metric TipoffsReceived = new(76, "tipoffs_received", MetricForm.Total);
    public static readonly Metric TipoffsValuable = new(77, "tipoffs_valuable", MetricForm.Total);

    /// <summary>Found with the help of pages, as a document tells; single cases are tip-offs with their outcome.</summary>
    public static readonly Metric PersonsFound = new(78, "persons_found", MetricForm.Total) { IsQuoted = true };

    /// <summary>Wanted persons who gave themselves up after a notice on a page, as a document tells.</summary>
    public static readonly Metric PersonsSurrendered = new(79, "persons_surrendered", MetricForm.Total) { IsQuoted = true };

    public static readonly Metric MessagesADay = new(90, "messages_a_day", MetricForm.Rate) { IsQuoted = true };

    /// <summary>How much the followers of a range's last day are more than those of its first; may exceed 100.</summary>
    public static readonly Metric FollowerGrowth = new(91, "follower_growth", MetricForm.Percent) { IsQuoted = true };

    /// <summary>Followers of residents that a document sets as the aim.</summary>
    public static readonly Metric CoverageTarget = new(92, "coverage_target", MetricForm.Percent) { IsQuoted = true };

    /// <summary>Of all residents, those whose home is registered elsewhere.</summary>
    public static readonly Metric TemporaryResidents = new(93, "temporary_residents", MetricForm.Percent) { IsQuoted = true };

    public static readonly IReadOnlyList<Metric> All =
    [
        Messages, ProcedureQuestions, TipoffCandidates, Replies, AutomaticReplies, Follows, Unfollows, Interactions,
        Comments, Reactions, Shares, Posts, Images, Videos, Receipts, GroupMessages, OtherEvents, ClosedWithoutReply,
        FirstReply, AnsweredInTime, WaitsBegun, WaitsEnded, OverdueBegun, OverdueEnded,
        Followers, Groups, GroupMembers, Pages, PartnerUnits, EditingUnits, ResidentsOnline, PostViews, PostShares,
        Views, ViewsAndShares, Notifications, ViolationLookups, IdCardLookups, PublicServiceVisits, TipoffsReceived,
        TipoffsValuable, PersonsFound, PersonsSurrendered,
        MessagesADay, FollowerGrowth, CoverageTarget, TemporaryResidents,
    ];

    private static readonly Dictionary<string, Metric> byName = All.ToDictionary(m => m.Name, StringComparer.Ordinal);
    private static readonly Dictionary<short, Metric> byId = All.ToDictionary(m => m.Id);

    public static Metric? Find(string name) => byName.GetValueOrDefault(name);

    public static Metric Of(short id) => byId[id];
}
