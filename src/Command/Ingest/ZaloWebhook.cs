using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Command.Data;
using Command.Messages;

namespace Command.Ingest;

/// <summary>The words of Zalo Official Accounts turned into ours: who signed a request, and what it tells.</summary>
public static class ZaloWebhook
{
    private const string ReceivedMessage = "user_received_message";
    private const string SeenMessage = "user_seen_message";
    private const string SubmitInfo = "user_submit_info";

    /// <summary>
    /// SHA-256 (no HMAC: Zalo's own scheme) over app id, the bytes as received, the body's own timestamp and the OA
    /// secret key.
    /// </summary>
    /// <param name="header"><c>X-ZEvent-Signature</c>: hex with or without <c>mac=</c>.</param>
    public static bool IsSigned(ReadOnlySpan<byte> body, string header, ZaloChannel channel) =>
        ZaloEnvelope.Peek(body) is { } envelope && IsSigned(body, envelope, header, channel);

    internal static bool IsSigned(ReadOnlySpan<byte> body, in ZaloEnvelope envelope, string header, ZaloChannel channel)
    {
        if (channel.AppId is not null && envelope.AppId is not null && envelope.AppId != channel.AppId)
            return false;
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        if (!SignatureHeader.TryRead(header, "mac=", claimed))
            return false;

        var secrets = channel.SecretsFor(envelope.Sides(channel.KnownOas).Oa);
        var appId = channel.AppId ?? envelope.AppId ?? "";
        var timestamp = envelope.Timestamp ?? "";
        foreach (var secret in secrets)
        {
            if (CryptographicOperations.FixedTimeEquals(Digest(appId, body, timestamp, secret), claimed))
                return true;
        }

        return false;
    }

    /// <param name="keptFrom">What happened before it was removed once: told again, it would count again.</param>
    /// <param name="zns">The request carries <c>X-ZEvent-Server: ZNS</c>: its recipient is a phone number.</param>
    /// <returns>Null when the body is not a JSON object.</returns>
    public static DoorReading? Read(ReadOnlyMemory<byte> body, IReadOnlySet<string> knownOas, RuleSet rules, DateTimeOffset now, DateTimeOffset keptFrom, bool zns = false)
    {
        using var document = Gathering.Parse(body);
        if (document is null)
            return null;
        var gathering = new Gathering(Platform.Zalo, body, now, keptFrom);
        string? name = null;
        gathering.Read(
            document.RootElement,
            fields =>
            {
                name = fields.Text("event_name");
                ReadEvent(fields, name, gathering, knownOas, rules, zns);
            },
            withheld: () => zns || name == SubmitInfo);
        return gathering.Reading;
    }

