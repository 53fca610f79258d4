using System.IO.Compression;
using System.Text;
using Command.Reviews.Slides;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;

namespace Command.Tests.Reviews.Slides;

public sealed class DeckTemplateTests
{
    private static readonly string[] months = ["T1", "T2", "T3"];

    private static readonly CategoryChart byMonth = new("tipoffs.by-month", "Tin báo", "Ba tháng.", ChartKind.Line, months, [new("Kỳ này", [101, null, 88]), new("Cùng kỳ", [90, 95, 70], SeriesRole.Comparison)]);

    private static readonly Dictionary<string, Chart> charts = new()
    {
        [byMonth.Name] = byMonth,
        ["funnel"] = new ScatterChart("funnel", "", "", "Đơn vị", [new("Hoa Mai", 10, 0.2)], []),
        ["nowhere"] = byMonth with { Name = "nowhere" },
    };

    private static readonly Dictionary<string, string> values = new()
    {
        ["tipoffs.ratio"] = "24,96 % <b>&",
        ["review.period"] = "Kỳ công an\n15/12/2025–14/06/2026",
        ["unused"] = "0",
    };

    [Fact]
    public void A_placeholder_is_filled_wherever_Office_has_cut_it_into_runs()
    {
        using var file = Fill(SplitRuns(Template()), out _);

        var texts = file.Slides().SelectMany(file.Texts).ToList();
        Assert.Contains("Tỷ lệ 24,96 % <b>& (307/1.230)", texts);
        Assert.DoesNotContain(texts, t => t.Contains("{{tipoffs", StringComparison.Ordinal));
    }

    [Fact]
    public void What_stands_on_the_master_and_on_a_layout_is_filled_too()
    {
        using var template = new MemoryStream();
        template.Write(Template());
        using (var document = PresentationDocument.Open(template, true))
        {
            var master = document.PresentationPart!.SlideMasterParts.Single();
            foreach (var root in new DocumentFormat.OpenXml.OpenXmlPartRootElement[] { master.SlideMaster!, master.SlideLayoutParts.First().SlideLayout! })
                root.Descendants<A.Text>().First().Text = "{{tipoffs.ratio}}";
        }

        using var file = Fill(template.ToArray(), out _);

        foreach (var folder in new[] { "ppt/slideMasters/slideMaster", "ppt/slideLayouts/slideLayout" })
            Assert.Contains(file.Entries.Where(e => e.StartsWith(folder, StringComparison.Ordinal)), part => file.Texts(part).Contains("24,96 % <b>&"));
    }

    [Fact]
    public void What_replaces_a_placeholder_has_the_look_of_its_first_brace()
    {
        using var output = new MemoryStream();
        DeckTemplate.Fill(new MemoryStream(SplitRuns(Template())), values, charts, output);
        using var document = PresentationDocument.Open(output, false);

        var run = document.PresentationPart!.SlideParts.SelectMany(s => s.Slide.Descendants<A.Run>()).Single(r => r.Text!.Text.Contains("24,96", StringComparison.Ordinal));
        Assert.True(run.RunProperties!.Italic!.Value);
    }

    [Fact]
    public void A_line_break_in_a_value_stays_one_and_notes_are_filled_too()
    {
        using var file = Fill(Template(), out _);
        var first = file.Slides()[0];

        Assert.Equal("Xin nói: Kỳ công an15/12/2025–14/06/2026", file.Notes(first));
        Assert.Single(file.Xml(file.Entries.Single(e => e.StartsWith("ppt/notesSlides/notes", StringComparison.Ordinal))).SelectNodes("//*[local-name()='br']")!);
    }

