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
