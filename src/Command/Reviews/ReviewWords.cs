using System.Text.Json;
using System.Text.Json.Serialization;

namespace Command.Reviews;

/// <summary>A part of the review about which people may say something of their own; slides stand in this order.</summary>
public enum ReviewSection
{
    Summary,
    Totals,
    Months,
    Tipoffs,
    Ratio,
    Boards,
    Replies,
    Followers,
    Content,
    Platforms,
    Outcomes,
    Attention,
    Commendations,
    Targets,
    Evidence,
    Sources,
}

/// <param name="For">A unit or a group of people, as the slide names it.</param>
public sealed record Commendation(string For, string Why);

/// <param name="Metric">Name of a <see cref="ReviewMetric"/>.</param>
/// <param name="Value">In its own measure: a share 0 to 1.</param>
public sealed record ReviewTarget(string Metric, double Value);

/// <summary>What people wrote into a review.</summary>
public sealed record ReviewWords(IReadOnlyDictionary<ReviewSection, string> Remarks, IReadOnlyList<Commendation> Commendations, IReadOnlyList<ReviewTarget> Targets)
{
    public const int LongestRemark = 1_200;
    public const int LongestLine = 300;
    public const int MostCommendations = 20;

    public static readonly ReviewWords None = new(new Dictionary<ReviewSection, string>(), [], []);

    private static readonly JsonSerializerOptions format = new() { Converters = { new JsonStringEnumConverter() } };

    public string Remark(ReviewSection section) => Remarks.GetValueOrDefault(section) ?? "";

    public ReviewWords With(ReviewSection section, string text)
    {
        var remarks = Remarks.Where(r => r.Key != section).ToDictionary();
        if (text.Length > 0)
            remarks[section] = text;
        return this with { Remarks = remarks.OrderBy(r => r.Key).ToDictionary() };
    }

    public string Write() => JsonSerializer.Serialize(this, format);

    public static ReviewWords Read(string json) => JsonSerializer.Deserialize<ReviewWords>(json, format)!;
}
