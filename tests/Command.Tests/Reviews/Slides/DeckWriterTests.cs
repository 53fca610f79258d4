using Command.Reviews.Slides;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Command.Tests.Reviews.Slides;

public sealed class DeckWriterTests
{
    public static TheoryData<string> Decks => [.. Written.Names];

    [Theory]
    [MemberData(nameof(Decks))]
    public void Office_finds_no_error_in_any_deck(string name) => Assert.Empty(Written.Errors(Written.Of(name)));

    [Theory]
    [MemberData(nameof(Decks))]
    public void Every_cached_value_is_the_cell_that_its_formula_names(string name)
    {
        using var file = new DeckReader(Written.Of(name));
        var charts = file.Charts();

        Assert.NotEmpty(charts);
        Assert.All(charts.Values, chart => chart.CachesAreCells());
    }

    [Theory]
    [MemberData(nameof(Decks))]
    public void Every_chart_carries_the_numbers_of_its_description(string name)
    {
        using var file = new DeckReader(Written.Of(name));
        var read = file.Charts();
        foreach (var chart in Written.Charts(Written.Description(name)))
        {
            // A chart of bars that goes on on further slides: its parts in their order.
            var parts = Enumerable.Range(1, read.Count).Select(part => read.GetValueOrDefault(part == 1 ? chart.Name : $"{chart.Name}.{part}")).TakeWhile(part => part is not null).Select(part => part!).ToList();
            Assert.NotEmpty(parts);
            if (chart is CategoryChart categories)
            {
                for (var i = 0; i < categories.Series.Count; i++)
                {
                    var series = categories.Series[i];
                    Assert.Equal(series.Values, parts.SelectMany(part => part.Numbers(i)));
                    Assert.Equal(categories.Categories.Select(Clean), parts.SelectMany(part => part.Words(i, "cat")).Select(word => word ?? ""));
                    Assert.All(parts, part => Assert.Equal(Clean(series.Name), part.Words(i, "tx")[0]));
                    if (series.Intervals is not { } intervals)
                        continue;
                    var (down, up) = (parts.SelectMany(part => part.Numbers(i, "errBars/minus")).ToList(), parts.SelectMany(part => part.Numbers(i, "errBars/plus")).ToList());
                    Assert.All(intervals.Select((interval, at) => (interval, at)), p =>
                    {
                        Assert.Equal(p.interval is null, down[p.at] is null);
                        if (p.interval is null)
                            return;
                        Assert.Equal(p.interval.Low, series.Values[p.at]!.Value - down[p.at]!.Value, 9);
                        Assert.Equal(p.interval.High, series.Values[p.at]!.Value + up[p.at]!.Value, 9);
                    });
                }
            }
            else if (chart is ScatterChart scatter)
            {
                Assert.Equal(scatter.Points.Select(p => (double?)p.X), parts.Single().Numbers(0, "xVal"));
                Assert.Equal(scatter.Points.Select(p => (double?)p.Y), parts.Single().Numbers(0, "yVal"));
                for (var i = 0; i < scatter.Curves.Count; i++)
                {
                    var (curve, written) = (scatter.Curves[i].Points.Select(p => ((double?)p.X, (double?)p.Y)).ToList(), parts.Single().Numbers(i + 1, "xVal").Zip(parts.Single().Numbers(i + 1, "yVal")).ToList());
                    Assert.Equal(curve, written.Take(curve.Count));
                    // LibreOffice draws no line of fewer rows than the points have.
                    Assert.Equal(Math.Max(curve.Count, scatter.Points.Count), written.Count);
                    Assert.All(written.Skip(curve.Count), end => Assert.Equal(curve[^1], end));
                }
            }
        }
    }

    [Fact]
    public void An_unknown_month_is_a_gap_and_no_zero()
    {
        using var file = new DeckReader(Written.Of("review"));
        var chart = file.Charts()["tipoffs.by-month"];

        Assert.Null(chart.Numbers(0)[2]);
        Assert.False(chart.Cells.ContainsKey("Sheet1!B4"));
        Assert.Equal(Written.Charts(Written.Description("review")).Count(), file.ChartXml().Count);
        Assert.All(file.ChartXml(), p => Assert.Equal("gap", p.SelectSingleNode("//*[local-name()='dispBlanksAs']/@val")!.Value));
    }

