using Command.Data;
using Command.Ingest;
using static Command.Tests.Ingest.Doorway;

namespace Command.Tests.Ingest;

public sealed class FacebookWebhookTests
{
    private const string Inbound = """{"sender":{"id":"9001"},"recipient":{"id":"1029384756"},"timestamp":1714476720000,"message":{"mid":"m.1","text":"Hỏi thủ tục"}}""";

    [Fact]
    public void The_published_vector_is_signed()
    {
        var channel = new FacebookChannel("key", null, []);
        var body = Bytes("The quick brown fox jumps over the lazy dog");
        const string right = "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8";

        Assert.True(FacebookWebhook.IsSigned(body, right, channel));
        Assert.True(FacebookWebhook.IsSigned(body, right.ToUpperInvariant(), channel));
        Assert.False(FacebookWebhook.IsSigned(body, right, Facebook));
        Assert.False(FacebookWebhook.IsSigned(body.AsSpan(1), right, channel));
        Assert.False(FacebookWebhook.IsSigned(body, "sha256=" + Sha256("keyThe quick brown fox jumps over the lazy dog"), channel));
    }

    [Fact]
    public void Without_a_secret_nothing_is_signed() =>
        Assert.False(FacebookWebhook.IsSigned(Bytes("{}"), "sha256=" + Hmac("", "{}"), Channels.None.Facebook));

    [Theory]
    [InlineData("subscribe", "test-token", true)]
    [InlineData("subscribe", "other", false)]
    [InlineData("subscribe", null, false)]
    [InlineData("unsubscribe", "test-token", false)]
    [InlineData(null, "test-token", false)]
    public void Only_who_knows_the_token_is_verified(string? mode, string? token, bool expected) =>
        Assert.Equal(expected, FacebookWebhook.IsVerified(mode, token, Facebook));

    [Fact]
    public void Without_a_token_nobody_is_verified() => Assert.False(FacebookWebhook.IsVerified("subscribe", "", Channels.None.Facebook));

    [Theory]
    [InlineData("messaging")]
    [InlineData("standby")]
    public void A_message_counts_in_messaging_and_in_standby(string list)
    {
        var e = One(ReadFacebook(Body(Entry($"\"{list}\":[{Inbound}]"))));

        Assert.Equal((EventKind.Message, PageId, "9001", "Hỏi thủ tục"), (e.Kind, e.PageExternalId, e.Person, e.Text));
        Assert.Equal((At, MessageKind.Procedure, "message"), (e.OccurredAt, e.Proposed, e.Name));
    }

