using System.Globalization;
using Command.Boards.Reviews;
using Command.Data;
using Command.Periods;
using Command.Reviews;
using Command.Reviews.Slides;
using Command.Rollups;
using Command.Tests.Reviews.Slides;
using Microsoft.EntityFrameworkCore;

namespace Command.Tests.Reviews;

/// <summary>The reviews of the five published systems show exactly the published figures, on their slides too.</summary>
public sealed class PublishedReviewsTests
{
    /// <summary>World, period, and every published figure; after a line break: as a big number under its name.</summary>
    public static readonly TheoryData<string, string, string[]> Published = new()
    {
        { "tan-phu", "2021-02-01..2022-05-13", ["157.200", "216.798", "1.230", "24,96 % (307/1.230)", "22,62–27,45 %", "610", "khoảng 4.300.000", "38.500.000", "31,44 % (157.200/500.000)", "100,00 %", "hơn 47 %", "Trang\n18", "13 đội và 11 phường biên tập nội dung", "hơn 1.230"] },
        { "ho-chi-minh", "2021-01-01..2022-05-16", ["81", "3.586", "215", "5.184", "4.391.031", "161.989", "284.762", "53.834", "6.967", "267.726", "3.079", "29 trang của phòng, quận, huyện; 52 trang của phường, xã"] },
        { "nam-tu-liem", "2021-03-01..2021-06-30", ["khoảng 10.000", "gần 250.000", "khoảng 30.000", "khoảng 100 mỗi ngày", "74", "gần 3.400", "gần 500", "hơn 13.000", "10:30 ngày 14/06/2021", "Người được tìm thấy\n1"] },
        { "ninh-binh", "2020-01-01..2021-12-31", ["gần 800", "22.000", "17,01 % (22.000/129.300)", "305", "27", "khoảng 84.000 (65 % của 129.300 dân)", "Ủy ban nhân dân thành phố Ninh Bình: 1.283 nhóm Zalo, 88 trang", "22.000 (công bố)", "Người ra đầu thú\n1"] },
        { "o-cho-dua", "2025-07-01..2025-12-31", ["hơn 5.400.000", "hơn 500.000", "hơn 5.000 %", "trong 90 ngày", "Người theo dõi tăng hơn 5.000 % trong 90 ngày"] },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public async Task The_slides_show_what_was_published(string unit, string period, string[] figures)
    {
        await using var app = await StartAsync(unit);
        var review = await ReadAsync(app, unit, period);
        var deck = app.Get<ReviewDeck>().Deck(review, ReviewWords.None, "Tổng kết", DeckLanguage.Vietnamese);

        var told = string.Join('\n', deck.Slides.SelectMany(s => Texts(s.Blocks).Append(s.Lead).Append(s.Notes)));
        Assert.All(figures, figure => Assert.Contains(figure, told.Replace('\u00a0', ' '), StringComparison.Ordinal));
        Assert.DoesNotContain(deck.Slides.SelectMany(s => ReviewDeck.Charts(s.Blocks)).OfType<CategoryChart>(), c => c.Name.EndsWith(".by-month", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tan-phu", "2021-02-01..2022-05-13", true)]
    [InlineData("ho-chi-minh", "2021-01-01..2022-05-16", true)]
    [InlineData("nam-tu-liem", "2021-03-01..2021-06-30", true)]
    [InlineData("ninh-binh", "2020-01-01..2021-12-31", false)]
    [InlineData("o-cho-dua", "2025-07-01..2025-12-31", false)]
    public async Task Each_deck_is_valid_in_both_languages_and_its_charts_carry_the_numbers_of_their_workbooks(string unit, string period, bool hasCharts)
    {
        await using var app = await StartAsync(unit);
        var review = await ReadAsync(app, unit, period);
        foreach (var language in Enum.GetValues<DeckLanguage>())
        {
            var deck = app.Get<ReviewDeck>().Deck(review, ReviewWords.None, language == DeckLanguage.Vietnamese ? "Tổng kết" : "Review", language);
            Assert.All(deck.Slides.Skip(1), s => Assert.Contains("n = ", s.Footnote!.Replace('\u00a0', ' '), StringComparison.Ordinal));
            var file = Written.Write(deck);

            Assert.Empty(Written.Errors(file));
            Assert.Empty(PackageRules.Faults(file));
            using var read = new DeckReader(file);
            var charts = read.Charts();
            Assert.Equal(Written.Charts(deck).Select(c => c.Name).Order(StringComparer.Ordinal), charts.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(hasCharts, charts.Count > 0);
            Assert.All(charts.Values, chart => chart.CachesAreCells());
            foreach (var chart in Written.Charts(deck).OfType<CategoryChart>())
                Assert.All(chart.Series.Select((series, i) => (series, i)), s => Assert.Equal(s.series.Values, charts[chart.Name].Numbers(s.i)));
        }
    }

    [Fact]
    public async Task Who_reads_declared_figures_aloud_says_once_that_they_are()
    {
        await using var app = await StartAsync("tan-phu");
        var deck = app.Get<ReviewDeck>().Deck(await ReadAsync(app, "tan-phu", "2021-02-01..2022-05-13"), ReviewWords.None, "Tổng kết", DeckLanguage.Vietnamese);

        var lines = deck.Slides[1].Notes!.Split('\n');
        Assert.Equal("Các số sau đây là số công bố.", lines[0]);
        Assert.Equal("Các trang nhận 216.798 câu hỏi thủ tục hành chính.", lines[1]);
        Assert.DoesNotContain(lines, l => l.Contains("theo số công bố", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_district_of_the_demo_has_every_slide_of_a_conference_in_its_order()
    {
        await using var app = await StartAsync("demo");
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        await using (var db = await app.OpenAsync())
        {
            // What the demo's traffic would leave, and what it has not: other platforms.
            foreach (var page in await db.Pages.ToListAsync())
                db.AddRange(new[] { (Metric.Messages, 300), (Metric.FellDue, 100), (Metric.AnsweredInTime, 95 - 2 * (page.Id % 9)) }.Select(c => new RollupDay { PageId = page.Id, Metric = c.Item1.Id, Day = new(2026, 2, 16), Count = c.Item2, Sum = c.Item2 }));
            var district = await db.Units.Where(u => u.Key == "tan-phu").Select(u => u.Id).SingleAsync();
            Page channel = new() { Key = "tan-phu-youtube", Platform = Platform.YouTube, ExternalId = "UC-demo", Name = "Công an quận Tân Phú" }, groups = new() { Key = "tan-phu-groups", Platform = Platform.ZaloGroups, ExternalId = "nhom-demo", Name = "Nhóm Zalo khu phố" };
            db.AddRange(channel, groups);
            await db.SaveChangesAsync();
            db.AddRange(new[] { channel, groups }.Select(p => new PageOwner { PageId = p.Id, UnitId = district, From = new(2021, 2, 1) }));
            db.AddRange(
                new Reading { PageId = channel.Id, Metric = Metric.Followers.Id, At = new(2026, 2, 20, 9, 0, 0, TimeSpan.FromHours(7)), Value = 8_655, Source = ReadingSource.Api },
                new Reading { PageId = channel.Id, Metric = Metric.Posts.Id, FromDay = new(2026, 2, 9), ToDay = new(2026, 2, 15), Value = 2, Source = ReadingSource.Api },
                new Reading { PageId = groups.Id, Metric = Metric.Groups.Id, At = new(2026, 2, 10, 9, 0, 0, TimeSpan.FromHours(7)), Value = 61, Source = ReadingSource.Declared, Document = "Báo cáo tháng" },
                new Reading { PageId = groups.Id, Metric = Metric.GroupMembers.Id, At = new(2026, 2, 10, 9, 0, 0, TimeSpan.FromHours(7)), Value = 10_800, Source = ReadingSource.Declared, Precision = Precision.About, Document = "Báo cáo tháng" });
            await db.SaveChangesAsync();
        }

        app.Get<Command.Units.UnitRegistry>().Changed();

        var words = ReviewWords.None.With(ReviewSection.Targets, "Mọi đơn vị trả lời trong ngày.") with { Commendations = [new("Công an phường Tân Quý", "")], Targets = [new("answered_in_time", 0.95)] };
        var slides = app.Get<ReviewDeck>().Slides(await ReadAsync(app, "tan-phu", "2026-02"), words, "Sơ kết");

        // Few gaps stand with the sources.
        Assert.Equal(Enum.GetValues<ReviewSection>().Except([ReviewSection.Evidence]), slides.Select(s => s.Section).Distinct());
        Assert.InRange(slides.Count, 14, 18);
        var platforms = Assert.IsType<Table>(Assert.Single(slides, s => s.Section == ReviewSection.Platforms).Slide.Blocks[0]);
        Assert.Equal(["Zalo", "YouTube", "Nhóm Zalo"], platforms.Rows.Select(r => r.Cells[0].Text));
        Assert.Contains(platforms.Rows[^1].Cells, c => c.Text.Replace('\u00a0', ' ') == "khoảng 10.800 (công bố)");
        Assert.True(Assert.IsType<Command.Reviews.Slides.Figures>(Assert.Single(slides, s => s.Section == ReviewSection.Outcomes).Slide.Blocks[0]).Items.Count > 2);
    }

    [Fact]
    public async Task A_total_known_only_from_a_document_is_one_bar_and_no_curve()
    {
        await using var app = await StartAsync("tan-phu");
        var review = await ReadAsync(app, "tan-phu", "2021-02-01..2022-05-13");

        Assert.All(review.Course.Months, m => Assert.Equal((null, null), (m.Messages, m.Received)));
        var deck = app.Get<ReviewDeck>();
        var slides = deck.Deck(review, ReviewWords.None, "x", DeckLanguage.Vietnamese).Slides;
        var chart = Assert.Single(slides.SelectMany(s => ReviewDeck.Charts(s.Blocks)).OfType<CategoryChart>(), c => c.Name == "declared.tipoffs");
        Assert.Contains("Tin báo đã nhận, 01/02/2021 – 13/05/2022", chart.Categories);
        Assert.Equal(SeriesRole.Declared, Assert.Single(chart.Series).Role);
        Assert.Equal([1_230, 307], chart.Series[0].Values);
        Assert.Contains("Đã nhận 1.230 tin báo theo số công bố", slides.Select(s => s.Title));
        Assert.Contains("Mọi số liệu lấy từ 3 nguồn công bố", slides.Select(s => s.Title));
        var template = Assert.IsType<CategoryChart>(deck.Fillings(review, ReviewWords.None, "x", DeckLanguage.Vietnamese).Charts["declared.totals"]);
        Assert.Equal([307, 1_230, 216_798], template.Series[0].Values.Order());
    }

    [Fact]
    public async Task What_was_frozen_reads_back_as_it_was()
    {
        await using var app = await StartAsync("tan-phu");
        var review = await ReadAsync(app, "tan-phu", "2021-02-01..2022-05-13");

        Assert.Equal(review.Write(), ReviewFigures.Read(review.Write()).Write());
        Assert.Equal(review.Evidence.Contradictions.Count, ReviewFigures.Read(review.Write()).Evidence.Contradictions.Count);
    }

    internal static Task<TestApp> StartAsync(params string[] worlds) => StartAsync(new DateOnly(2026, 3, 10), worlds);

    internal static Task<TestApp> StartAsync(DateOnly today, params string[] worlds) => TestApp.StartAsync(
        new HandClock(new DateTimeOffset(today, new TimeOnly(9, 0), TimeSpan.FromHours(7))), args: [.. worlds.SelectMany(world => new[] { "--world", Path.Combine(RepositoryFiles.Root.FullName, "db", "worlds", $"{world}.json") })]);

    internal static async Task<ReviewFigures> ReadAsync(TestApp app, string unit, string period)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        var days = (await app.Get<PeriodBook>().CalendarAsync(CancellationToken.None)).Find(period)!;
        return await app.Get<ReviewFiguresQuery>().ReadAsync(unit, days, null, new Dictionary<string, double>(), CancellationToken.None);
    }

    private static IEnumerable<string?> Texts(IEnumerable<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Prose prose => prose.Lines.Select(l => l.Text),
        Command.Reviews.Slides.Figures numbers => numbers.Items.SelectMany(i => new[] { i.Label, i.Value, i.Comparison }),
        Table table => table.Rows.SelectMany(r => r.Cells.Select(c => c.Text)),
        Columns columns => columns.Items.SelectMany(c => Texts(c.Blocks)),
        Chart chart => [chart.AltText],
        _ => [],
    });
}
