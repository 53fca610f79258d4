using Command.Data;
using Command.Messages;

namespace Command.Tests.Messages;

public sealed class RuleSetTests
{
    [Theory]
    [InlineData("Cho tôi hỏi thủ tục làm căn cước cho con", MessageKind.Procedure)]
    [InlineData("CHO TOI HOI THU TUC TAM TRU", MessageKind.Procedure)]
    [InlineData("đăng ký xe máy ở đâu ạ?", MessageKind.Procedure)]
    [InlineData("Đăng kí… dang ky xe", MessageKind.Procedure)]
    [InlineData("lam CCCD mat bao lau", MessageKind.Procedure)]
    [InlineData("Xin lý lịch tư pháp", MessageKind.Procedure)]
    [InlineData("Có nhóm đánh nhau trước cổng chợ", MessageKind.TipOff)]
    [InlineData("co trom o hem 12", MessageKind.TipOff)]
    [InlineData("Tôi muốn tố giác tội phạm", MessageKind.TipOff)]
    [InlineData("buôn bán ma tuý", MessageKind.TipOff)]
    [InlineData("buôn bán ma túy", MessageKind.TipOff)]
    [InlineData("Cảm ơn các anh công an phường", MessageKind.Praise)]
    [InlineData("toi muon gop y", MessageKind.Criticism)]
    [InlineData("Phản ánh thái độ của cán bộ trực", MessageKind.Criticism)]
    [InlineData("Chào buổi sáng", MessageKind.Unclassified)]
    [InlineData("", MessageKind.Unclassified)]
    [InlineData("   \u0301 !!! 👮", MessageKind.Unclassified)]
    [InlineData(null, MessageKind.Unclassified)]
    public void A_message_is_proposed_by_its_words(string? text, MessageKind expected) => Assert.Equal(expected, Of(text));

    [Theory]
    [InlineData("Cảm ơn, cho hỏi thủ tục nhập hộ", MessageKind.Procedure)]
    [InlineData("Cảm ơn, tôi bị lừa đảo khi làm căn cước", MessageKind.TipOff)]
    [InlineData("Cảm ơn, tôi xin góp ý", MessageKind.Criticism)]
    public void A_report_comes_before_paperwork_and_paperwork_before_thanks(string text, MessageKind expected) => Assert.Equal(expected, Of(text));

    [Theory]
    [InlineData("Có bác nào biết không")]
    [InlineData("Anh đưa xe đến đâu")]
    [InlineData("nhưng mà tuy xa")]
    public void A_mark_that_contradicts_makes_another_word(string text) => Assert.Equal(MessageKind.Unclassified, Of(text));

    [Theory]
    [InlineData("trombone")]
    [InlineData("khenh")]
    [InlineData("cccd2")]
    public void Part_of_a_word_is_not_the_word(string text) => Assert.Equal(MessageKind.Unclassified, Of(text));

    [Theory]
    [InlineData("thu\u0309 tu\u0323c")]
    [InlineData("thủ\n\ttục")]
    [InlineData("(thủ-tục)")]
    [InlineData("\u202Ethủ tục\u202C")]
    [InlineData("<b>thủ tục</b>")]
    public void Spelling_of_marks_and_gaps_does_not_matter(string text) => Assert.Equal(MessageKind.Procedure, Of(text));

    [Fact]
    public void A_proposal_names_the_rule_and_the_phrase_that_decided() =>
        Assert.Equal(new Proposal(MessageKind.Procedure, 2, "căn cước"), RuleSet.First.Propose(new MessageContent("lam can cuoc o dau")));

    [Fact]
    public void An_endless_text_is_read_at_its_beginning_only()
    {
        var text = string.Concat(Enumerable.Repeat("👮", 3_000));

        Assert.Equal(MessageKind.Unclassified, Of("x" + text + " thủ tục"));
        Assert.Equal(MessageKind.Procedure, Of("thủ tục " + text));
    }

    [Theory]
    [InlineData("Gặp cán bộ", MessageKind.Procedure)]
    [InlineData("  GẶP CÁN BỘ ", MessageKind.Procedure)]
    [InlineData("Ga\u0323\u0306p ca\u0301n bo\u0323\u0302", MessageKind.Procedure)]
    [InlineData("Gặp cán bộ đi", MessageKind.Unclassified)]
    [InlineData("#1", MessageKind.Praise)]
    [InlineData("1", MessageKind.Unclassified)]
    public void A_button_of_a_menu_is_the_whole_text(string text, MessageKind expected)
    {
        var rules = Rules((RuleTest.Menu, MessageKind.Procedure, "Gặp cán bộ\nHỏi đáp"), (RuleTest.Menu, MessageKind.Praise, "#1"));

        Assert.Equal(expected, rules.Propose(new MessageContent(text)).Kind);
    }