    private static void ReadEvent(Fields fields, string? name, Gathering gathering, IReadOnlySet<string> knownOas, RuleSet rules, bool zns)
    {
        if (string.IsNullOrEmpty(name))
        {
            fields.Fail(UnusableReason.UnknownShape);
            return;
        }

        var sender = fields.Id("sender", "id");
        var recipient = zns ? null : fields.Id("recipient", "id");
        var envelope = new ZaloEnvelope(null, null, name, fields.Id("oa_id"), sender, recipient);
        var (oa, fromOa) = envelope.Sides(knownOas);
        var page = fields.Need(oa);
        var at = fields.Need(fields.Time("timestamp"));
        var kind = KindOf(name, fromOa, zns);
        var shortName = Gathering.Shorten(name);
        var e = new PlatformEvent(Platform.Zalo, page, kind, shortName, at, "");
        switch (kind)
        {
            case EventKind.Message:
                var attached = Attachment.OfZalo(name);
                var text = attached == Attachments.None && name.EndsWith("_send_text", StringComparison.Ordinal)
                    ? fields.Text("message", "text")
                    : Attachment.Caption(fields.Element);
                gathering.Add(fields, e with
                {
                    Once = OnceOf(e, fields.NeedId("message", "msg_id")),
                    Person = fields.Need(AnonymousId(fields, name) ?? sender),
                    Text = text,
                    Files = attached == Attachments.None ? [] : Attachment.Files(fields.Element, attached),
                    Proposed = rules.Propose(new MessageContent(text, attached)).Kind,
                });
                break;
            case EventKind.AutomaticReply:
                gathering.Add(fields, e with
                {
                    Kind = fields.Id("sender", "admin_id") is null ? EventKind.AutomaticReply : EventKind.Reply,
                    Once = OnceOf(e, fields.NeedId("message", "msg_id")),
                    Person = fields.Need(AnonymousId(fields, name) ?? recipient),
                });
                break;
            case EventKind.Receipt when fields.Array("message", "msg_ids") is { } ids:
                ReadReceipts(fields, ids, e, gathering);
                break;
            case EventKind.Receipt:
                gathering.Add(fields, e with { Once = OnceOf(e, fields.NeedId("message", "msg_id")) });
                break;
            case EventKind.Follow or EventKind.Unfollow:
                var follower = fields.NeedId("follower", "id");
                gathering.Add(fields, e with { Once = $"{OnceOf(e, follower)}\n{at.ToUnixTimeMilliseconds()}" });
                break;
            case EventKind.GroupMessage when fields.Id("message", "msg_id") is { } id:
                gathering.Add(fields, e with { Once = OnceOf(e, id) });
                break;
            default:
                gathering.Add(fields, e with { Once = gathering.OnceByBytes(page, fields.Element) });
                break;
        }
    }

    private static void ReadReceipts(Fields fields, JsonElement ids, PlatformEvent e, Gathering gathering)
    {
        if (fields.Fault is not null)
            return;
        foreach (var element in ids.EnumerateArray())
        {
            // A bad id sets the request aside and costs the others nothing.
            if (fields.Need(fields.IdOf(element)) is { Length: > 0 } id)
                gathering.Keep(e with { Once = OnceOf(e, id) });
        }

        if (ids.GetArrayLength() == 0)
            fields.Fail(UnusableReason.MissingId);
    }

    /// <summary>A message of the OA is taken for a machine's until an <c>admin_id</c> shows a person.</summary>
    private static EventKind KindOf(string name, bool fromOa, bool zns) => name switch
    {
        ReceivedMessage or SeenMessage => EventKind.Receipt,
        _ when zns => EventKind.Other,
        "follow" => EventKind.Follow,
        "unfollow" => EventKind.Unfollow,
        "user_reacted_message" => EventKind.Reaction,
        _ when Begins(name, "user_send_group_") || Begins(name, "oa_send_group_") => EventKind.GroupMessage,
        _ when Begins(name, "user_send_") || Begins(name, "oa_send_") || Begins(name, "anonymous_send_") =>
            fromOa ? EventKind.AutomaticReply : EventKind.Message,
        _ => EventKind.Other,
    };

    private static bool Begins(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal);

    private static string? AnonymousId(Fields fields, string name) =>
        Begins(name, "anonymous_") || Begins(name, "oa_send_anonymous_")
            ? fields.Id("anonymous_id") ?? fields.Id("conversation_id")
            : null;

    private static string OnceOf(PlatformEvent e, string id) => $"id\n{e.PageExternalId}\n{e.Name}\n{id}";

    private static byte[] Digest(string appId, ReadOnlySpan<byte> body, string timestamp, byte[] secret)
    {
        var most = Encoding.UTF8.GetMaxByteCount(appId.Length + timestamp.Length) + body.Length + secret.Length;
        var rented = ArrayPool<byte>.Shared.Rent(most);
        var length = Encoding.UTF8.GetBytes(appId, rented);
        body.CopyTo(rented.AsSpan(length));
        length += body.Length;
        length += Encoding.UTF8.GetBytes(timestamp, rented.AsSpan(length));
        secret.CopyTo(rented, length);
        length += secret.Length;
        var digest = SHA256.HashData(rented.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(rented);
        return digest;
    }
}
