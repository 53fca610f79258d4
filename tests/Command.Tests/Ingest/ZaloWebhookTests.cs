using Command.Data;
using Command.Ingest;
using Command.Messages;
using static Command.Tests.Ingest.Doorway;

namespace Command.Tests.Ingest;

public sealed class ZaloWebhookTests
{
    [Fact]
    public void A_text_is_a_message_with_its_words()
    {
        var e = One(ReadZalo(ZaloText));

        Assert.Equal((Platform.Zalo, Oa, EventKind.Message, "user_send_text"), (e.Platform, e.PageExternalId, e.Kind, e.Name));
        Assert.Equal((Resident, "Công an phường cho tôi hỏi", At), (e.Person, e.Text, e.OccurredAt));
    }

    [Theory]
    [InlineData("image")]
    [InlineData("gif")]
    [InlineData("link")]
    [InlineData("audio")]
    [InlineData("video")]
    [InlineData("sticker")]
    [InlineData("location")]
    [InlineData("business_card")]
    [InlineData("file")]
    public void Every_other_type_is_a_message_with_what_is_said_under_it_and_its_file(string type)
    {
        var payload = """{"coordinates":{"latitude":"10.8","longitude":"106.6"},"url":"https://a.example/x","name":"don.pdf","size":"12","type":"pdf"}""";
        var message = $$"""{"msg_id":"m1","text":"x","attachments":[{"type":"{{type}}","payload":{{payload}}}]}""";

        var e = One(ReadZalo(Sent($"user_send_{type}", Resident, Oa, message)));

        Assert.Equal((EventKind.Message, Resident, "x"), (e.Kind, e.Person, e.Text));
        var file = Assert.Single(e.Files);
        Assert.Equal(type == "location" ? "10.8, 106.6" : "don.pdf", file.Name);
        Assert.Equal("https://a.example/x", file.Link);
        Assert.Equal(type.Replace("_", "", StringComparison.Ordinal), file.Kind.ToString(), ignoreCase: true);
    }

    [Theory]
    [InlineData("""[{"payload":{"url":"javascript:alert(1)","name":"a"}}]""")]
    [InlineData("""[{"payload":{"url":17,"name":"a"}}]""")]
    [InlineData("""[{"payload":{"url":"\ud800","name":"a"}}]""")]
    [InlineData("""["x",{"payload":{"name":"a"}}]""")]
    public void A_link_that_is_none_costs_neither_the_message_nor_its_file(string attachments)
    {
        var message = $$"""{"msg_id":"m1","text":{},"attachments":{{attachments}}}""";

        var e = One(ReadZalo(Sent("user_send_file", Resident, Oa, message)));

        Assert.Null(e.Text);
        Assert.Equal([new SentFile(Attachments.File, "a", null)], e.Files);
    }

    [Fact]
    public void Of_many_and_long_ones_no_more_is_kept_than_people_can_read()
    {
        var one = $$$"""{"payload":{"url":"https://a.example/{{{new string('x', 3_000)}}}","name":"{{{new string('n', 3_000)}}}"}}""";
        var message = $$"""{"msg_id":"m1","attachments":[{{string.Join(',', Enumerable.Repeat(one, 50))}}]}""";

        var e = One(ReadZalo(Sent("user_send_image", Resident, Oa, message)));

        Assert.Equal(SentFile.MostOfMessage, e.Files.Count);
        Assert.All(e.Files, f => Assert.Equal((SentFile.LongestName, (string?)null), (f.Name!.Length, f.Link)));
    }

    [Fact]
    public void A_message_is_proposed_a_kind() =>
        Assert.Equal(MessageKind.Procedure, One(ReadZalo(Sent("user_send_text", Resident, Oa, """{"msg_id":"m1","text":"thu tuc tam tru"}"""))).Proposed);

    [Fact]
    public void An_answer_with_admin_id_is_a_person_s()
    {
        var body = $$"""{"sender":{"id":"{{Oa}}","admin_id":"9"},"recipient":{"id":"{{Resident}}"},"event_name":"oa_send_text","message":{"msg_id":"m2","text":"Chào bạn"},"timestamp":"1714476720000"}""";

        var e = One(ReadZalo(body));

        Assert.Equal((EventKind.Reply, Oa, Resident, (string?)null), (e.Kind, e.PageExternalId, e.Person, e.Text));
    }

    [Theory]
    [InlineData("oa_send_text")]
    [InlineData("oa_send_image")]
    [InlineData("oa_send_template")]
    public void An_answer_without_admin_id_is_a_machine_s(string name) =>
        Assert.Equal(EventKind.AutomaticReply, One(ReadZalo(Sent(name, Oa, Resident, """{"msg_id":"m2"}"""))).Kind);

