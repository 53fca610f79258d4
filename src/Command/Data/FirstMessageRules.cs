namespace Command.Data;

/// <summary>The rules that a new database begins with. A missed report costs most, so reports decide first.</summary>
public static class FirstMessageRules
{
    public static readonly MessageRuleVersion Version = new() { Number = 1, MadeAt = DateTimeOffset.UnixEpoch, MadeBy = "system", Note = "" };

    public static readonly IReadOnlyList<MessageRule> All =
    [
        Words(1, MessageKind.TipOff,
            "tố giác", "tố cáo", "báo tin", "tin báo", "trình báo", "trộm", "cướp", "cướp giật", "giật đồ", "móc túi", "mất cắp",
            "mất xe", "đánh nhau", "hành hung", "đâm chém", "gây thương tích", "ma túy", "hút chích", "cờ bạc", "đánh bạc",
            "cá độ", "lô đề", "đánh đề", "đá gà", "lừa đảo", "chiếm đoạt", "gây rối", "mại dâm", "đua xe", "tín dụng đen", "cho vay nặng lãi",
            "đòi nợ", "đe dọa", "tống tiền", "xâm hại", "bắt cóc", "bạo hành", "pháo nổ", "đốt pháo", "vũ khí", "dao kiếm"),
        Words(2, MessageKind.Procedure,
            "thủ tục", "căn cước", "cccd", "cmnd", "chứng minh nhân dân", "hộ khẩu", "tạm trú", "tạm vắng", "thường trú", "lưu trú",
            "cư trú", "nhập hộ", "tách hộ", "định danh", "vneid", "hộ chiếu", "passport", "lý lịch", "giấy tờ", "làm thẻ",
            "đăng ký xe", "biển số", "bằng lái", "giấy phép lái xe", "gplx", "giấy xác nhận",
            "lệ phí", "nộp hồ sơ", "dịch vụ công", "phạt nguội"),
        Words(3, MessageKind.Criticism, "góp ý", "phản ánh thái độ", "thái độ phục vụ", "thái độ cán bộ"),
        Words(4, MessageKind.Praise, "cảm ơn", "cám ơn", "khen", "khen ngợi", "biểu dương", "hài lòng", "tuyệt vời"),
    ];

    private static MessageRule Words(int position, MessageKind kind, params string[] phrases) => new()
    {
        Version = Version.Number,
        Position = position,
        Test = RuleTest.Words,
        Kind = kind,
        Texts = string.Join('\n', phrases),
    };
}