    [Fact]
    public void A_chart_of_our_name_takes_our_numbers_into_its_cache_and_its_workbook()
    {
        using var file = Fill(Template(), out _);
        var chart = file.Charts()["tipoffs.by-month"];

        Assert.Equal([101, null, 88], chart.Numbers(0));
        Assert.Equal([90, 95, 70], chart.Numbers(1));
        Assert.Equal(months, chart.Words(0, "cat"));
        Assert.Equal("Cùng kỳ", chart.Words(1, "tx")[0]);
        Assert.All(chart.References, r => Assert.Equal(r.CellNames().Select(c => chart.Cells.GetValueOrDefault(c)), r.Points));
        Assert.Equal(10, chart.Cells.Values.Count(v => v.Length > 0));
    }

    [Fact]
    public void The_charts_own_kind_and_looks_stay()
    {
        using var file = Fill(Template(), out _);
        var drawn = file.ChartXml().Single(c => c.InnerXml.Contains("T3", StringComparison.Ordinal));

        Assert.NotNull(drawn.SelectSingleNode("//*[local-name()='barChart']"));
        Assert.Null(drawn.SelectSingleNode("//*[local-name()='lineChart']"));
    }

    [Fact]
    public void The_report_says_what_was_filled_what_is_unknown_and_what_has_no_place()
    {
        using var file = Fill(Template(), out var report);

        Assert.Null(report.Refusal);
        Assert.Equal(["review.period", "tipoffs.ratio"], report.Filled.Texts);
        Assert.Equal(["tipoffs.by-month"], report.Filled.Charts);
        Assert.Equal(["unknown.number"], report.Unknown.Texts);
        Assert.Equal(["their.own"], report.Unknown.Charts);
        Assert.Equal(["funnel"], report.Unfit);
        Assert.Equal(["unused"], report.Missing.Texts);
        Assert.Equal(["nowhere"], report.Missing.Charts);
        Assert.Contains("Còn {{unknown.number}} chờ", file.Slides().SelectMany(file.Texts));
        Assert.Equal([7, 8], file.Charts()["funnel"].Numbers(0));
    }

    [Fact]
    public void A_filled_template_has_no_error_and_the_same_bytes_each_time()
    {
        var template = SplitRuns(Template());
        using var once = new MemoryStream();
        using var again = new MemoryStream();
        DeckTemplate.Fill(new MemoryStream(template), values, charts, once);
        DeckTemplate.Fill(new MemoryStream(template), values, charts, again);

        Assert.Empty(Written.Errors(once.ToArray()));
        Assert.Equal(once.ToArray(), again.ToArray());
    }

    [Fact]
    public void A_series_too_few_is_added_and_one_too_many_goes()
    {
        foreach (var count in new[] { 1, 3 })
        {
            var chart = byMonth with { Series = [.. Enumerable.Range(0, count).Select(i => new ChartSeries($"S{i}", [i, i, i]))] };
            using var output = new MemoryStream();
            DeckTemplate.Fill(new MemoryStream(Template()), values, new Dictionary<string, Chart> { [chart.Name] = chart }, output);

            Assert.Empty(Written.Errors(output.ToArray()));
            using var file = new DeckReader(output.ToArray());
            Assert.Equal(count, file.Charts()[chart.Name].References.Count(r => r.Path.EndsWith("/val", StringComparison.Ordinal)));
            Assert.Equal([count - 1, count - 1, count - 1], file.Charts()[chart.Name].Numbers(count - 1));
        }
    }