    [Fact]
    public void Direction_follows_the_registered_id_and_not_the_name()
    {
        var outbound = One(ReadZalo(Sent("user_send_text", Oa, Resident, """{"msg_id":"m"}""")));
        var inbound = One(ReadZalo(Sent("oa_send_text", Resident, Oa, """{"msg_id":"m"}""")));

        Assert.Equal((EventKind.AutomaticReply, Resident), (outbound.Kind, outbound.Person));
        Assert.Equal((EventKind.Message, Resident), (inbound.Kind, inbound.Person));
        Assert.All([outbound, inbound], e => Assert.Equal(Oa, e.PageExternalId));
    }

    [Fact]
    public void Of_an_unregistered_page_the_name_tells_the_direction()
    {
        var inbound = One(ReadZalo(Sent("user_send_text", "11", "22", """{"msg_id":"m"}""")));
        var outbound = One(ReadZalo(Sent("oa_send_text", "22", "11", """{"msg_id":"m"}""")));
        var seen = One(ReadZalo(Sent("user_seen_message", "22", "11", """{"msg_ids":["m"]}""")));

        Assert.All([inbound, outbound, seen], e => Assert.Equal("22", e.PageExternalId));
    }

    [Fact]
    public void An_unknown_name_between_unknown_ids_is_set_aside_rather_than_take_a_resident_for_a_page() =>
        Assert.Equal(UnusableReason.MissingId, WhyUnusable(ReadZalo(Sent("something_new", "11", "22", "{}"))));

    [Theory]
    [InlineData("follow", EventKind.Follow)]
    [InlineData("unfollow", EventKind.Unfollow)]
    public void Follows_come_in_another_envelope(string name, EventKind kind)
    {
        var e = One(ReadZalo(Followed(name, "1714476720000")));

        Assert.Equal((kind, Oa, (string?)null), (e.Kind, e.PageExternalId, e.Person));
        Assert.Equal(e.Once, One(ReadZalo(Followed(name, "1714476720000"))).Once);
        Assert.NotEqual(e.Once, One(ReadZalo(Followed(name, "1714476720001"))).Once);
    }

    [Fact]
    public void A_received_receipt_names_one_message()
    {
        var e = One(ReadZalo(Sent("user_received_message", Oa, Resident, """{"msg_id":"m1"}""")));

        Assert.Equal((EventKind.Receipt, Oa, (string?)null), (e.Kind, e.PageExternalId, e.Person));
    }

    [Fact]
    public void A_seen_receipt_is_one_event_per_message()
    {
        var events = ReadZalo(Sent("user_seen_message", Oa, Resident, """{"msg_ids":["m1","m2",3]}""")).Events;

        Assert.Equal(3, events.Select(e => e.Once).Distinct().Count());
        Assert.All(events, e => Assert.Equal(EventKind.Receipt, e.Kind));
    }

    [Theory]
    [InlineData("""["m1",{},"m2"]""", UnusableReason.UnknownShape, 2)]
    [InlineData("""["m1",null]""", UnusableReason.UnknownShape, 1)]
    [InlineData("""["m1",""]""", UnusableReason.MissingId, 1)]
    [InlineData("[]", UnusableReason.MissingId, 0)]
    public void A_bad_message_id_costs_the_others_nothing(string ids, string reason, int good)
    {
        var reading = ReadZalo(Sent("user_seen_message", Oa, Resident, $$"""{"msg_ids":{{ids}}}"""));

        Assert.Equal(good, reading.Events.Count);
        Assert.Equal(reason, Assert.Single(reading.Unusable).Reason);
    }

    [Fact]
    public void Submitted_personal_data_leaves_a_name_only()
    {
        var body = $$"""{"sender":{"id":"{{Resident}}"},"recipient":{"id":"{{Oa}}"},"event_name":"user_submit_info","info":{"name":"Lý Thử","phone":"84900000000"},"timestamp":"1714476720000"}""";

        var e = One(ReadZalo(body));

        Assert.Equal((EventKind.Other, "user_submit_info"), (e.Kind, e.Name));
        Assert.DoesNotContain("84900000000", e.ToString(), StringComparison.Ordinal);
        var unusable = Assert.Single(ReadZalo(body.Replace(Oa, "", StringComparison.Ordinal)).Unusable);
        Assert.Equal(32, unusable.Raw.Length);
    }

