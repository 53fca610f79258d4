using System.Collections.Frozen;
using Command.Data;

namespace Command.Messages;

/// <summary>
/// Proposes what a message is about by its words, for a person to confirm. Case does not matter, and neither do marks
/// that were left out ("trom cap"); a mark that contradicts does ("có bác" is not "cờ bạc").
/// </summary>
public static class Proposal
{
    /// <summary>Longer than any message of the platforms: bounds the work on one that is not honest.</summary>
    private const int MostCharacters = 4_000;

    /// <summary>The one list. Of two kinds in one message the earlier wins: a missed report costs most.</summary>
    private static readonly (MessageKind Kind, string[] Phrases)[] rules =
    [
        (MessageKind.TipOff,
        [
            "tố giác", "tố cáo", "báo tin", "tin báo", "trình báo", "trộm", "cướp", "cướp giật", "giật đồ", "móc túi", "mất cắp",
            "mất xe", "đánh nhau", "hành hung", "đâm chém", "gây thương tích", "ma túy", "hút chích", "cờ bạc", "đánh bạc",
            "cá độ", "lô đề", "đánh đề", "đá gà", "lừa đảo", "chiếm đoạt", "gây rối", "mại dâm", "đua xe", "tín dụng đen", "cho vay nặng lãi",
            "đòi nợ", "đe dọa", "tống tiền", "xâm hại", "bắt cóc", "bạo hành", "pháo nổ", "đốt pháo", "vũ khí", "dao kiếm",
        ]),
        (MessageKind.Procedure,
        [
            "thủ tục", "căn cước", "cccd", "cmnd", "chứng minh nhân dân", "hộ khẩu", "tạm trú", "tạm vắng", "thường trú", "lưu trú",
            "cư trú", "nhập hộ", "tách hộ", "định danh", "vneid", "hộ chiếu", "passport", "lý lịch", "giấy tờ", "làm thẻ",
            "đăng ký xe", "biển số", "bằng lái", "giấy phép lái xe", "gplx", "giấy xác nhận",
            "lệ phí", "nộp hồ sơ", "dịch vụ công", "phạt nguội",
        ]),
        (MessageKind.Feedback,
        [
            "cảm ơn", "cám ơn", "khen", "khen ngợi", "biểu dương", "góp ý", "phản ánh thái độ", "thái độ phục vụ", "thái độ cán bộ",
            "hài lòng", "tuyệt vời",
        ]),
    ];

    private static readonly FrozenDictionary<string, Phrase[]> byFirstWord = rules
        .SelectMany(rule => rule.Phrases.Select(text => new Phrase(rule.Kind, text)))
        .GroupBy(phrase => phrase.Words.Letters(0).ToString())
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> phrases =
        byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    public static MessageKind Of(string? text) => PhraseIn(text)?.Kind ?? MessageKind.Unclassified;

    /// <summary>The phrase that decided, as the list writes it; null when none did.</summary>
    public static string? Because(string? text) => PhraseIn(text)?.Text;

    private static Phrase? PhraseIn(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var words = new FoldedText(text.Length > MostCharacters ? text[..MostCharacters] : text);
        Phrase? best = null;
        for (var at = 0; at < words.Count; at++)
        {
            if (!phrases.TryGetValue(words.Letters(at), out var candidates))
                continue;
            foreach (var phrase in candidates)
            {
                if ((best is null || phrase.Rank < best.Rank) && words.HasAt(at, phrase.Words))
                    best = phrase;
            }
        }

        return best;
    }

    private sealed class Phrase(MessageKind kind, string text)
    {
        public MessageKind Kind => kind;

        public string Text => text;

        public int Rank { get; } = Array.FindIndex(rules, rule => rule.Kind == kind);

        public FoldedText Words { get; } = new(text);
    }
}