    [Theory]
    [InlineData(Attachments.Image, MessageKind.TipOff, "image")]
    [InlineData(Attachments.Video | Attachments.Sticker, MessageKind.TipOff, "Video")]
    [InlineData(Attachments.Sticker, MessageKind.Other, "sticker")]
    [InlineData(Attachments.Location, MessageKind.Criticism, "Location")]
    [InlineData(Attachments.Audio, MessageKind.Unclassified, null)]
    [InlineData(Attachments.None, MessageKind.Unclassified, null)]
    public void What_is_attached_decides_by_its_type(Attachments attached, MessageKind expected, string? because)
    {
        var rules = Rules(
            (RuleTest.Attachment, MessageKind.TipOff, "image\nVideo"), (RuleTest.Attachment, MessageKind.Other, "sticker"), (RuleTest.Location, MessageKind.Criticism, ""));

        var proposal = rules.Propose(new MessageContent(null, attached));
        Assert.Equal((expected, because), (proposal.Kind, proposal.Because));
    }

    [Fact]
    public void Of_all_that_fit_the_first_rule_decides_whatever_it_looks_at()
    {
        var message = new MessageContent("cảm ơn", Attachments.Sticker | Attachments.Location);

        Assert.Equal(MessageKind.Praise, Rules((RuleTest.Words, MessageKind.Praise, "cảm ơn"), (RuleTest.Attachment, MessageKind.Other, "sticker")).Propose(message).Kind);
        Assert.Equal(MessageKind.Other, Rules((RuleTest.Attachment, MessageKind.Other, "sticker"), (RuleTest.Words, MessageKind.Praise, "cảm ơn")).Propose(message).Kind);
        Assert.Equal(MessageKind.TipOff, Rules((RuleTest.Location, MessageKind.TipOff, ""), (RuleTest.Menu, MessageKind.Other, "cảm ơn")).Propose(message).Kind);
    }

    [Theory]
    [InlineData(RuleTest.Words, MessageKind.TipOff, " \n ", RuleFault.Empty)]
    [InlineData(RuleTest.Words, MessageKind.TipOff, "trộm\n👮", RuleFault.Empty)]
    [InlineData(RuleTest.Menu, MessageKind.TipOff, "", RuleFault.Empty)]
    [InlineData(RuleTest.Attachment, MessageKind.TipOff, "image\nhologram", RuleFault.UnknownType)]
    [InlineData(RuleTest.Attachment, MessageKind.TipOff, "none", RuleFault.UnknownType)]
    [InlineData(RuleTest.Words, MessageKind.Unclassified, "trộm", RuleFault.UnknownKind)]
    [InlineData((RuleTest)9, MessageKind.TipOff, "trộm", RuleFault.UnknownKind)]
    [InlineData(RuleTest.Words, (MessageKind)99, "trộm", RuleFault.UnknownKind)]
    public void A_rule_that_cannot_decide_is_a_fault(RuleTest test, MessageKind kind, string texts, RuleFault expected) =>
        Assert.Equal([(1, expected)], RuleTexts.Faults([new MessageRule { Position = 1, Test = test, Kind = kind, Texts = texts }]));

    [Fact]
    public void Endless_rules_are_refused()
    {
        MessageRule Rule(string texts) => new() { Position = 1, Test = RuleTest.Words, Kind = MessageKind.Other, Texts = texts };

        Assert.Equal([(1, RuleFault.TooLong)], RuleTexts.Faults([Rule(new string('a', 101))]));
        Assert.Equal([(0, RuleFault.TooMany)], RuleTexts.Faults([Rule(string.Join('\n', Enumerable.Range(0, 5_001)))]));
        Assert.Equal([(0, RuleFault.TooMany)], RuleTexts.Faults([Rule(new string('a', 1_100_000))]));
        Assert.Empty(RuleTexts.Faults(FirstMessageRules.All));
    }

    private static MessageKind Of(string? text) => RuleSet.First.Propose(new MessageContent(text)).Kind;

    private static RuleSet Rules(params (RuleTest Test, MessageKind Kind, string Texts)[] rules) =>
        RuleSet.Of(7, rules.Select((r, i) => new MessageRule { Position = i + 1, Test = r.Test, Kind = r.Kind, Texts = r.Texts }));
}