    [Fact]
    public void Anonymous_people_are_told_apart_by_their_anonymous_id()
    {
        var inbound = One(ReadZalo($$"""{"anonymous_id":"an1","conversation_id":"c1","recipient":{"id":"{{Oa}}"},"event_name":"anonymous_send_text","message":{"msg_id":"m","text":"co trom"},"timestamp":"1714476720000"}"""));
        var reply = One(ReadZalo($$"""{"anonymous_id":"an1","sender":{"id":"{{Oa}}","admin_id":"9"},"event_name":"oa_send_anonymous_text","message":{"msg_id":"m"},"timestamp":"1714476720000"}"""));
        var byConversation = One(ReadZalo($$"""{"conversation_id":"c1","oa_id":"{{Oa}}","event_name":"anonymous_send_image","message":{"msg_id":"m"},"timestamp":"1714476720000"}"""));

        Assert.Equal((EventKind.Message, "an1", "co trom", MessageKind.TipOff), (inbound.Kind, inbound.Person, inbound.Text, inbound.Proposed));
        Assert.Equal((EventKind.Reply, "an1"), (reply.Kind, reply.Person));
        Assert.Equal((EventKind.Message, "c1", Oa), (byConversation.Kind, byConversation.Person, byConversation.PageExternalId));
    }

    [Fact]
    public void A_phone_number_of_a_zns_receipt_is_nowhere()
    {
        const string phone = "84900000001";
        var body = Sent("user_received_message", Oa, phone, """{"msg_id":"z1"}""");

        var e = One(ReadZalo(body, zns: true));

        Assert.Equal((EventKind.Receipt, Oa), (e.Kind, e.PageExternalId));
        Assert.DoesNotContain(phone, e.ToString(), StringComparison.Ordinal);
        var other = ReadZalo(Sent("user_feedback", "5", phone, "{}"), zns: true);
        Assert.Equal(UnusableReason.MissingId, WhyUnusable(other));
        Assert.Equal(32, other.Unusable[0].Raw.Length);
    }

    [Theory]
    [InlineData("user_send_group_text", EventKind.GroupMessage)]
    [InlineData("oa_send_group_image", EventKind.GroupMessage)]
    [InlineData("create_group", EventKind.Other)]
    [InlineData("user_reacted_message", EventKind.Reaction)]
    [InlineData("user_feedback", EventKind.Other)]
    [InlineData("user_click_chatnow", EventKind.Other)]
    [InlineData("sự kiện mới", EventKind.Other)]
    public void What_has_no_conversation_keeps_its_name_and_nobody(string name, EventKind kind)
    {
        var e = One(ReadZalo(Sent(name, Resident, Oa, """{"msg_id":"m","text":"x"}""")));

        Assert.Equal((kind, name, (string?)null, (string?)null), (e.Kind, e.Name, e.Person, e.Text));
    }

    [Fact]
    public void A_long_name_is_cut()
    {
        Assert.Equal(100, One(ReadZalo(Sent(new string('a', 300), Resident, Oa, "{}"))).Name.Length);
        Assert.Equal(99, One(ReadZalo(Sent(new string('a', 99) + "👮", Resident, Oa, "{}"))).Name.Length);
    }

    [Fact]
    public void The_same_message_is_the_same_event_however_it_is_written()
    {
        var spaced = ZaloText.Replace(",", " , ", StringComparison.Ordinal).Replace("\"1714476720000\"", "1714476720000", StringComparison.Ordinal);

        Assert.Equal(One(ReadZalo(ZaloText)).Once, One(ReadZalo(spaced)).Once);
    }

    [Fact]
    public void The_key_of_once_tells_pages_names_and_messages_apart()
    {
        string[] bodies =
        [
            Sent("user_send_text", Resident, Oa, """{"msg_id":"m1"}"""),
            Sent("user_send_text", Resident, Oa, """{"msg_id":"m2"}"""),
            Sent("user_send_image", Resident, Oa, """{"msg_id":"m1"}"""),
            Sent("user_send_text", Resident, "22", """{"msg_id":"m1"}"""),
            Sent("user_feedback", Resident, Oa, """{"msg_id":"m1"}"""),
            Sent("user_feedback", Resident, Oa, """{"msg_id":"m2"}"""),
        ];

        Assert.Equal(bodies.Length, bodies.Select(body => One(ReadZalo(body)).Once).Distinct().Count());
    }

