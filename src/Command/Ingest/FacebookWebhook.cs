using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Command.Data;
using Command.Messages;

namespace Command.Ingest;

/// <summary>The words of Facebook pages turned into ours: who signed a request, and what it tells.</summary>
public static class FacebookWebhook
{
    /// <summary>Whether who asks to subscribe knows the token that an administrator typed in on both sides.</summary>
    public static bool IsVerified(string? mode, string? token, FacebookChannel channel) =>
        mode == "subscribe"
        && channel.VerifyToken.Length > 0
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token ?? ""), channel.VerifyToken);

    /// <param name="header"><c>X-Hub-Signature-256</c>: HMAC-SHA256 of the bytes as received under the app secret.</param>
    public static bool IsSigned(ReadOnlySpan<byte> body, string header, FacebookChannel channel)
    {
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (channel.AppSecret.Length == 0 || !SignatureHeader.TryRead(header, "sha256=", claimed))
            return false;
        HMACSHA256.HashData(channel.AppSecret, body, digest);
        return CryptographicOperations.FixedTimeEquals(digest, claimed);
    }

    /// <param name="keptFrom">What happened before it was removed once: told again, it would count again.</param>
    /// <returns>Null when the body is not a JSON object.</returns>
    public static DoorReading? Read(ReadOnlyMemory<byte> body, IReadOnlySet<string> botAppIds, RuleSet rules, DateTimeOffset now, DateTimeOffset keptFrom)
    {
        using var document = Gathering.Parse(body);
        if (document is null)
            return null;
        var gathering = new Gathering(Platform.Facebook, body, now, keptFrom);
        gathering.Read(document.RootElement, root =>
        {
            if (root.Text("object") is not (null or "page") || root.Array("entry") is not { } entries)
            {
                root.Fail(UnusableReason.UnknownShape);
                return;
            }

            foreach (var entry in entries.EnumerateArray())
                gathering.Read(entry, fields => ReadEntry(fields, gathering, botAppIds, rules));
        });
        return gathering.Reading;
    }

    private static void ReadEntry(Fields entry, Gathering gathering, IReadOnlySet<string> botAppIds, RuleSet rules)
    {
        var page = entry.NeedId("id");
        if (entry.Fault is not null)
            return;

        // The same event stands in `messaging` or in `standby`, by which app holds the conversation.
        var known = false;
        foreach (var list in new[] { "messaging", "standby" })
        {
            if (entry.Array(list) is not { } messages)
                continue;
            known = true;
            foreach (var element in messages.EnumerateArray())
                gathering.Read(element, fields => ReadMessaging(fields, page, entry, gathering, botAppIds, rules));
        }

        if (entry.Array("changes") is { } changes)
        {
            known = true;
            foreach (var element in changes.EnumerateArray())
                gathering.Read(element, fields => FacebookFeed.Read(fields, page, entry, gathering));
        }

        if (!known)
            entry.Fail(UnusableReason.UnknownShape);
    }

    private static void ReadMessaging(Fields fields, string page, Fields entry, Gathering gathering, IReadOnlySet<string> botAppIds, RuleSet rules)
    {
        var name = PayloadOf(fields.Element);
        if (name is null)
        {
            fields.Fail(UnusableReason.UnknownShape);
            return;
        }

        var at = fields.TimeOr(entry, "timestamp");
        var e = new PlatformEvent(Platform.Facebook, page, EventKind.Other, Gathering.Shorten(name), at, "");
        if (name == "message")
            ReadMessage(fields, e, gathering, botAppIds, rules);
        else
            gathering.Add(fields, e with
            {
                Kind = name is "read" or "delivery" ? EventKind.Receipt : EventKind.Other,
                Once = gathering.OnceByBytes(page, fields.Element),
            });
    }

    private static void ReadMessage(Fields fields, PlatformEvent e, Gathering gathering, IReadOnlySet<string> botAppIds, RuleSet rules)
    {
        var sender = fields.NeedId("sender", "id");
        var recipient = fields.NeedId("recipient", "id");
        var id = fields.NeedId("message", "mid");
        if (fields.Flag("message", "is_echo") || sender == e.PageExternalId)
        {
            var byBot = fields.Id("message", "app_id") is { } app && botAppIds.Contains(app);
            gathering.Add(fields, e with
            {
                Kind = byBot ? EventKind.AutomaticReply : EventKind.Reply,
                Name = "message_echo",
                Once = $"id\n{e.PageExternalId}\nmessage_echo\n{id}",
                Person = sender == e.PageExternalId ? recipient : sender,
            });
            return;
        }

        var text = fields.Text("message", "text");
        var attached = Attachment.OfFacebook(fields.Element);
        gathering.Add(fields, e with
        {
            Kind = EventKind.Message,
            Once = $"id\n{e.PageExternalId}\nmessage\n{id}",
            Person = sender,
            Text = text,
            Files = attached == Attachments.None ? [] : Attachment.Files(fields.Element, Attachments.None),
            Proposed = rules.Propose(new MessageContent(text, attached)).Kind,
        });
    }

    /// <summary>What an element is about is the property that stands beside its sender, recipient and time.</summary>
    private static string? PayloadOf(JsonElement element)
    {
        if (element.TryGetProperty("message", out _))
            return "message";
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is not ("sender" or "recipient" or "timestamp" or ""))
                return property.Name;
        }

        return null;
    }
}
