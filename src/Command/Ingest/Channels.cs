using System.Collections.Frozen;
using System.Text;

namespace Command.Ingest;

/// <summary>What the doors must know to tell a platform from anybody else. A snapshot: it is replaced, never changed.</summary>
public sealed record Channels(ZaloChannel Zalo, FacebookChannel Facebook)
{
    /// <summary>Knows no secret, so every request is refused.</summary>
    public static readonly Channels None = new(
        new ZaloChannel(null, new Dictionary<string, string>(), []),
        new FacebookChannel(null, null, []));
}

/// <summary>One Zalo app, whose single webhook URL serves many Official Accounts (OA).</summary>
public sealed class ZaloChannel
{
    /// <summary>Bounds the digests that one unsigned request can make us compute.</summary>
    public const int MostSecretsTried = 16;

    private readonly FrozenDictionary<string, byte[][]> secretsByOa;
    private readonly byte[][] secretsOfApp;

    /// <param name="secretsByOa">OA secret keys, never the app secret. An empty one counts as none.</param>
    public ZaloChannel(string? appId, IReadOnlyDictionary<string, string> secretsByOa, IEnumerable<string> knownOas)
    {
        AppId = string.IsNullOrEmpty(appId) ? null : appId;
        var secrets = secretsByOa.Where(pair => pair.Value.Length > 0).ToList();
        this.secretsByOa = secrets.ToFrozenDictionary(pair => pair.Key, pair => new[] { Encoding.UTF8.GetBytes(pair.Value) });
        secretsOfApp = [.. secrets.Select(pair => pair.Value).Distinct().Take(MostSecretsTried).Select(Encoding.UTF8.GetBytes)];
        KnownOas = knownOas.Concat(secretsByOa.Keys).ToFrozenSet();
    }

    public string? AppId { get; }

    public IReadOnlySet<string> KnownOas { get; }

    /// <summary>The OA's own secret alone; for an OA without one, those of the app, so that its events are kept rather than refused.</summary>
    public IReadOnlyList<byte[]> SecretsFor(string? oaId) =>
        oaId is not null && secretsByOa.TryGetValue(oaId, out var own) ? own : secretsOfApp;
}

/// <summary>One Facebook app.</summary>
public sealed class FacebookChannel(string? appSecret, string? verifyToken, IEnumerable<string> botAppIds)
{
    /// <summary>Empty while no secret is set; nothing is signed rightly then.</summary>
    public byte[] AppSecret { get; } = Encoding.UTF8.GetBytes(appSecret ?? "");

    public byte[] VerifyToken { get; } = Encoding.UTF8.GetBytes(verifyToken ?? "");

    /// <summary>Apps whose echoes are answers by a machine.</summary>
    public IReadOnlySet<string> BotAppIds { get; } = botAppIds.ToFrozenSet();
}
