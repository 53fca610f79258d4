using Command.Reviews.Slides;

namespace Command.Tests.Reviews.Slides;

/// <summary>Everything that a deck may be handed and nobody hopes for.</summary>
internal static class HostileDeck
{
    public const string Markup = "<a:t>\"Tổ & Đội\" 'số 1' </a:t>]]> &amp; {{tipoffs.ratio}} =HYPERLINK(\"x\")";

    /// <summary>120 characters, with blanks, and without any.</summary>
    public static readonly string Long = string.Concat(Enumerable.Repeat("Công an phường Tân Thới Hiệp Thượng Đông ", 3))[..120];
    public static readonly string Unbroken = string.Concat(Enumerable.Repeat("ĐườngQuốcLộ", 11))[..120];

    /// <summary>Control characters and half a surrogate pair, which XML cannot carry.</summary>
    public const string Broken = "Đội\u0000\u0001\u000B\uD800 Cảnh\uFFFF sát";

    private static readonly string[] names = [Markup, Long, Unbroken, Broken, "", "  ", "Đội 🚓 cơ động", "𝕊ố lạ"];

    public static Deck Of(int units)
    {
        var rows = Enumerable.Range(0, units).Select(i => UnitRow.Of(names[i % names.Length] + (i < names.Length ? "" : $" {i}"), i % 3 == 0 ? 0 : i % 7, i % 5 == 0 ? 0 : i % 7 + i % 11)).ToList();
        var paragraph = string.Join(' ', Enumerable.Repeat(Long, 30));
        return new Deck(Markup + Broken, DeckLanguage.Vietnamese, DateTimeOffset.UnixEpoch, Long + Long,
        [
            new Slide(Long + Long, []) { IsCover = true, Kicker = Long, Lead = Long + Long, Footnote = Long + Long, Notes = Broken + "\n" + Markup },
            new Slide("", []),
            new Slide(Unbroken + Unbroken, [new Prose([new(Markup, true), new(Broken), new(""), new(paragraph, true), new(paragraph)])]) { Kicker = Unbroken, Lead = Unbroken, Footnote = paragraph, Notes = paragraph },
            new Slide(Long + Long,
            [
                new Figures([.. Enumerable.Range(0, 9).Select(i => new Figure(names[i % names.Length], i == 2 ? "1.234.567.890.123.456" : "—", names[(i + 1) % names.Length]))]),
            ])
            { Lead = Long + Long },
            new Slide(Markup, [new Table(Markup, [.. names.Select((n, i) => new TableColumn(n, i > 3))], [.. rows.Select(r => new TableRow([r.Name, Long, "", "—", "0", SampleDeck.Count(r.Received), Unbroken, Markup]))])]),
            new Slide("Một ô dài hơn một trang", [new Table("Bảng", [new("A"), new("B")], [new(["1", paragraph + paragraph + paragraph]), new(["2", "hai"])])]),
            new Slide("Theo đơn vị", [SampleDeck.Ratios(rows)]) { Kicker = "KHOẢNG", Footnote = Long },
            new Slide("Không có tin báo",
            [
                new Columns(
                [
                    new Column([new CategoryChart("zero", "Tất cả bằng không", "Không có tin báo.", ChartKind.Columns, ["T1", "T2"], [new("Kỳ này", [0, 0])]) { HasLabels = true }]),
                    new Column([new CategoryChart("unknown", Markup, Markup, ChartKind.Line, [Markup, Broken, Long], [new(Markup, [null, null, null]), new(Broken, [null, 1, null], SeriesRole.Comparison)])]),
                ]),
            ]),
            new Slide("Phễu", [SampleDeck.Funnel([.. rows.Select(r => r.Received == 0 ? UnitRow.Of(r.Name, 0, 1) : r)])]),
            new Slide("Một cột", [new CategoryChart("one", "Đã công bố", Long, ChartKind.Columns, [Long], [new("Đã công bố", [1_230], SeriesRole.Declared), new("Chỉ tiêu", [1_500], SeriesRole.Target)]) { HasLabels = true }]),
            new Slide("Nhiều tên dài", [new CategoryChart("slanted", "Tên dài dưới cột", Long, ChartKind.Columns, [.. rows.Take(12).Select(r => r.Name)], [new("Kỳ này", [.. rows.Take(12).Select(r => (double?)r.Received)])])]),
        ]);
    }
}
