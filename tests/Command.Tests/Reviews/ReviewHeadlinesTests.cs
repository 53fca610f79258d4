using System.Globalization;
using System.Text.RegularExpressions;
using Command.Boards.Reviews;
using Command.Data;
using Command.Periods;
using Command.Ranking;
using Command.Ranking.Leaderboards;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Tipoffs;

namespace Command.Tests.Reviews;

/// <summary>What titles and speaker notes say of figures, and what they must not.</summary>
public sealed class ReviewHeadlinesTests
{
    private static readonly ReviewSpan january = new("2026-01", new(2026, 1, 1), new(2026, 1, 31), PeriodLength.Month, "", "Lịch", "Calendar");

    [Theory]
    [InlineData(ChangeMark.Up, 12.0, 1_098, "Đã nhận 1.230 tin báo, tăng 12 % so với tháng 1/2026", "1.230 tip-offs were received, up 12% on 1/2026")]
    [InlineData(ChangeMark.FarDown, -50.0, 2_460, "Đã nhận 1.230 tin báo, giảm 50 % so với tháng 1/2026", "1.230 tip-offs were received, down 50% on 1/2026")]
    [InlineData(ChangeMark.Within, 1.0, 1_220, "Đã nhận 1.230 tin báo, trong mức dao động so với tháng 1/2026", "1.230 tip-offs were received, within the usual range of 1/2026")]
    [InlineData(ChangeMark.Unknown, null, 1_000, "Đã nhận 1.230 tin báo, tháng 1/2026 là 1.000", "1.230 tip-offs were received, against 1.000 in 1/2026")]
    [InlineData(ChangeMark.Unknown, null, 1_230, "Đã nhận 1.230 tin báo, không đổi so với tháng 1/2026", "1.230 tip-offs were received, unchanged from 1/2026")]
    [InlineData(ChangeMark.Unknown, null, null, "Đã nhận 1.230 tin báo", "1.230 tip-offs were received")]
    public async Task A_title_tells_the_finding_as_far_as_it_is_safe(ChangeMark mark, double? percent, int? before, string vietnamese, string english)
    {
        var figures = Base() with { Totals = [new("tipoffs_received", Value(1_230), before is { } then ? Value(then) : null, mark, percent, null)] };

        Assert.Contains(vietnamese, (await TitlesAsync(figures, DeckLanguage.Vietnamese)).Titles);
        Assert.Contains(english, (await TitlesAsync(figures, DeckLanguage.English)).Titles);
    }

    [Fact]
    public async Task A_ratio_still_open_is_neither_compared_nor_called_low()
    {
        var open = new ReviewValue(0, ReviewBasis.Collected, 0, 20) { Bounds = new(0, 1) };
        var figures = Base() with
        {
            Tipoffs = new TipoffRatio(20, 0, 20, 3, 0, false),
            Totals = [new("valuable_ratio", open, new ReviewValue(0.4, ReviewBasis.Collected, 8, 20), ChangeMark.FarDown, null, 0.3)],
        };

        var (titles, all) = await TitlesAsync(figures, DeckLanguage.Vietnamese);

        Assert.Contains("Đến nay xác nhận 0 trong 20 tin báo có giá trị, còn 20 tin chưa kết luận", titles);
        Assert.DoesNotContain(all, text => Regex.IsMatch(text, "thấp hơn|giảm|vượt mức dao động so|Đạt \\d+ trong"));
        Assert.Contains(all, text => text == "tạm tính, chưa so sánh");
    }

