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

    public static readonly IReadOnlyDictionary<string, string> Categories = Itself(
        "theft", "robbery", "fraud", "drugs", "gambling", "violence", "public-disorder", "traffic", "fire-safety", "residence",
        "online-crime", "missing-person", "wanted-person", "lost-property", "other");

    public static readonly IReadOnlyDictionary<string, string> States = Itself("pending", "valuable", "not-valuable", "false", "duplicate", "spam");

    public static readonly IReadOnlyDictionary<string, string> Outcomes = Itself(
        "offender-caught", "surrendered", "case-opened", "fined", "settled", "person-found", "property-found", "referred", "no-result");

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
