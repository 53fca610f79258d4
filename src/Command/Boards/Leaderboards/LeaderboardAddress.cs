using System.Globalization;
using Command.Ranking.Leaderboards;

namespace Command.Boards.Leaderboards;

/// <summary>A leaderboard as the page's address carries it.</summary>
public sealed record LeaderboardAddress
{
    public const string Path = "/leaderboards";

    public string? Group { get; init; }

    public string? Period { get; init; }

    public string? Metric { get; init; }

    /// <summary>Weights that are tried out, in percent; one for each indicator in order.</summary>
    public string? Weights { get; init; }

    /// <summary>Of a long board, from 1.</summary>
    public int Page { get; init; } = 1;

    public static LeaderboardAddress Read(IQueryCollection query)
    {
        var tried = LeaderboardMetric.Indicators.Select(m => query[m.Name].ToString()).ToList();
        return new LeaderboardAddress
        {
            Group = Text(query["group"]),
            Period = Text(query["from"]) is { } from && Text(query["to"]) is { } to ? $"{from}..{to}" : Text(query["period"]),
            Metric = Text(query["metric"]),
            Weights = tried.TrueForAll(t => t.Length > 0) ? string.Join('-', tried) : null,
            Page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };

        static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    public string Write()
    {
        var parts = new List<(string Name, string? Value)> { ("group", Group), ("period", Period), ("metric", Metric), ("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null) };
        if (Weights?.Split('-') is { } tried && tried.Length == LeaderboardMetric.Indicators.Count)
            parts.AddRange(LeaderboardMetric.Indicators.Zip(tried, (m, text) => (m.Name, (string?)text)));
        var written = parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}").ToList();
        return written.Count == 0 ? Path : $"{Path}?{string.Join('&', written)}";
    }
}