    [Fact]
    public void What_comes_with_a_message_is_named()
    {
        const string attached = """
            "attachments":[{"type":"image","payload":{"url":"https://cdn.example/1"}},{"type":"location","payload":{"coordinates":{"lat":10.5,"long":106.25}}},{"type":"fallback","title":"Bài báo","url":"https://bao.example/2"},{"type":"template"}]
            """;

        var e = One(ReadFacebook(Body(Entry($"\"messaging\":[{Inbound.Replace("\"text\":\"Hỏi thủ tục\"", attached, StringComparison.Ordinal)}]"))));

        Assert.Null(e.Text);
        Assert.Equal([new(Attachments.Image, null, "https://cdn.example/1"), new(Attachments.Location, "10.5, 106.25", null), new(Attachments.Link, "Bài báo", "https://bao.example/2")], e.Files);
    }

    [Fact]
    public void Messaging_and_standby_tell_of_the_same_event()
    {
        var events = ReadFacebook(Body(Entry($"\"messaging\":[{Inbound}],\"standby\":[{Inbound}]"))).Events;

        Assert.Equal(2, events.Count);
        Assert.Equal(events[0].Once, events[1].Once);
    }

    [Theory]
    [InlineData("", EventKind.Reply)]
    [InlineData(",\"app_id\":5", EventKind.Reply)]
    [InlineData(",\"app_id\":777", EventKind.AutomaticReply)]
    [InlineData(",\"app_id\":\"777\"", EventKind.AutomaticReply)]
    public void An_echo_is_a_reply_unless_a_known_bot_sent_it(string app, EventKind kind)
    {
        var echo = $$$"""{"sender":{"id":"{{{PageId}}}"},"recipient":{"id":"9001"},"timestamp":1714476720000,"message":{"mid":"m.1","is_echo":true,"text":"x"{{{app}}}}}""";

        var e = One(ReadFacebook(Messaging(echo)));

        Assert.Equal((kind, "9001", (string?)null), (e.Kind, e.Person, e.Text));
        Assert.NotEqual(One(ReadFacebook(Messaging(Inbound))).Once, e.Once);
    }

    [Theory]
    [InlineData("\"read\":{\"watermark\":1714476720000}", "read", EventKind.Receipt)]
    [InlineData("\"delivery\":{\"mids\":[\"m\"],\"watermark\":1}", "delivery", EventKind.Receipt)]
    [InlineData("\"postback\":{\"payload\":\"p\"}", "postback", EventKind.Other)]
    [InlineData("\"new_thing\":5", "new_thing", EventKind.Other)]
    public void What_is_no_message_keeps_its_name_and_nobody(string payload, string name, EventKind kind)
    {
        var e = One(ReadFacebook(Messaging($$$"""{"sender":{"id":"9001"},"recipient":{"id":"{{{PageId}}}"},"timestamp":1714476720000,{{{payload}}}}""")));

        Assert.Equal((kind, name, (string?)null), (e.Kind, e.Name, e.Person));
    }

    [Theory]
    [InlineData("comment", "add", "9001", EventKind.Comment)]
    [InlineData("reaction", "add", "9001", EventKind.Reaction)]
    [InlineData("like", "add", "9001", EventKind.Reaction)]
    [InlineData("share", "add", "9001", EventKind.Share)]
    [InlineData("post", "add", PageId, EventKind.Post)]
    [InlineData("status", "add", PageId, EventKind.Post)]
    [InlineData("photo", "add", PageId, EventKind.Image)]
    [InlineData("video", "add", PageId, EventKind.Video)]
    [InlineData("comment", "add", PageId, EventKind.Other)]
    [InlineData("reaction", "add", PageId, EventKind.Other)]
    [InlineData("post", "add", "9001", EventKind.Other)]
    [InlineData("photo", "add", "9001", EventKind.Other)]
    [InlineData("comment", "remove", "9001", EventKind.Other)]
    [InlineData("comment", "edited", "9001", EventKind.Other)]
    [InlineData("post", "hide", PageId, EventKind.Other)]
    [InlineData("album", "add", PageId, EventKind.Other)]
    public void The_wall_counts_what_was_added_by_the_right_side(string item, string verb, string from, EventKind kind)
    {
        var e = One(ReadFacebook(Changes(Feed(item, verb, from))));

        Assert.Equal((kind, $"feed.{item}.{verb}", At), (e.Kind, e.Name, e.OccurredAt));
        Assert.Null(e.Person);
    }

    [Theory]
    [InlineData("""{"field":"fan_count","value":5}""", "fan_count")]
    [InlineData("""{"field":"mention","value":{"item":"post"}}""", "mention")]
    [InlineData("""{"field":"feed","value":{}}""", "feed")]
    [InlineData("""{"field":"ratings"}""", "ratings")]
    public void Another_field_is_kept_under_its_name_at_the_entry_s_time(string change, string name)
    {
        var e = One(ReadFacebook(Changes(change)));

        Assert.Equal((EventKind.Other, name, At), (e.Kind, e.Name, e.OccurredAt));
    }

    [Fact]
    public void Several_entries_and_elements_come_in_one_post_and_a_bad_one_costs_only_itself()
    {
        var old = Inbound.Replace("1714476720000", "1", StringComparison.Ordinal);
        var nameless = Inbound.Replace("\"mid\"", "\"x\"", StringComparison.Ordinal);
        var body = Body(
            Entry($"\"messaging\":[{Inbound},{old},7,{nameless}],\"changes\":[{Feed("comment", "add", "9001")}]"),
            Entry("\"messaging\":5,\"changes\":[{}]"),
            "[]",
            """{"time":1}""",
            Entry($"\"standby\":[{Inbound.Replace("m.1", "m.2", StringComparison.Ordinal)}]", "555"));

        var reading = ReadFacebook(body);

        Assert.Equal([EventKind.Message, EventKind.Comment, EventKind.Message], reading.Events.Select(e => e.Kind));
        Assert.Equal([PageId, PageId, "555"], reading.Events.Select(e => e.PageExternalId));
        Assert.Equal(
            [
                UnusableReason.TimeOutOfRange, UnusableReason.UnknownShape, UnusableReason.MissingId, UnusableReason.UnknownShape,
                UnusableReason.UnknownShape, UnusableReason.UnknownShape, UnusableReason.MissingId,
            ],
            reading.Unusable.Select(u => u.Reason));
        Assert.Equal(old, System.Text.Encoding.UTF8.GetString(reading.Unusable[0].Raw.Span));
    }

    [Fact]
    public void Equal_changes_of_two_pages_are_two_events()
    {
        var change = $"\"changes\":[{Feed("comment", "add", "9001")}]";
        var events = ReadFacebook(Body(Entry(change), Entry(change), Entry(change, "555"))).Events;

        Assert.Equal(2, events.Select(e => e.Once).Distinct().Count());
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"object":"page"}""")]
    [InlineData("""{"object":"page","entry":{}}""")]
    [InlineData("""{"object":"instagram","entry":[]}""")]
    [InlineData("""{"object":5,"entry":[]}""")]
    [InlineData("""{"object":"page","entry":[{"id":"1","time":1714476720}]}""")]
    public void An_unknown_envelope_is_set_aside(string body) => Assert.Equal(UnusableReason.UnknownShape, WhyUnusable(ReadFacebook(body)));

    [Fact]
    public void Hostile_shapes_never_throw()
    {
        foreach (var value in HostileValues)
        {
            string[] bodies =
            [
                $"{{\"entry\":{value}}}", $"{{\"entry\":[{value}]}}", Messaging(value), Changes(value), Body(Entry($"\"changes\":{value}")),
                Body($"{{\"id\":{value},\"messaging\":[{Inbound}]}}"), Body($"{{\"id\":\"1\",\"time\":{value},\"changes\":[{{\"field\":\"x\"}}]}}"),
                .. new[] { "sender", "recipient", "timestamp", "message", "read" }.Select(name => Messaging($"{Inbound[..^1]},\"{name}\":{value}}}")),
                .. new[] { "mid", "text", "is_echo", "app_id" }.Select(name =>
                    Messaging(Inbound.Replace("\"mid\":\"m.1\"", $"\"mid\":\"m\",\"{name}\":{value}", StringComparison.Ordinal))),
                Changes($"{{\"field\":\"feed\",\"value\":{value}}}"), Changes($"{{\"field\":{value}}}"),
                .. new[] { "item", "verb", "from", "created_time" }.Select(name =>
                    Changes($"{{\"field\":\"feed\",\"value\":{{\"item\":\"comment\",\"verb\":\"add\",\"{name}\":{value}}}}}")),
            ];
            foreach (var body in bodies)
                Assert.Null(Record.Exception(() => ReadFacebook(body)));
        }
    }

    private static string Body(params string[] entries) => $$"""{"object":"page","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string content, string page = PageId) => $$"""{"id":"{{page}}","time":1714476720,{{content}}}""";

    private static string Messaging(string element) => Body(Entry($"\"messaging\":[{element}]"));

    private static string Changes(string element) => Body(Entry($"\"changes\":[{element}]"));

    private static string Feed(string item, string verb, string from) =>
        $$$"""{"field":"feed","value":{"item":"{{{item}}}","verb":"{{{verb}}}","post_id":"p","from":{"id":"{{{from}}}","name":"Lý Thử"},"created_time":1714476720}}""";
}
