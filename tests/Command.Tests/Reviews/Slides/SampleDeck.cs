using System.Globalization;
using Command.Reviews.Slides;

namespace Command.Tests.Reviews.Slides;

/// <summary>A review of an invented district, as a conference would see it, for as many units as asked.</summary>
internal static class SampleDeck
{
    public static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    private static readonly string[] wards =
    [
        "Hoa Mai", "Hoa Đào", "Tân Bình An", "Phú Thuận", "Bến Lức Đông", "Vĩnh Hưng", "An Lạc Tây", "Đồng Tâm", "Long Phước Thượng",
        "Hoà Khánh", "Bình Minh", "Thạnh Lộc", "Ngọc Lâm", "Suối Tre", "Cầu Gỗ", "Đình Thôn", "Mỹ Lợi", "Quảng Đức",
    ];

    private const string Footnote = "Tỷ lệ tin có giá trị = tin báo được xác nhận có giá trị ÷ tin báo đã tiếp nhận (không kể tin trùng, tin rác đã xác nhận). n = 307, N = 1.230; 14 tin chờ phân loại, 6 tin chờ xác nhận. Số liệu lúc 08:00 ngày 01/07/2026.";

    public static Deck Of(int units = 18, int months = 12)
    {
        var rows = Units(units);
        var times = Enumerable.Range(0, months).Select(m => $"T{m % 12 + 1}").ToList();
        return new Deck("Sơ kết 6 tháng đầu năm 2026 – Công an quận An Hoà", DeckLanguage.Vietnamese, new DateTimeOffset(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(7)), "Công an quận An Hoà · 15/12/2025–14/06/2026 · Số liệu lúc 08:00 ngày 01/07/2026",
        [
            new Slide("Sơ kết công tác tiếp nhận tin báo qua mạng xã hội 6 tháng đầu năm 2026", [])
            {
                IsCover = true,
                Kicker = "CÔNG AN QUẬN AN HOÀ",
                Lead = "Kỳ công an 15/12/2025 – 14/06/2026, so với cùng kỳ năm trước",
                Footnote = "Số liệu đã khoá lúc 08:00 ngày 01/07/2026.",
                Notes = "Kính thưa các đồng chí, hôm nay chúng ta sơ kết sáu tháng đầu năm.",
            },
            new Slide("Tin báo tăng, tỷ lệ có giá trị giữ vững, phản hồi nhanh hơn",
            [
                new Figures(
                [
                    new("Tin báo đã tiếp nhận", "1.230", "cao hơn cùng kỳ 12 % (1.098)"),
                    new("Tỷ lệ tin có giá trị", "24,96 %", "307/1.230; trong mức dao động", Tone.Accent),
                    new("Phản hồi lần đầu (trung vị)", "9 phút", "nhanh hơn cùng kỳ 4 phút"),
                    new("Hội thoại quá hạn", "17", "0,4 % của 4.310 hội thoại", Tone.Overdue),
                ]),
                new Prose(
                [
                    new("Điều thay đổi trong kỳ", Tone: Tone.Strong),
                    new("Hai phường Hoa Mai và Bình Minh mở thêm trang; người theo dõi toàn quận đạt 31,4 % dân số.", true),
                    new("Tin báo về trật tự đô thị tăng nhiều nhất: 212 tin, cao hơn cùng kỳ 38 %.", true),
                    new("Ba đơn vị chưa có số đọc người theo dõi trong tháng 3; số liệu tháng đó để trống.", true, Tone.Waits),
                ]),
            ])
            {
                Kicker = "TÓM TẮT", Lead = "Bốn con số và ba thay đổi đáng nói trong kỳ", Footnote = Footnote,
                Notes = "Toàn quận tiếp nhận 1.230 tin báo, cao hơn cùng kỳ 12 phần trăm.\nTrong đó 307 tin có giá trị.",
            },
            new Slide("Tổng số so với cùng kỳ và chỉ tiêu",
            [
                new Table("Tổng số của kỳ này, cùng kỳ năm trước và chỉ tiêu",
                    [new("Chỉ số"), new("Kỳ này", true), new("Cùng kỳ", true), new("So sánh", true), new("Chỉ tiêu", true), new("Nhận xét")],
                    [
                        new(["Tin nhắn của người dân", "48.112", "41.905", "+14,8 %", "—", ""]),
                        new(["Hỏi thủ tục hành chính", "21.679", "19.004", "+14,1 %", "—", ""]),
                        new(["Tin báo đã tiếp nhận", "1.230", "1.098", "+12,0 %", "1.200", "Đạt"], true),
                        new(["Tin báo có giá trị", "307", "281", "+9,3 %", "—", "đang chờ xác nhận 6 tin"]),
                        new(["Người theo dõi", "157.200", "143.870", "+9,3 %", "500.000", new TableCell("Chưa đạt", Tone.Waits)]),
                        new(["Trả lời đúng hạn", "96,2 %", "93,5 %", "+2,7 điểm", "98 %", new TableCell("Chưa đạt", Tone.Waits)]),
                        new(["Lượt xem bài viết", "gần 4,3 triệu", "—", "—", "—", "Nguồn: báo cáo của đơn vị"]),
                    ]),
            ])
            { Kicker = "TỔNG SỐ", Footnote = Footnote, Notes = "Năm trong bảy chỉ số cao hơn cùng kỳ." },
            new Slide("Tin nhắn và tin báo theo tháng",
            [
                new Columns(
                [
                    new Column([Monthly("messages.by-month", "Tin nhắn của người dân", times, 3_600, 5)]),
                    new Column([Monthly("tipoffs.by-month", "Tin báo đã tiếp nhận", times, 90, 11)]),
                ]),
            ])
            { Kicker = "THEO THỜI GIAN", Lead = "Tháng 3 thiếu số đọc của ba đơn vị nên để trống", Footnote = Footnote, Notes = "Tin báo tăng đều từ tháng 2." },
            new Slide("Số đã công bố đặt cạnh số thu thập được",
            [
                new Columns(
                [
                    new Column([new CategoryChart("tipoffs.declared", "Tin báo: đã công bố, thu thập, cộng từ đơn vị", "Ba cột: đã công bố 3.079, thu thập được 2.911, cộng từ các đơn vị 2.874.", ChartKind.Columns, ["Cả kỳ"],
                        [new("Đã công bố", [3_079], SeriesRole.Declared), new("Thu thập được", [2_911]), new("Cộng từ các đơn vị", [2_874], SeriesRole.Comparison)]) { HasLabels = true }], 1.3),
                    new Column([new Prose([new("Vì sao khác nhau", Tone: Tone.Strong), new("Số đã công bố gồm cả tin chuyển tiếp giữa các trang.", true), new("Hai trang mở trước khi hệ thống thu thập, thiếu 37 ngày đầu.", true), new("Số đã công bố không được chia cho tháng hay đơn vị.", true, Tone.Quiet)])]),
                ]),
            ])
            { Kicker = "ĐỐI CHIẾU", Footnote = "Nguồn: Báo cáo số 12/BC ngày 16/05/2026 (số đã công bố). Số liệu lúc 08:00 ngày 01/07/2026." },
            new Slide("Tin báo theo lĩnh vực và kết quả",
            [
                new Columns(
                [
                    new Column([new CategoryChart("tipoffs.by-category", "Theo lĩnh vực", "Trật tự đô thị nhiều nhất với 212 tin, rồi trộm cắp 198 tin.", ChartKind.Bars, ["Trật tự đô thị", "Trộm cắp tài sản", "Lừa đảo qua mạng", "Ma tuý", "Gây rối trật tự công cộng", "Tín dụng đen", "Khác"],
                        [new("Kỳ này", [212, 198, 187, 141, 120, 74, 298])]) { HasLabels = true }]),
                    new Column([new CategoryChart("tipoffs.by-outcome", "Kết quả theo quý", "Mỗi quý chia theo kết quả.", ChartKind.StackedColumns, ["Quý III/2025", "Quý IV/2025", "Quý I/2026", "Quý II/2026"],
                        [new("Bắt đối tượng", [41, 38, 44, 52], SeriesRole.Part), new("Xử phạt", [66, 71, 59, 80], SeriesRole.Part), new("Hoà giải", [32, 25, 37, 30], SeriesRole.Part), new("Chuyển cơ quan khác", [18, 22, 20, 17], SeriesRole.Part)]) { HasLabels = true }]),
                ]),
            ])
            { Kicker = "TIN BÁO", Footnote = Footnote, Notes = "Trật tự đô thị đứng đầu." },
            new Slide("Tỷ lệ tin có giá trị: hai đơn vị khác hẳn mặt bằng chung", [Funnel(rows)])
            { Kicker = "TỶ LỆ TIN CÓ GIÁ TRỊ", Lead = "Mỗi điểm là một đơn vị; trong phễu là dao động ngẫu nhiên", Footnote = Footnote, Notes = "Điểm nằm trong phễu không có nghĩa là tốt hay kém." },
            new Slide("Tỷ lệ tin có giá trị theo đơn vị, khoảng tin cậy 95 %", [Ratios(rows)])
            { Kicker = "TỶ LỆ TIN CÓ GIÁ TRỊ", Footnote = Footnote, Notes = "Khoảng càng dài, số liệu càng ít." },
            new Slide("Xếp hạng theo cụm thi đua",
            [
                new Table("Bảng xếp hạng với khoảng hạng và nhóm",
                    [new("Hạng", true), new("Đơn vị"), new("Cụm"), new("N", true), new("Tỷ lệ", true), new("Khoảng 95 %", true), new("Khoảng hạng", true), new("Nhóm")],
                    [.. rows.OrderByDescending(r => r.Ratio).Select((r, i) => new TableRow([$"{i + 1}", r.Name, i % 2 == 0 ? "Cụm phường trung tâm" : "Cụm phường ven", Count(r.Received), Percent(r.Ratio), $"{Percent(r.Low)} – {Percent(r.High)}", $"{Math.Max(1, i - 2)} – {i + 4}", i < units / 5 ? "Dẫn đầu" : i < units * 4 / 5 ? "Giữa" : new TableCell("Cần hỗ trợ", Tone.Waits)]))]),
            ])
            { Kicker = "THI ĐUA", Footnote = Footnote },
            new Slide("Phản hồi lần đầu và tỷ lệ đúng hạn",
            [
                new Columns(
                [
                    new Column([new CategoryChart("replies.first", "Phản hồi lần đầu, trung vị", "Từ 14 phút xuống 9 phút trong mười hai tháng.", ChartKind.Line, times, [new("Kỳ này", [.. times.Select((_, i) => (double?)(14 - i * 0.4))]), new("Cùng kỳ", [.. times.Select((_, i) => (double?)(19 - i * 0.1))], SeriesRole.Comparison)]) { ValueTitle = "Phút" }]),
                    new Column([new CategoryChart("replies.in-time", "Trả lời đúng hạn", "Từ 91 % lên 96 %, chỉ tiêu 98 %.", ChartKind.Columns, times, [new("Kỳ này", [.. times.Select((_, i) => (double?)(0.91 + i * 0.004))]), new("Chỉ tiêu", [.. times.Select(_ => (double?)0.98)], SeriesRole.Target)]) { Format = NumberFormat.Percent, Maximum = 1 }]),
                ]),
            ])
            { Kicker = "PHẢN HỒI", Footnote = Footnote },
            new Slide("Người theo dõi và độ phủ dân số",
            [
                new Figures([new("Người theo dõi", "157.200", "gấp 1,09 lần cùng kỳ"), new("Độ phủ dân số", "31,4 %", "157.200/500.000"), new("Chỉ tiêu", "100 %", "còn thiếu 342.800")]),
                new CategoryChart("followers.by-month", "Người theo dõi cuối tháng", "Tăng từ 143.870 lên 157.200.", ChartKind.Line, times, [new("Người theo dõi", [.. times.Select((_, i) => i == 2 ? (double?)null : 143_870 + i * 1_210)])]),
            ])
            { Kicker = "NGƯỜI THEO DÕI", Footnote = Footnote },
            new Slide("Nội dung đã đăng",
            [
                new Figures([new("Bài viết", "3.586"), new("Video", "215"), new("Hình ảnh", "5.184"), new("Lượt xem", "4.391.031"), new("Tương tác", "284.762"), new("Tin thông báo", "38,5 triệu", "khoảng, theo báo cáo")]),
            ])
            { Kicker = "TUYÊN TRUYỀN", Footnote = Footnote },
            new Slide("Nền tảng",
            [
                new CategoryChart("platforms.messages", "Tin nhắn theo nền tảng", "Zalo chiếm phần lớn tin nhắn.", ChartKind.StackedBars, ["Kỳ này", "Cùng kỳ"], [new("Zalo", [31_200, 28_900], SeriesRole.Part), new("Facebook", [14_012, 11_105], SeriesRole.Part), new("YouTube", [2_900, 1_900], SeriesRole.Part)]) { HasLabels = true },
            ])
            { Kicker = "NỀN TẢNG", Footnote = Footnote },
            new Slide("Đơn vị cần quan tâm",
            [
                new Table("Đơn vị cần quan tâm và lý do", [new("Đơn vị"), new("Vì sao"), new("Đề nghị")],
                    [
                        new(["Công an phường Suối Tre", new TableCell("9 hội thoại quá hạn, lâu nhất 52 giờ", Tone.Overdue), "Phân công thêm người trực trang ngoài giờ"]),
                        new(["Công an phường Mỹ Lợi", new TableCell("Trang Zalo không gửi dữ liệu từ 03/06", Tone.Waits), "Kiểm tra quyền truy cập của trang"]),
                        new(["Công an phường Quảng Đức", "Tỷ lệ tin có giá trị dưới phễu 99,8 % (4/96)", "Trao đổi cách tiếp nhận với phường Hoa Mai"]),
                    ]),
            ])
            { Kicker = "CẦN QUAN TÂM", Footnote = Footnote },
            new Slide("Chỉ tiêu kỳ tới",
            [
                new Prose(
                [
                    new("Trả lời đúng hạn từ 98 % trở lên ở mọi đơn vị.", true), new("Độ phủ người theo dõi đạt 40 % dân số.", true),
                    new("Mỗi tin báo có kết quả được phản hồi cho người báo trong 10 ngày.", true), new("Biểu dương: Công an phường Hoa Mai, Công an phường Bình Minh.", true, Tone.Accent),
                ]),
            ])
            { Kicker = "KỲ TỚI", Footnote = Footnote, Notes = "Đề nghị các đồng chí thảo luận chỉ tiêu." },
            new Slide("Định nghĩa, nguồn và điều chỉnh",
            [
                new Table("Định nghĩa từng chỉ số", [new("Chỉ số"), new("Định nghĩa"), new("Nguồn"), new("Khi khoá", true), new("Điều chỉnh", true)],
                    [
                        new(["Tin báo", "Tin về an ninh, trật tự; mỗi tin ghi cho đúng một đơn vị; tin chuyển tiếp không tính", "Thu thập", "1.230", "1.233"]),
                        new(["Tin báo có giá trị", "Được người thứ hai ngoài đơn vị xác nhận, có lý do", "Thu thập", "307", "307"]),
                        new(["Người theo dõi", "Số đọc cuối kỳ của các trang đang hoạt động, không loại trùng giữa các trang", "Nền tảng", "157.200", "157.200"]),
                        new(["Lượt xem", "Lượt xem bài viết do nền tảng công bố", "Khai báo", "gần 4,3 triệu", "—"]),
                    ]),
            ])
            { Kicker = "ĐỊNH NGHĨA", Footnote = "Số liệu lúc 08:00 ngày 01/07/2026; điều chỉnh đến 15/07/2026." },
        ]);
    }