    [Fact]
    public async Task What_is_half_decided_carries_no_mark()
    {
        await using var conference = await Conference.StartAsync();
        await using (var db = await conference.App.OpenAsync())
        {
            var ward = await conference.Wards.IdAsync("sen");
            db.AddRange(new[] { (new DateOnly(2026, 1, 15), TipoffStanding.Valuable, 100), (new DateOnly(2026, 2, 15), TipoffStanding.Pending, 200) }
                .Select(d => new TipoffDay { Day = d.Item1, UnitId = ward, Category = TipoffCategory.Theft, Standing = d.Item2, Count = d.Item3 }));
            await db.SaveChangesAsync();
        }

        var review = await conference.MakeAsync();

        var figures = (await conference.ReadAsync(review.Id)).Figures;

        Assert.True(figures.Tipoffs.IsProvisional);
        Assert.All(new[] { "valuable_ratio", "tipoffs_valuable" }, name =>
        {
            var total = figures.Totals.Single(t => t.Metric == name);
            Assert.NotNull(total.Before);
            Assert.Equal((true, ChangeMark.Unknown, false), (total.IsProvisional, total.Mark, total.IsChanged));
        });
    }

    [Fact]
    public async Task Notes_are_sentences_and_English_goes_on_small_after_a_semicolon()
    {
        foreach (var language in Enum.GetValues<DeckLanguage>())
        {
            var (titles, all) = await TitlesAsync(ReviewDeckTests.Figures(18, 20) with { Before = january }, language, ReviewWords.None with { Commendations = [new("ward Sen", "fast")], Targets = [new("coverage", 1), new("messages", 100)] });

            Assert.All(notes, line => Assert.Matches("[.!?]$", line));
            Assert.DoesNotContain(titles, t => Regex.IsMatch(t, "; \\p{Lu}"));
            Assert.DoesNotContain(titles, t => t.EndsWith('.'));
            Assert.NotEmpty(all);
        }
    }

    [Fact]
    public async Task A_review_frozen_before_months_kept_what_fell_due_says_so_in_place_of_a_chart()
    {
        var figures = ReviewDeckTests.Figures(3, 20);
        var old = figures with { Course = figures.Course with { Months = [.. figures.Course.Months.Select(m => m with { FellDue = null, InTime = null })] } };
        const string line = "Báo cáo này được chốt khi số liệu trả lời theo tháng chưa được lưu, nên không vẽ được diễn biến.";

        Assert.DoesNotContain(line, (await TitlesAsync(figures, DeckLanguage.Vietnamese)).All);
        Assert.Contains(line, (await TitlesAsync(old, DeckLanguage.Vietnamese)).All);
        Assert.DoesNotContain(charts, c => c.Name == "replies.in-time-by-month");
    }

    [Fact]
    public async Task What_others_equal_is_not_called_the_most()
    {
        static ReviewCategory Kind(TipoffCategory category, long count) => new(category, new TipoffRatio(count, 0, 0, 0, 0, false));
        var figures = Base() with { Categories = [Kind(TipoffCategory.Theft, 2), Kind(TipoffCategory.Drugs, 2), Kind(TipoffCategory.Fraud, 1)], Tipoffs = new TipoffRatio(5, 0, 0, 0, 0, false), Outcomes = [new(Outcome.PersonFound, 3), new(Outcome.Settled, 3)] };

        var (alike, all) = await TitlesAsync(figures, DeckLanguage.Vietnamese);
        var (clear, _) = await TitlesAsync(figures with { Categories = [Kind(TipoffCategory.Theft, 1), Kind(TipoffCategory.Drugs, 4)] }, DeckLanguage.Vietnamese);

        Assert.Contains("2 loại cùng nhiều nhất, mỗi loại 2 trong 5 tin báo", alike);
        Assert.Contains("6 lượt kết quả thuộc 2 loại", all);
        Assert.DoesNotContain(all, text => text.Contains("Kết quả nhiều nhất", StringComparison.Ordinal));
        Assert.Contains("Nhiều nhất là loại ma túy: 4 trong 5 tin báo", clear);
    }

