using System.Globalization;
using Command.Boards.Reviews;
using Command.Data;
using Command.Periods;
using Command.Ranking;
using Command.Ranking.Leaderboards;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Tests.Reviews.Slides;
using Command.Tipoffs;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Command.Tests.Reviews;

/// <summary>What slides are made of figures that nobody wishes for: written as files, they must still open.</summary>
public sealed class ReviewDeckTests
{
    private static readonly ReviewSpan february = new("2026-02", new(2026, 2, 1), new(2026, 2, 28), PeriodLength.Month, "", "Lịch", "Calendar");

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 3)]
    [InlineData(60, 40)]
    public async Task Any_number_of_units_with_hostile_names_makes_a_deck_without_an_error(int units, int tipoffs)
    {
        await using var app = await TestApp.StartAsync();
        var figures = Figures(units, tipoffs);
        var words = ReviewWords.None.With(ReviewSection.Boards, "Nhận xét & \"dấu\" <b>\u0001").With(ReviewSection.Targets, "Một phần không có trang nào.");

        foreach (var language in Enum.GetValues<DeckLanguage>())
        {
            using var file = new MemoryStream();
            DeckWriter.Write(app.Get<ReviewDeck>().Deck(figures, words, "Sơ kết & \"tổng kết\" <2026>", language), file);

            Assert.Empty(PackageRules.Faults(file.ToArray()));
            using var deck = new DeckReader(file.ToArray());
            Assert.Contains(deck.Slides().SelectMany(deck.Texts), t => t.Contains("Một phần không có trang nào.", StringComparison.Ordinal));
            Assert.All(deck.Charts().Values, chart => Assert.NotEmpty(chart.References));
            using var document = PresentationDocument.Open(new MemoryStream(file.ToArray()), false);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Description}"));
        }
    }

    [Fact]
    public async Task Numbers_are_Vietnamese_in_both_languages_and_the_readers_language_stays()
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        var deck = app.Get<ReviewDeck>().Deck(Figures(3, 1_230), ReviewWords.None, "Review", DeckLanguage.English);

        Assert.Equal("en", CultureInfo.CurrentCulture.Name);
        var totals = deck.Slides.SelectMany(s => s.Blocks).OfType<Table>().First();
        Assert.Equal("Figure", totals.Columns[0].Heading);
        Assert.Contains(totals.Rows, r => r.Cells[0].Text == "Tip-offs received" && r.Cells[1].Text == "3.690");
    }

    [Fact]
    public async Task Every_slide_says_its_data_time_what_to_say_and_but_for_the_cover_its_n()
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

        var slides = app.Get<ReviewDeck>().Slides(Figures(18, 20), ReviewWords.None with { Commendations = [new("Công an phường Sen", "")], Targets = [new("coverage", 1)] }, "Sơ kết");

        Assert.True(slides.Count >= 10);
        Assert.All(slides, s => Assert.Contains("Số liệu lúc 16:00 ngày 01/03/2026", s.Slide.Footnote, StringComparison.Ordinal));
        Assert.All(slides.Skip(1), s => Assert.Contains("n = ", s.Slide.Footnote!.Replace('\u00a0', ' '), StringComparison.Ordinal));
        Assert.All(slides, s => Assert.False(string.IsNullOrWhiteSpace(s.Slide.Notes)));
        Assert.Equal(slides.SelectMany(s => ReviewDeck.Charts(s.Slide.Blocks)).Select(c => c.Name).Distinct().Count(), slides.SelectMany(s => ReviewDeck.Charts(s.Slide.Blocks)).Count());
    }

    [Fact]
    public async Task Sixty_units_make_about_fifteen_slides_and_every_unit_that_needs_attention_is_named()
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var figures = Figures(60, 40);
        string NameOf(int i) => $"Công an phường Tân Bình {i:00}";
        figures = figures with
        {
            Units = [.. figures.Units.Select((u, i) => u with { Name = NameOf(i), InTime = u.FellDue * i / 60, Followers = 100 * (i + 1) })],
            Boards = [new("wards", "valuable_ratio", new(2025, 3, 1), new(2026, 2, 28), LeaderboardStatus.Provisional, 1, 0, [.. figures.Units.Select((u, i) => new ReviewRank(u.Key, NameOf(i), 10, 40, 0.25, 0.25, i + 1, i, i + 2, 1 + i / 20, false))], [])],
            Attention = [.. figures.Units.Select((u, i) => new ReviewAttention(u.Key, NameOf(i), i % 3 == 0 ? AttentionKind.LateReplies : AttentionKind.OverdueTipoffs, 12, 40))],
        };

        var deck = app.Get<ReviewDeck>().Deck(figures, ReviewWords.None, "Sơ kết", DeckLanguage.Vietnamese);
        using var file = new DeckReader(Written.Write(deck));

        Assert.InRange(file.Slides().Count, 12, 17);
        var charts = file.Charts();
        Assert.Equal(Enumerable.Range(0, 12).Select(NameOf), charts["replies.in-time-by-unit"].Words(0, "cat").Select(c => c!.Split(" (")[0]).Order(StringComparer.Ordinal));
        Assert.Equal(Enumerable.Range(0, 12).Select(NameOf), charts["followers.coverage-by-unit"].Words(0, "cat").Select(c => c!.Split(" (")[0]).Order(StringComparer.Ordinal));
        Assert.Equal(12, charts["tipoffs.ratio-by-unit"].Words(0, "cat").Count);
        Assert.Equal(4, deck.Slides.Count(s => s.Lead?.Contains("bảng tính có đủ", StringComparison.Ordinal) == true));
        var attention = string.Join(' ', file.Slides().Where(s => file.Title(s).Contains("cần quan tâm", StringComparison.Ordinal)).SelectMany(file.Texts));
        Assert.All(Enumerable.Range(0, 60), i => Assert.Contains(NameOf(i), attention, StringComparison.Ordinal));
        var bands = Assert.Single(deck.Slides.SelectMany(s => s.Blocks).OfType<Table>(), t => t.Columns[0].Heading == "Nhóm");
        Assert.Equal(["1", "2", "3"], bands.Rows.Select(r => r.Cells[0].Text));
    }

    [Fact]
    public async Task A_remark_of_a_part_without_figures_has_a_slide_that_names_its_n()
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");

        var slides = app.Get<ReviewDeck>().Slides(Figures(0, 0), ReviewWords.None.With(ReviewSection.Platforms, "Mở thêm hai trang.\nĐóng một trang."), "Sơ kết");

        var slide = Assert.Single(slides, s => s.Section == ReviewSection.Platforms).Slide;
        Assert.Contains("Nhận xét: n = 2", slide.Footnote!.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_of_a_series_stands_inside_a_sentence_as_people_say_it()
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var police = new ReviewSpan("police-2026-10", new(2026, 9, 15), new(2026, 10, 14), PeriodLength.Month, "police", "Kỳ công an", "Police period");

        Assert.Equal("kỳ công an tháng 10/2026", app.Get<ReviewPhrases>().Within(police));
        Assert.Equal("tháng 2/2026", app.Get<ReviewPhrases>().Within(february));
        Assert.Equal("Đợt cao điểm Tết", app.Get<ReviewPhrases>().Within(police with { Key = "tet", Prefix = null, Name = "Đợt cao điểm Tết", Length = PeriodLength.Custom }));
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("en")]
    public async Task Every_figure_is_told_in_words_whatever_it_stands_on(string culture)
    {
        await using var app = await TestApp.StartAsync();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var say = app.Get<ReviewPhrases>();
        var collected = new ReviewValue(0.4, ReviewBasis.Collected, 8, 20);
        ReviewValue[] values = [new(12, ReviewBasis.Declared), collected, collected with { Basis = ReviewBasis.Declared, From = new(2026, 1, 1), To = new(2026, 1, 31) }];

        var told = ReviewMetric.All.SelectMany(metric => values.Select(value => say.Told(metric, new ReviewTotal(metric.Name, value, value, ChangeMark.Unknown, null, null), february, 0))).ToList();

        Assert.All(told, sentence => Assert.DoesNotContain("review.", sentence, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(told, sentence => sentence.Contains("31", StringComparison.Ordinal));
    }

    internal static ReviewFigures Figures(int units, int tipoffs)
    {
        var each = Enumerable.Range(0, units).Select(i => new ReviewUnit($"u{i}", $"Công an \"phường\" <{i}> & {new string('ư', 100)}", "wards", false, false, new TipoffRatio(tipoffs, tipoffs / (2 + i % 3), 0, 0, 0, false))
        {
            FellDue = tipoffs,
            InTime = tipoffs / 2,
            MedianSeconds = tipoffs > 0 ? 60 * (5 + i) : null,
            Durations = tipoffs,
            Followers = i % 4 == 0 ? null : 100 * i,
            Residents = 20_000,
        }).ToList();
        var (placed, funnel) = UnitFunnel.Place(each, LeaderboardRules.Default.FewestCases);
        var received = (long)units * tipoffs;
        var valuable = each.Sum(u => u.Tipoffs.Valuable);
        return new ReviewFigures(ReviewFigures.CurrentLayout, "north", "Công an quận \"Bắc\" & <Nam>", february, null, february, new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero))
        {
            Totals = received == 0 ? [] :
            [
                new("tipoffs_received", new ReviewValue(received, ReviewBasis.Collected), null, ChangeMark.Unknown, null, null),
                new("valuable_ratio", new ReviewValue((double)valuable / received, ReviewBasis.Collected, valuable, received) { Interval = ReviewRange.Of(Wilson.Interval95(valuable, received)) }, null, ChangeMark.Unknown, null, null),
                new("first_reply", new ReviewValue(3_600, ReviewBasis.Collected, Of: received), null, ChangeMark.Unknown, null, null),
                new("answered_in_time", new ReviewValue(0.5, ReviewBasis.Collected, received / 2, received), null, ChangeMark.Unknown, null, null),
                new("followers", new ReviewValue(5_000, ReviewBasis.Collected), null, ChangeMark.Unknown, null, null),
            ],
            Tipoffs = new TipoffRatio(received, valuable, 0, 0, 0, false),
            Units = placed,
            Funnel = funnel,
            Course = new ReviewCourse([.. Enumerable.Range(1, 12).Select(m => new ReviewMonth(new(2025, m, 1), new(2025, m, 28), false) { Messages = m % 3 == 0 ? null : 10 * m, Received = received, Valuable = valuable, FellDue = received, InTime = received / 2 })], []),
            Categories = received == 0 ? [] : [new ReviewCategory(TipoffCategory.Theft, new TipoffRatio(received, valuable, 0, 0, 0, false))],
            Outcomes = received == 0 ? [] : [new ReviewOutcome(Outcome.PersonFound, 2)],
            Attention = [.. each.Take(3).Select(u => new ReviewAttention(u.Key, u.Name, AttentionKind.SilentPages, 1) { Names = ["Trang <&>"] })],
        };
    }
}