    [Fact]
    public void Counts_and_shares_have_formats_that_follow_the_readers_Office()
    {
        using var file = new DeckReader(Written.Of("review"));
        var charts = file.Charts();

        Assert.All(charts["tipoffs.by-month"].References.Where(r => r.Format.Length > 0), r => Assert.Equal("#,##0", r.Format));
        Assert.All(charts["tipoffs.ratio.by-unit"].References.Where(r => r.Format.Length > 0), r => Assert.Equal("0.0%", r.Format));
        Assert.Equal(["#,##0", "0.0%"], charts.Values.SelectMany(c => c.References).Select(r => r.Format).Where(f => f.Length > 0).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Decks))]
    public void The_same_description_gives_the_same_bytes(string name)
    {
        var again = Written.Write(Written.Description(name));

        Assert.True(again.AsSpan().SequenceEqual(Written.Of(name)));
    }

    [Fact]
    public void No_clock_and_no_lot_has_written_into_the_file()
    {
        using var file = new DeckReader(Written.Of("review"));

        Assert.All(file.Times, time => Assert.Equal(new DateTime(1980, 1, 1), time));
        Assert.Contains("2026-07-01T01:00:00Z", System.Text.Encoding.UTF8.GetString(file.Bytes(file.Entries.Single(e => e.EndsWith("core.xml", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Decks))]
    public void Nothing_is_linked_and_nobody_is_named(string name)
    {
        using var file = new DeckReader(Written.Of(name));

        Assert.Empty(file.ExternalRelationships());
        var core = file.Xml(file.Entries.Single(e => e.EndsWith("core.xml", StringComparison.Ordinal)));
        Assert.Null(core.SelectSingleNode("//*[local-name()='creator' or local-name()='lastModifiedBy']"));
        Assert.Equal("vi-VN", core.SelectSingleNode("//*[local-name()='language']")!.InnerText);
    }

    [Theory]
    [MemberData(nameof(Decks))]
    public void Every_slide_has_a_real_title_and_every_graphic_a_name_and_a_description(string name)
    {
        using var file = new DeckReader(Written.Of(name));
        var deck = Written.Description(name);
        var titles = file.Slides().Select(file.Title).ToList();

        foreach (var slide in deck.Slides)
            Assert.Contains(titles, t => t.StartsWith(Clean(slide.Title)[..Math.Min(20, Clean(slide.Title).Length)], StringComparison.Ordinal));
        var frames = file.Slides().SelectMany(file.Frames).ToList();
        Assert.All(frames, frame => Assert.NotEmpty(frame.Name));
        Assert.All(frames, frame => Assert.NotEmpty(frame.AltText));
    }

    [Fact]
    public void Every_sentence_to_say_stands_in_the_notes_of_its_slide()
    {
        using var file = new DeckReader(Written.Of("review"));
        var deck = Written.Description("review");

        var slides = file.Slides();
        Assert.Equal(deck.Slides.Count, slides.Count);
        Assert.Equal(deck.Slides.Select(s => s.Notes), slides.Select(file.Notes));
    }

    [Theory]
    [InlineData("hostile, one unit")]
    [InlineData("hostile, 60 units")]
    public void Quotes_and_markup_in_a_name_stay_words(string name)
    {
        using var file = new DeckReader(Written.Of(name));
        var texts = file.Slides().SelectMany(file.Texts).ToList();

        Assert.Contains(HostileDeck.Markup, texts);
        Assert.Contains("Đội Cảnh sát", texts);
        Assert.Contains(HostileDeck.Markup, file.Charts()["unknown"].Cells.Values);
    }

    [Fact]
    public void A_table_longer_than_a_slide_goes_on_under_its_head_and_loses_no_row()
    {
        var rows = Enumerable.Range(1, 200).Select(i => new TableRow([$"Đội số {i}", $"{i}"])).ToList();
        using var file = new DeckReader(Written.Write(Single(new Slide("Các đội", [new Table("Các đội", [new("Đội"), new("Tin báo", true)], rows)]))));

        var slides = file.Slides();
        Assert.True(slides.Count > 5);
        Assert.Equal(Enumerable.Range(1, slides.Count).Select(i => $"Các đội ({i}/{slides.Count})"), slides.Select(file.Title));
        Assert.All(slides, slide => Assert.Contains("Tin báo", file.Texts(slide)));
        Assert.Equal(rows.Select(r => r.Cells[0].Text), slides.SelectMany(file.Texts).Where(t => t.StartsWith("Đội số", StringComparison.Ordinal)));
    }

    [Fact]
    public void All_parts_of_a_chart_of_bars_have_one_axis()
    {
        using var file = new DeckReader(Written.Of("200 units"));
        var charts = file.ChartXml().Where(c => c.SelectSingleNode("//*[local-name()='errBars']") is not null).ToList();

        Assert.True(charts.Count > 5);
        Assert.Single(charts.Select(c => c.SelectSingleNode("//*[local-name()='valAx']//*[local-name()='max']/@val")!.Value).Distinct());
        Assert.Equal(200, file.Charts().Where(c => c.Key.StartsWith("tipoffs.ratio.by-unit", StringComparison.Ordinal)).Sum(c => c.Value.Numbers(0).Count));
    }

    [Fact]
    public void A_description_at_fault_leaves_the_output_untouched()
    {
        CategoryChart Chart(string name, params double?[] values) => new(name, "", "", ChartKind.Line, ["T1", "T2"], [new("Kỳ này", values)]);
        using var output = new MemoryStream();

        Assert.Throws<ArgumentException>(() => DeckWriter.Write(Single(new Slide("", [Chart("a", 1)])), output));
        Assert.Throws<ArgumentException>(() => DeckWriter.Write(Single(new Slide("", [Chart("a", 1, double.NaN)])), output));
        Assert.Throws<ArgumentException>(() => DeckWriter.Write(Single(new Slide("", [Chart("a", 1, 2), Chart("a", 3, 4)])), output));
        Assert.Throws<ArgumentException>(() => DeckWriter.Write(Single(new Slide("", [new Table("", [new("A")], [new(["1", "2"])])])), output));
        Assert.Throws<OperationCanceledException>(() => DeckWriter.Write(SampleDeck.Of(), output, cancel: new CancellationToken(true)));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void An_English_deck_has_no_Vietnamese_word_of_its_own()
    {
        var deck = new Deck("Half-year review", DeckLanguage.English, DateTimeOffset.UnixEpoch, "An Hoa district", [new Slide("Cover", []) { IsCover = true }, new Slide("Tip-offs", [new Figures([new("Received", "1,230")])]) { Notes = "Say it." }]);
        using var file = new DeckReader(Written.Write(deck));
        var own = file.Entries.Where(e => e.StartsWith("ppt/", StringComparison.Ordinal) && e.EndsWith(".xml", StringComparison.Ordinal)).Select(e => file.Xml(e).OuterXml).ToList();

        Assert.All(own, xml => Assert.DoesNotContain("vi-VN", xml, StringComparison.Ordinal));
        Assert.Contains(own, xml => xml.Contains("name=\"Cover\"", StringComparison.Ordinal));
        Assert.DoesNotContain(own, xml => xml.Any(letter => letter is >= '\u1EA0' and <= '\u1EF9'));
    }

    [Fact]
    public void Progress_is_told_slide_by_slide()
    {
        var told = new Told();
        DeckWriter.Write(SampleDeck.Of(), Stream.Null, told);

        Assert.Equal(Enumerable.Range(1, 16).Select(i => new DeckProgress(i, 16)), told.All);
    }

    private static Deck Single(Slide slide) => new("Thử", DeckLanguage.Vietnamese, DateTimeOffset.UnixEpoch, "", [slide]);

    private static string Clean(string text) => text.Replace(HostileDeck.Broken, "Đội Cảnh sát", StringComparison.Ordinal);

    private sealed class Told : IProgress<DeckProgress>
    {
        public List<DeckProgress> All { get; } = [];

        public void Report(DeckProgress value) => All.Add(value);
    }
}

/// <summary>Each deck is written once for all tests that look at it.</summary>
internal static class Written
{
    private static readonly Dictionary<string, Lazy<(Deck Deck, byte[] File)>> all = new()
    {
        ["review"] = Once(() => SampleDeck.Of()),
        ["200 units"] = Once(() => SampleDeck.Of(200)),
        ["hostile, one unit"] = Once(() => HostileDeck.Of(1)),
        ["hostile, 60 units"] = Once(() => HostileDeck.Of(60)),
    };

    public static IEnumerable<string> Names => all.Keys;

    public static byte[] Of(string name) => all[name].Value.File;

    public static Deck Description(string name) => all[name].Value.Deck;

    public static IEnumerable<Chart> Charts(Deck deck) => deck.Slides.SelectMany(s => Flat(s.Blocks)).OfType<Chart>();

    public static byte[] Write(Deck deck)
    {
        using var file = new MemoryStream();
        DeckWriter.Write(deck, file);
        return file.ToArray();
    }

    public static List<string> Errors(byte[] file)
    {
        using var document = PresentationDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")];
    }

    private static IEnumerable<Block> Flat(IEnumerable<Block> blocks) => blocks.SelectMany(b => b is Columns columns ? columns.Items.SelectMany(c => Flat(c.Blocks)) : [b]);

    private static Lazy<(Deck Deck, byte[] File)> Once(Func<Deck> deck) => new(() =>
    {
        var described = deck();
        return (described, Write(described));
    });
}