    [Fact]
    public async Task Totals_say_how_many_went_which_way_or_where_they_come_from()
    {
        ReviewTotal Total(string metric, ChangeMark mark) => new(metric, Value(10), Value(20), mark, null, null);
        var compared = Base() with { Totals = [Total("messages", ChangeMark.FarDown), Total("posts", ChangeMark.Within), Total("views", ChangeMark.Within), Total("interactions", ChangeMark.Up)] };
        var declared = Base() with { Totals = [.. new[] { "messages", "posts", "views", "interactions", "images" }.Select((metric, i) => new ReviewTotal(metric, new(10, i == 0 ? ReviewBasis.Collected : ReviewBasis.Declared), null, ChangeMark.Unknown, null, null))] };

        Assert.Contains("Trong 4 chỉ số so sánh được: 1 tăng, 1 giảm, 2 trong mức dao động", (await TitlesAsync(compared, DeckLanguage.Vietnamese)).Titles);
        Assert.Contains("5 chỉ số: 1 thu thập, 4 công bố", (await TitlesAsync(declared, DeckLanguage.Vietnamese)).Titles);
        Assert.DoesNotContain(slides, s => s.Title == "Số liệu chung");
        Assert.DoesNotContain((await TitlesAsync(declared with { Totals = [.. declared.Totals.Take(4)] }, DeckLanguage.Vietnamese)).Titles, t => t.StartsWith("4 chỉ số", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_month_of_the_police_is_named_by_the_month_in_which_it_ends()
    {
        var figures = Base() with { Course = new ReviewCourse([.. Enumerable.Range(0, 12).Select(m => new ReviewMonth(new DateOnly(2025, 11, 15).AddMonths(m), new DateOnly(2025, 12, 14).AddMonths(m), false) { Received = 10 })], []) };

        await TitlesAsync(figures, DeckLanguage.Vietnamese);

        Assert.Equal(["12", "1/26", "2/26", "3/26", "4/26", "5/26", "6/26", "7/26", "8/26", "9/26", "10", "11"], charts.OfType<CategoryChart>().Single(c => c.Name == "tipoffs.by-month").Categories);
        Assert.Contains(slides, s => s.Footnote?.Contains("mỗi tháng tính từ ngày 15 tháng trước đến ngày 14", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void One_tip_off_of_one_stands_in_no_funnel()
    {
        static ReviewUnit Unit(string key, long received, long valuable) => new(key, key, "wards", false, false, new TipoffRatio(received, valuable, 0, 0, 0, false));

        var (units, funnel) = UnitFunnel.Place([Unit("a", 40, 4), Unit("b", 30, 5), Unit("c", 1, 1)], LeaderboardRules.Default.FewestCases);

        Assert.NotNull(funnel);
        Assert.Equal(9, funnel.Count, 9);
        Assert.Equal([false, false, true], units.Select(u => u.Zone is null));
    }

    [Fact]
    public async Task A_unit_that_needs_attention_stands_on_one_line_with_all_its_matters()
    {
        var figures = ReviewDeckTests.Figures(3, 20) with
        {
            Attention =
            [
                new("a", "Phường Sen", AttentionKind.OverdueTipoffs, 2, 20), new("b", "Phường Mai", AttentionKind.Waiting, 9),
                new("a", "Phường Sen", AttentionKind.LateReplies, 30, 60), new("a", "Phường Sen", AttentionKind.SilentPages, 1) { Names = ["Trang Sen"] },
            ],
        };

        var (titles, _) = await TitlesAsync(figures, DeckLanguage.Vietnamese);

        Assert.Contains(titles, t => t.StartsWith("2 đơn vị cần quan tâm", StringComparison.Ordinal));
        var table = slides.SelectMany(s => s.Blocks).OfType<Table>().Single(t => t.AltText == "Đơn vị cần quan tâm");
        Assert.Equal(["Phường Sen", "Phường Mai"], table.Rows.Select(r => r.Cells[0].Text));
        Assert.Equal("2/20 tin báo quá hạn xử lý; 30/60 tin nhắn trả lời quá hạn (50,00 %); 1 trang im lặng: Trang Sen", Clean(table.Rows[0].Cells[1].Text));
        Assert.Equal([Tone.Overdue, Tone.Waits], table.Rows.Select(r => r.Cells[1].Tone));
    }

    [Fact]
    public async Task Little_is_joined_until_a_remark_asks_for_a_slide_of_its_own()
    {
        var figures = ReviewDeckTests.Figures(3, 20);
        var words = ReviewWords.None with { Commendations = [new("Phường Sen", "")], Targets = [new("coverage", 1)] };

        var (together, _) = await TitlesAsync(figures, DeckLanguage.Vietnamese, words);
        var (apart, _) = await TitlesAsync(figures, DeckLanguage.Vietnamese, words.With(ReviewSection.Targets, "Cần thêm người."));

        Assert.Contains("Biểu dương 1 tập thể, cá nhân; chỉ tiêu tháng 2/2026: độ phủ dân cư 100,00 %", together);
        Assert.Contains("Chỉ tiêu tháng 2/2026: độ phủ dân cư 100,00 %", apart);
        Assert.Equal(together.Count + 1, apart.Count);
    }

    [Fact]
    public async Task A_template_has_every_chart_also_where_one_bar_makes_no_slide()
    {
        await using var app = await TestApp.StartAsync();
        var figures = ReviewDeckTests.Figures(1, 20);
        figures = figures with { Course = figures.Course with { Months = [figures.Course.Months[0]] } };
        var deck = app.Get<ReviewDeck>();

        var shown = deck.Deck(figures, ReviewWords.None, "x", DeckLanguage.Vietnamese).Slides.SelectMany(s => ReviewDeck.Charts(s.Blocks)).Select(c => c.Name).ToList();
        var filled = deck.Fillings(figures, ReviewWords.None, "x", DeckLanguage.Vietnamese).Charts.Keys;

        string[] single = ["messages.by-month", "tipoffs.by-month", "replies.in-time-by-month", "replies.in-time-by-unit", "replies.median-by-unit"];
        Assert.Empty(shown.Intersect(single));
        Assert.Empty(single.Except(filled));
    }

    private IReadOnlyList<Slide> slides = [];
    private IReadOnlyList<string> notes = [];
    private IReadOnlyList<Chart> charts = [];

    private async Task<(IReadOnlyList<string> Titles, IReadOnlyList<string> All)> TitlesAsync(ReviewFigures figures, DeckLanguage language, ReviewWords? words = null)
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        slides = app.Get<ReviewDeck>().Deck(figures, words ?? ReviewWords.None, "x", language).Slides;
        notes = [.. slides.SelectMany(s => (s.Notes ?? "").Split('\n')).Select(Clean)];
        charts = [.. slides.SelectMany(s => ReviewDeck.Charts(s.Blocks))];
        var titles = slides.Select(s => Clean(s.Title)).ToList();
        return (titles, [.. titles, .. notes, .. slides.Select(s => s.Lead).OfType<string>().Concat(slides.SelectMany(s => Texts(s.Blocks))).Select(Clean)]);
    }

    private static IEnumerable<string> Texts(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Prose prose => prose.Lines.Select(l => l.Text),
        Command.Reviews.Slides.Figures numbers => numbers.Items.SelectMany(i => new[] { i.Label, i.Value, i.Comparison ?? "" }),
        Table table => table.Rows.SelectMany(r => r.Cells.Select(c => c.Text)),
        Columns columns => columns.Items.SelectMany(c => Texts(c.Blocks)),
        _ => [],
    });

    private static string Clean(string text) => text.Replace('\u00a0', ' ');

    private static ReviewValue Value(double number) => new(number, ReviewBasis.Collected);

    private static ReviewFigures Base() => ReviewDeckTests.Figures(0, 0) with
    {
        Before = january,
        Tipoffs = new TipoffRatio(1_230, 307, 0, 0, 0, false),
        Course = new ReviewCourse([.. Enumerable.Range(1, 12).Select(m => new ReviewMonth(new(2025, m, 1), new(2025, m, 28), false) { Received = 10 + m, Valuable = 3 })], []),
    };
}
