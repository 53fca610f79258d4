using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Command.Data;

namespace Command.Ranking.Leaderboards;

public enum OpenKind
{
    /// <summary>Tip-offs not decided yet.</summary>
    Tipoffs,

    /// <summary>Messages of those days that still wait for a reply.</summary>
    Waiting,
}

/// <summary>What a unit had not finished when its period was sealed.</summary>
public sealed record OpenItem(string Unit, OpenKind Kind, long Count);

/// <summary>The frozen part of a sealed leaderboard.</summary>
public sealed record SealedContent(IReadOnlyList<LeaderboardRow> Rows, IReadOnlyList<NotRanked> Apart, Prior? Prior, IReadOnlyList<OpenItem> Open)
{
    private static readonly JsonSerializerOptions format = new() { Converters = { new JsonStringEnumConverter() } };

    public string Write() => JsonSerializer.Serialize(this, format);

    public static SealedContent Read(string json) => JsonSerializer.Deserialize<SealedContent>(json, format)!;

    public Leaderboard Board(LeaderboardMetric metric) => new(metric, Rows, Apart, Prior);

    /// <summary>SHA-256 over all that was sealed: a change in the table shows.</summary>
    public static byte[] Digest(SealedLeaderboard board) => SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant(
        $"{board.PeerGroup}\n{board.Period}\n{board.Metric}\n{board.From:yyyy-MM-dd}\n{board.To:yyyy-MM-dd}\n{board.SealedAt.ToUnixTimeMilliseconds()}\n{board.SealedBy}\n{board.WeightsVersion}\n{board.Content}")));
}
