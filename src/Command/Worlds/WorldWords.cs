using Command.Data;

namespace Command.Worlds;

/// <summary>The words of a world file, and what they stand for.</summary>
internal static class WorldWords
{
    public static readonly IReadOnlyDictionary<string, UnitKind> Kinds = new Dictionary<string, UnitKind>
    {
        ["city"] = UnitKind.City,
        ["province"] = UnitKind.Province,
        ["department"] = UnitKind.Department,
        ["district"] = UnitKind.District,
        ["ward"] = UnitKind.Ward,
        ["commune"] = UnitKind.Commune,
        ["team"] = UnitKind.Team,
        ["partner"] = UnitKind.Partner,
    };

    public static readonly IReadOnlyDictionary<string, Platform> Platforms = new Dictionary<string, Platform>
    {
        ["zalo"] = Platform.Zalo,
        ["facebook"] = Platform.Facebook,
        ["youtube"] = Platform.YouTube,
        ["zalo-groups"] = Platform.ZaloGroups,
    };

    public static readonly IReadOnlyDictionary<string, ReadingSource> Sources = new Dictionary<string, ReadingSource>
    {
        ["webhook"] = ReadingSource.Webhook,
        ["api"] = ReadingSource.Api,
        ["declared"] = ReadingSource.Declared,
    };

    public static readonly IReadOnlyDictionary<string, Precision> Precisions = new Dictionary<string, Precision>
    {
        ["exact"] = Precision.Exact,
        ["about"] = Precision.About,
        ["atLeast"] = Precision.AtLeast,
        ["atMost"] = Precision.AtMost,
    };

    public static readonly IReadOnlyDictionary<string, TipoffCategory> Categories = new Dictionary<string, TipoffCategory>
    {
        ["theft"] = TipoffCategory.Theft,
        ["robbery"] = TipoffCategory.Robbery,
        ["fraud"] = TipoffCategory.Fraud,
        ["drugs"] = TipoffCategory.Drugs,
        ["gambling"] = TipoffCategory.Gambling,
        ["violence"] = TipoffCategory.Violence,
        ["public-disorder"] = TipoffCategory.PublicDisorder,
        ["traffic"] = TipoffCategory.Traffic,
        ["fire-safety"] = TipoffCategory.FireSafety,
        ["residence"] = TipoffCategory.Residence,
        ["online-crime"] = TipoffCategory.OnlineCrime,
        ["missing-person"] = TipoffCategory.MissingPerson,
        ["wanted-person"] = TipoffCategory.WantedPerson,
        ["lost-property"] = TipoffCategory.LostProperty,
        ["other"] = TipoffCategory.Other,
    };

    public static readonly IReadOnlyDictionary<string, WorldVerdict> States = new Dictionary<string, WorldVerdict>
    {
        ["pending"] = new(null),
        ["valuable"] = new(Verdict.Valuable),
        ["not-valuable"] = new(Verdict.NotValuable),
        ["false"] = new(Verdict.False),
        ["duplicate"] = new(Verdict.Duplicate),
        ["spam"] = new(Verdict.Spam),
    };

    public static readonly IReadOnlyDictionary<string, TipoffSource> TipoffSources = new Dictionary<string, TipoffSource>
    {
        ["page"] = TipoffSource.Page,
        ["phone"] = TipoffSource.Phone,
        ["in-person"] = TipoffSource.InPerson,
        ["other"] = TipoffSource.Other,
    };

    public static readonly IReadOnlyDictionary<string, Urgency> Urgencies = new Dictionary<string, Urgency>
    {
        ["normal"] = Urgency.Normal,
        ["urgent"] = Urgency.Urgent,
    };

    public static readonly IReadOnlyDictionary<string, Outcome> Outcomes = new Dictionary<string, Outcome>
    {
        ["offender-caught"] = Outcome.OffenderCaught,
        ["surrendered"] = Outcome.Surrendered,
        ["case-opened"] = Outcome.CaseOpened,
        ["fined"] = Outcome.Fined,
        ["settled"] = Outcome.Settled,
        ["person-found"] = Outcome.PersonFound,
        ["property-found"] = Outcome.PropertyFound,
        ["referred"] = Outcome.Referred,
        ["no-result"] = Outcome.NoResult,
    };

    public static readonly IReadOnlyDictionary<string, Role> Roles = new Dictionary<string, Role>
    {
        ["commander"] = Role.Commander,
        ["chief"] = Role.Chief,
        ["staff"] = Role.Staff,
        ["analyst"] = Role.Analyst,
        ["administrator"] = Role.Administrator,
    };

    private static Dictionary<string, string> Itself(params string[] words) => words.ToDictionary(w => w);
}
