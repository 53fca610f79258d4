namespace Command.Reviews.Slides;

/// <summary>The few words that the file itself needs: names of layouts and shapes, which people see in Office's lists.</summary>
internal sealed record Words(string Language, string Theme, string Cover, string Content, string Title, string Kicker, string Lead, string Body, string Footnote, string Footer, string PageNumber, string Label, string Figure, string Table, string Line, string Notes)
{
    private static readonly Words vietnamese = new("vi-VN", "Sơ kết", "Trang bìa", "Nội dung", "Tiêu đề", "Mục", "Ý chính", "Văn bản", "Ghi chú chân trang", "Chân trang", "Số trang", "Nhãn", "Số liệu", "Bảng", "Đường kẻ", "Lời nói");
    private static readonly Words english = new("en-GB", "Review", "Cover", "Content", "Title", "Section", "Lead", "Text", "Footnote", "Footer", "Page number", "Label", "Figure", "Table", "Rule", "Speaker notes");

    public static Words Of(DeckLanguage language) => language == DeckLanguage.Vietnamese ? vietnamese : english;
}