    [Fact]
    public void A_template_that_brings_danger_is_refused_and_nothing_is_written()
    {
        Assert.Equal(TemplateRefusal.NotAPresentation, Refused(Encoding.UTF8.GetBytes("Đây là văn bản")));
        Assert.Equal(TemplateRefusal.NotAPresentation, Refused(Zipped(("word/document.xml", "<a/>"))));
        Assert.Equal(TemplateRefusal.NotAPresentation, Refused(Template()[..2_000]));
        Assert.Equal(TemplateRefusal.Encrypted, Refused([0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal(TemplateRefusal.HasMacros, Refused(With("ppt/vbaProject.bin", "")));
        Assert.Equal(TemplateRefusal.HasMacros, Refused(With("ppt/embeddings/oleObject1.bin", "")));
        Assert.Equal(TemplateRefusal.HasExternalLinks, Refused(With("ppt/slides/_rels/other.xml.rels", Relationship("image", "http://example.test/a.png"))));
        Assert.Equal(TemplateRefusal.HasExternalLinks, Refused(With("ppt/slides/_rels/other.xml.rels", Relationship("hyperlink", "file:///etc/hosts"))));
        Assert.Equal(TemplateRefusal.TooLarge, Refused(new byte[DeckTemplate.LargestBytes + 1]));
    }

    [Fact]
    public void A_web_link_is_no_danger()
    {
        using var output = new MemoryStream();
        var report = DeckTemplate.Fill(new MemoryStream(With("ppt/slides/_rels/other.xml.rels", Relationship("hyperlink", "https://example.test/"))), values, charts, output);

        Assert.Null(report.Refusal);
    }

    [Fact]
    public void A_bomb_that_unpacks_to_far_more_than_it_is_gets_refused()
    {
        var bomb = With("ppt/slides/bomb.xml", new string(' ', 101 * 1024 * 1024));

        Assert.True(bomb.Length < 1_000_000);
        Assert.Equal(TemplateRefusal.TooLarge, Refused(bomb));
    }

    private static DeckReader Fill(byte[] template, out TemplateReport report)
    {
        using var output = new MemoryStream();
        report = DeckTemplate.Fill(new MemoryStream(template), values, charts, output);
        return new DeckReader(output.ToArray());
    }

    private static TemplateRefusal? Refused(byte[] template)
    {
        using var output = new MemoryStream();
        var report = DeckTemplate.Fill(new MemoryStream(template), values, charts, output);
        Assert.Equal(0, output.Length);
        Assert.Empty(report.Filled.Texts);
        return report.Refusal;
    }

    private static byte[] Template()
    {
        CategoryChart Own(string name) => new(name, "Cũ", "Cũ", ChartKind.Columns, ["A", "B"], [new("Cũ", [7, 8]), new("Cũ hơn", [5, 6])]) { HasLabels = true };
        return Written.Write(new Deck("Mẫu", DeckLanguage.Vietnamese, DateTimeOffset.UnixEpoch, "Mẫu của đơn vị",
        [
            new Slide("Kết quả", [new Prose([new("Tỷ lệ {{tipoffs.ratio}} (307/1.230)"), new("Còn {{unknown.number}} chờ")])]) { Notes = "Xin nói: {{ review.period }}" },
            new Slide("Biểu đồ", [Own("tipoffs.by-month"), Own("their.own")]),
            new Slide("Phễu", [Own("funnel")]),
        ]));
    }

    /// <summary>As Office leaves a text behind that was typed, corrected and made italic in part.</summary>
    private static byte[] SplitRuns(byte[] template)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = PresentationDocument.Open(file, true))
        {
            var run = document.PresentationPart!.SlideParts.SelectMany(s => s.Slide.Descendants<A.Run>()).Single(r => r.Text!.Text.Contains("{{tipoffs.ratio}}", StringComparison.Ordinal));
            string[] pieces = ["Tỷ lệ ", "{", "{tip", "offs.ra", "tio}", "} (307/1.230)"];
            foreach (var (piece, i) in pieces.Select((piece, i) => (piece, i)))
            {
                var part = (A.Run)run.CloneNode(true);
                part.Text!.Text = piece;
                part.RunProperties!.Italic = i == 1;
                run.InsertBeforeSelf(part);
            }

            run.Remove();
        }

        return file.ToArray();
    }

    private static byte[] With(string name, string content)
    {
        using var file = new MemoryStream();
        file.Write(Template());
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }

    private static byte[] Zipped(params (string Name, string Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    private static string Relationship(string type, string target) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}" Target="{target}" TargetMode="External"/></Relationships>""";
}