    public static CategoryChart Ratios(IReadOnlyList<UnitRow> rows) => new("tipoffs.ratio.by-unit", "Tỷ lệ tin có giá trị (n/N)", "Tỷ lệ của từng đơn vị với khoảng tin cậy 95 %.", ChartKind.Bars,
        [.. rows.Select(r => r.Received == 0 ? $"{r.Name} (0/0)" : $"{r.Name} ({Count(r.Valuable)}/{Count(r.Received)})")],
        [
            new("Tỷ lệ", [.. rows.Select(r => r.Received == 0 ? (double?)null : r.Ratio)])
            {
                Intervals = [.. rows.Select(r => r.Received == 0 ? null : new ChartInterval(r.Low, r.High))],
                Tones = [.. rows.Select(r => r.Received < 30 ? Tone.Quiet : Tone.Normal)],
            },
        ])
    { Format = NumberFormat.Percent };

    public static ScatterChart Funnel(IReadOnlyList<UnitRow> rows)
    {
        const double Mean = 0.2496;
        var curve = Enumerable.Range(1, 40).Select(i => i * 8.0).ToList();
        ScatterCurve Limit(string name, double z) => new(name, [.. curve.Select(n => new CurvePoint(n, Math.Clamp(Mean + z * Math.Sqrt(Mean * (1 - Mean) / n), 0, 1)))], IsOuter: Math.Abs(z) > 3);
        return new("tipoffs.ratio.funnel", "Tỷ lệ tin có giá trị theo số tin báo", "Phần lớn đơn vị nằm trong phễu; hai đơn vị nằm ngoài.", "Đơn vị",
            [.. rows.Where(r => r.Received > 0).Select(r => (Row: r, Far: Math.Abs(r.Ratio - Mean) / Math.Sqrt(Mean * (1 - Mean) / r.Received))).Select(p => new ScatterPoint(p.Row.Name, p.Row.Received, p.Row.Ratio, p.Far > 3.09 ? Tone.Overdue : p.Far > 1.96 ? Tone.Waits : Tone.Normal, p.Far > 1.96))],
            [new("Toàn quận 24,96 %", [new(0, Mean), new(320, Mean)], SeriesRole.Target), Limit("Giới hạn 95 %", -1.96), Limit("Giới hạn 95 %", 1.96), Limit("Giới hạn 99,8 %", -3.09), Limit("Giới hạn 99,8 %", 3.09)])
        { XTitle = "Số tin báo (N)", YTitle = "Tỷ lệ" };
    }

