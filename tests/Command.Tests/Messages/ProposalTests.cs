using Command.Data;
using Command.Messages;

namespace Command.Tests.Messages;

public sealed class ProposalTests
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
    [InlineData("Cảm ơn các anh công an phường", MessageKind.Feedback)]
    [InlineData("toi muon gop y", MessageKind.Feedback)]
    [InlineData("Phản ánh thái độ của cán bộ trực", MessageKind.Feedback)]
    [InlineData("Chào buổi sáng", MessageKind.Unclassified)]
    [InlineData("", MessageKind.Unclassified)]
    [InlineData("   \u0301 !!! 👮", MessageKind.Unclassified)]
    [InlineData(null, MessageKind.Unclassified)]
    public void A_message_is_proposed_by_its_words(string? text, MessageKind expected) => Assert.Equal(expected, Proposal.Of(text));

    [Theory]
    [InlineData("Cảm ơn, cho hỏi thủ tục nhập hộ", MessageKind.Procedure)]
    [InlineData("Cảm ơn, tôi bị lừa đảo khi làm căn cước", MessageKind.TipOff)]
    public void A_report_comes_before_paperwork_and_paperwork_before_thanks(string text, MessageKind expected) =>
        Assert.Equal(expected, Proposal.Of(text));

    [Theory]
    [InlineData("Có bác nào biết không")]
    [InlineData("Anh đưa xe đến đâu")]
    [InlineData("nhưng mà tuy xa")]
    public void A_mark_that_contradicts_makes_another_word(string text) => Assert.Equal(MessageKind.Unclassified, Proposal.Of(text));

    [Theory]
    [InlineData("trombone")]
    [InlineData("khenh")]
    [InlineData("cccd2")]
    public void Part_of_a_word_is_not_the_word(string text) => Assert.Equal(MessageKind.Unclassified, Proposal.Of(text));

    [Theory]
    [InlineData("thu\u0309 tu\u0323c")]
    [InlineData("thủ\n\ttục")]
    [InlineData("(thủ-tục)")]
    public void Spelling_of_marks_and_gaps_does_not_matter(string text) => Assert.Equal(MessageKind.Procedure, Proposal.Of(text));

    [Fact]
    public void A_proposal_names_the_phrase_that_decided() => Assert.Equal("căn cước", Proposal.Because("lam can cuoc o dau"));

    [Fact]
    public void An_endless_text_is_read_at_its_beginning_only()
    {
        var text = string.Concat(Enumerable.Repeat("👮", 3_000));

        Assert.Equal(MessageKind.Unclassified, Proposal.Of("x" + text + " thủ tục"));
        Assert.Equal(MessageKind.Procedure, Proposal.Of("thủ tục " + text));
    }
}