    [Theory]
    [InlineData("1714476720", "2024-04-30T11:32:00Z")]
    [InlineData("\"1714476720\"", "2024-04-30T11:32:00Z")]
    [InlineData("1714476720000", "2024-04-30T11:32:00Z")]
    [InlineData("\"1714476720123\"", "2024-04-30T11:32:00.123Z")]
    [InlineData("\"1262304000000\"", "2010-01-01T00:00:00Z")]
    [InlineData("\"1714608000000\"", "2024-05-02T00:00:00Z")]
    public void Times_come_in_seconds_or_milliseconds(string timestamp, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), One(ReadZalo(Timed(timestamp))).OccurredAt);

    [Theory]
    [InlineData("\"1262303999999\"", UnusableReason.TimeOutOfRange)]
    [InlineData("\"1714608000001\"", UnusableReason.TimeOutOfRange)]
    [InlineData("0", UnusableReason.TimeOutOfRange)]
    [InlineData("-5", UnusableReason.TimeOutOfRange)]
    [InlineData("1e400", UnusableReason.TimeOutOfRange)]
    [InlineData("\"NaN\"", UnusableReason.TimeOutOfRange)]
    [InlineData("99999999999999999999999", UnusableReason.TimeOutOfRange)]
    [InlineData("\"hôm qua\"", UnusableReason.UnknownShape)]
    [InlineData("null", UnusableReason.UnknownShape)]
    [InlineData("[1714476720000]", UnusableReason.UnknownShape)]
    public void A_time_that_cannot_be_is_set_aside(string timestamp, string reason) =>
        Assert.Equal(reason, WhyUnusable(ReadZalo(Timed(timestamp))));

    [Theory]
    [InlineData("msg_id")]
    [InlineData("sender")]
    [InlineData("recipient")]
    public void A_message_without_an_id_is_set_aside(string property) =>
        Assert.Equal(UnusableReason.MissingId, WhyUnusable(ReadZalo(ZaloText.Replace($"\"{property}\"", "\"x\"", StringComparison.Ordinal))));

    [Fact]
    public void Hostile_shapes_never_throw()
    {
        string[] properties = ["app_id", "sender", "recipient", "event_name", "message", "timestamp", "oa_id", "follower", "anonymous_id"];
        foreach (var value in HostileValues)
        {
            foreach (var property in properties)
            {
                var body = ZaloText[..^1] + $",\"{property}\":{value}}}";
                var reading = ReadZalo(body);
                Assert.True(reading.Events.Count + reading.Unusable.Count == 1, body);
                ZaloWebhook.IsSigned(Bytes(body), "mac=00", Zalo);
            }

            foreach (var property in new[] { "msg_id", "msg_ids", "text" })
            {
                foreach (var name in new[] { "user_send_text", "oa_send_text", "user_seen_message", "user_send_group_text" })
                {
                    var reading = ReadZalo(Sent(name, Resident, Oa, $$"""{"msg_id":"m","{{property}}":{{value}}}"""));
                    Assert.NotEqual(0, reading.Events.Count + reading.Unusable.Count);
                }
            }
        }
    }

    [Theory]
    [InlineData("Công an phường")]
    [InlineData(Oa)]
    [InlineData("user_send_text")]
    public void Bytes_that_are_no_text_are_set_aside(string where)
    {
        var body = Bytes(ZaloText);
        body[body.AsSpan().IndexOf(Bytes(where))] = 0xFF;

        var reading = ZaloWebhook.Read(body, Zalo.KnownOas, RuleSet.First, Now, default)!;

        Assert.Equal(UnusableReason.UnknownShape, WhyUnusable(reading));
        Assert.Equal(body, reading.Unusable[0].Raw.ToArray());
        Assert.False(ZaloWebhook.IsSigned(body, "mac=00", Zalo));
    }

    [Fact]
    public void An_empty_object_is_set_aside() => Assert.Equal(UnusableReason.UnknownShape, WhyUnusable(ReadZalo("{}")));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}{}")]
    [InlineData("{\"a\":1,}")]
    public void What_is_not_one_object_is_no_reading(string body)
    {
        Assert.Null(ZaloWebhook.Read(Bytes(body), Zalo.KnownOas, RuleSet.First, Now, default));
        Assert.Null(FacebookWebhook.Read(Bytes(body), Facebook.BotAppIds, RuleSet.First, Now, default));
    }

    private static string Sent(string name, string from, string to, string message) =>
        $$"""{"app_id":"{{AppId}}","sender":{"id":"{{from}}"},"recipient":{"id":"{{to}}"},"event_name":"{{name}}","message":{{message}},"timestamp":"1714476720000"}""";

    private static string Followed(string name, string timestamp) =>
        $$"""{"oa_id":"{{Oa}}","follower":{"id":"{{Resident}}"},"user_id_by_app":"5","event_name":"{{name}}","source":"qr","app_id":"{{AppId}}","timestamp":"{{timestamp}}"}""";

    private static string Timed(string timestamp) => ZaloText.Replace("\"1714476720000\"", timestamp, StringComparison.Ordinal);
}