    public static List<UnitRow> Units(int count)
    {
        var dice = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var received = 18 + dice.Next(280);
            var valuable = (int)(received * (i == 4 ? 0.42 : i == 17 ? 0.04 : 0.18 + dice.NextDouble() * 0.14));
            return UnitRow.Of($"Công an phường {wards[i % wards.Length]}{(i < wards.Length ? "" : $" {i / wards.Length + 1}")}", valuable, received);
        })];
    }

    public static string Count(double value) => value.ToString("#,##0", Vietnamese);

    public static string Percent(double value) => $"{(value * 100).ToString("0.0", Vietnamese)} %";

    private static CategoryChart Monthly(string name, string title, List<string> months, double level, int seed)
    {
        var dice = new Random(seed);
        return new(name, title, "Kỳ này cao hơn cùng kỳ ở phần lớn các tháng.", ChartKind.Line, months,
        [
            new("Kỳ này", [.. months.Select((_, i) => i == 2 ? (double?)null : Math.Round(level * (1 + i * 0.04 + dice.NextDouble() * 0.2)))]),
            new("Cùng kỳ", [.. months.Select((_, i) => (double?)Math.Round(level * (0.8 + i * 0.01 + dice.NextDouble() * 0.1)))], SeriesRole.Comparison),
        ]);
    }
}

/// <summary>A unit's ratio with an interval around it: any will do here.</summary>
internal sealed record UnitRow(string Name, int Valuable, int Received, double Ratio, double Low, double High)
{
    public static UnitRow Of(string name, int valuable, int received)
    {
        if (received == 0)
            return new(name, 0, 0, 0, 0, 0);

        var (low, high) = Command.Ranking.Wilson.Interval95(valuable, received);
        return new(name, valuable, received, (double)valuable / received, low, high);
    }
}
